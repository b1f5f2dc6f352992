//! Texts that hold an account whole: keys, and what programs print or serialise.

use std::path::Path;

use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine};
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::{Found, Whereabouts};
use crate::acme::AccountKey;
use crate::http::host_of;
use crate::secret::Secret;

/// So many brackets are tried for the beginning of a list.
const MAX_BRACKETS: usize = 100;

/// The members that tell one document from another; whatever else there is does not matter.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Document {
    pub kty: Option<Value>,
    pub key: Option<KeyMember>,
    pub key_pkcs8: Option<Secret>,
    pub id: Option<Value>,
    pub uri: Option<Value>,
    pub directory: Option<Value>,
    pub location: Option<Value>,
    pub server: Option<Value>,
    pub registration: Option<Registration>,
}

/// lego's part on what the CA said.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Registration {
    pub uri: Option<Value>,
    #[serde(rename = "accountURL")]
    pub account_url: Option<Value>,
}

/// A key is a text, PEM or a JWK, or the JWK itself.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum KeyMember {
    Text(Secret),
    Jwk(Value),
}

impl KeyMember {
    pub(super) fn text(&self) -> Secret {
        match self {
            KeyMember::Text(text) => text.clone(),
            KeyMember::Jwk(jwk) => Secret::new(jwk.to_string()),
        }
    }
}

/// One account of Certify's `acmeaccount list`.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Certify {
    #[serde(rename = "AccountURI")]
    account_uri: Option<Value>,
    account_key: Option<Secret>,
}

/// The accounts in a text that says everything itself; none where it is of another kind.
pub(super) fn read(path: &Path, text: &Secret) -> Vec<Found> {
    // A key that cannot be read is told as such when it is taken over.
    let key_file = text.expose().starts_with("-----BEGIN") && text.expose().contains("PRIVATE KEY-----");
    if key_file || AccountKey::read(text).is_ok() {
        return vec![found("key file", path, text.clone(), None, Whereabouts::Unknown)];
    }
    let listed = certify(path, text.expose());
    if !listed.is_empty() {
        return listed;
    }
    let document: Document = serde_json::from_str(text.expose()).unwrap_or_default();
    own(path, &document).or_else(|| instant_acme(path, &document)).into_iter().collect()
}

/// `certdns acmeaccount export`.
fn own(path: &Path, document: &Document) -> Option<Found> {
    let (key, directory) = (document.key.as_ref()?.text(), url(document.directory.as_ref())?);
    Some(found("certdns", path, key, url(document.uri.as_ref()), Whereabouts::Directory(directory)))
}

/// instant-acme's serialised credentials.
fn instant_acme(path: &Path, document: &Document) -> Option<Found> {
    let text = document.key_pkcs8.as_ref()?.expose();
    let der = BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).or_else(|_| BASE64_STANDARD.decode(text));
    let key = Secret::new(pem::encode(&pem::Pem::new("PRIVATE KEY", der.ok()?)));
    let uri = url(document.id.as_ref());
    let authority = url(document.directory.as_ref()).map_or_else(|| at(uri.as_ref()), Whereabouts::Directory);
    Some(found("instant-acme", path, key, uri, authority))
}

/// The list, behind a banner.
fn certify(path: &Path, text: &str) -> Vec<Found> {
    // A banner may have brackets of its own, and whatever follows the list is not looked at.
    let listed = text.match_indices('[').take(MAX_BRACKETS).find_map(|(start, _)| {
        serde_json::Deserializer::from_str(&text[start..])
            .into_iter::<Vec<Certify>>()
            .next()?
            .ok()
            .filter(|listed| !listed.is_empty())
    });
    let one = |one: Certify| {
        let uri = url(one.account_uri.as_ref());
        Some(found("Certify", path, one.account_key?, uri.clone(), at(uri.as_ref())))
    };
    listed.into_iter().flatten().filter_map(one).collect()
}

pub(super) fn found(client: &'static str, path: &Path, key: Secret, uri: Option<Url>, authority: Whereabouts) -> Found {
    Found { client, path: path.to_owned(), key, uri, authority }
}

/// The CA is at the host of the account's URI.
pub(super) fn at(uri: Option<&Url>) -> Whereabouts {
    uri.map_or(Whereabouts::Unknown, |uri| Whereabouts::Host { host: host_of(uri.as_str()), guess: None })
}

/// A member as a URL, if it is one of the web.
pub(super) fn url(member: Option<&Value>) -> Option<Url> {
    let url = Url::parse(member?.as_str()?).ok()?;
    (url.scheme().starts_with("http") && url.has_host()).then_some(url)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::acme::AccountKeyType;

    fn pem() -> String {
        AccountKey::generate(AccountKeyType::EcdsaP256).unwrap().to_pem().expose().to_owned()
    }

    fn told(text: &str) -> Vec<String> {
        let found = read(Path::new("a"), &Secret::new(text));
        let line = |found: &Found| {
            let uri = found.uri.as_ref().map_or("-", Url::as_str);
            assert!(AccountKey::read(&found.key).is_ok());
            format!("{} {uri} {:?}", found.client, found.authority)
        };
        found.iter().map(line).collect()
    }

    #[test]
    fn a_bare_key_tells_nothing_of_its_ca() {
        assert_eq!(told(&pem()), ["key file - Unknown"]);
        assert!(told("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").is_empty());
    }

    #[test]
    fn certify_lists_accounts_behind_a_banner() {
        let list = json!([
            { "AccountURI": "https://acme-v02.api.letsencrypt.org/acme/acct/1", "AccountKey": pem(), "Email": "a@b.test",
              "CertificateAuthorityId": "letsencrypt.org", "IsStagingAccount": false },
            { "AccountURI": "https://ca.example/acct/2", "AccountKey": null },
        ]);
        let told = told(&format!("Certify Certificate Manager [CLI] v6\r\nhello\r\n{list:#}\r\nbye [1]\r\n"));
        let expected = r#"Certify https://acme-v02.api.letsencrypt.org/acme/acct/1 Host { host: "acme-v02.api.letsencrypt.org", guess: None }"#;
        assert_eq!(told, [expected]);
    }

    #[test]
    fn credentials_of_instant_acme_and_our_own_export_are_told_apart() {
        let der = pem::parse(pem()).unwrap();
        let credentials = json!({ "id": "https://ca.example/acct/1", "directory": "https://ca.example/dir",
            "key_pkcs8": BASE64_URL_SAFE_NO_PAD.encode(der.contents()) });
        let told_ca = r#"https://ca.example/acct/1 Directory(Url { scheme: "https""#;
        assert!(told(&credentials.to_string())[0].starts_with(&format!("instant-acme {told_ca}")));
        let own = json!({ "version": 1, "uri": "https://ca.example/acct/1", "directory": "https://ca.example/dir", "key": pem() });
        assert!(told(&own.to_string())[0].starts_with(&format!("certdns {told_ca}")));
    }
}
