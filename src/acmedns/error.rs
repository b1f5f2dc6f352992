//! Why an acme-dns server did not do what it was asked.

use http::StatusCode;
use jiff::Timestamp;
use url::Url;

use super::protocol::ErrorReply;
use crate::error::{Explain, Hint, Kind};
use crate::http::{HttpError, Reply, host_of};
use crate::identifier::DnsName;

/// Every way `/register` and `/update` fail; `server` is host and port.
#[derive(Debug, thiserror::Error)]
pub enum AcmeDnsError {
    #[error("the acme-dns server {server} gave no answer")]
    NoAnswer { server: String, source: HttpError },
    #[error("Certify DNS refuses to register: the licence credentials are wrong or missing")]
    CertifyCredentials { given: bool },
    #[error("the acme-dns server {server} wants credentials to register")]
    CredentialsMissing { server: String },
    #[error("the acme-dns server {server} refuses these credentials to register")]
    CredentialsWrong { server: String },
    #[error("the acme-dns server {server} has registration switched off, or its base URL is another")]
    RegistrationDisabled { server: String },
    #[error("the acme-dns server {server} takes no such --allow-from network")]
    AllowFrom { server: String },
    #[error("the acme-dns server {server} refuses the stored credentials of {fulldomain}")]
    UpdateForbidden { server: String, fulldomain: DnsName, restricted: bool },
    #[error("the acme-dns server {server} is overloaded or down (HTTP {status})")]
    Unavailable { server: String, status: StatusCode, until: Option<Timestamp> },
    #[error("the acme-dns server {server} redirects to {location}")]
    Moved { server: String, location: String },
    #[error("the acme-dns server {server} answered HTTP {status}: {said:?}")]
    Refused { server: String, status: StatusCode, said: String },
    #[error("{server} does not answer like an acme-dns server (HTTP {status}): {said:?}")]
    NotAcmeDns { server: String, status: StatusCode, said: String },
}

/// What was being asked, as far as the meaning of a refusal depends on it.
pub(super) enum Asked<'a> {
    Register { certify: bool, credentials: bool },
    Update { fulldomain: &'a DnsName, restricted: bool },
}

/// Judges an answer that is not a success.
pub(super) fn refusal(server: String, base: &Url, asked: &Asked<'_>, reply: &Reply, now: Timestamp) -> AcmeDnsError {
    let status = reply.status;
    let said = serde_json::from_slice::<ErrorReply>(&reply.body).ok().map(|reply| printable(&reply.error));
    match (status.as_u16(), asked) {
        (401 | 403, Asked::Register { certify: true, credentials }) => {
            AcmeDnsError::CertifyCredentials { given: *credentials }
        }
        (401 | 403, Asked::Register { credentials: true, .. }) => AcmeDnsError::CredentialsWrong { server },
        (401 | 403, Asked::Register { .. }) => AcmeDnsError::CredentialsMissing { server },
        (401 | 403, Asked::Update { fulldomain, restricted }) => {
            AcmeDnsError::UpdateForbidden { server, fulldomain: (*fulldomain).clone(), restricted: *restricted }
        }
        (404 | 405, Asked::Register { .. }) => AcmeDnsError::RegistrationDisabled { server },
        (400, _) if said.as_deref() == Some("invalid_allowfrom_cidr") => AcmeDnsError::AllowFrom { server },
        (429 | 500..=599, _) => AcmeDnsError::Unavailable { server, status, until: until(reply, now) },
        // Host only: its path can repeat the key that stands in ours.
        (300..=399, _) => AcmeDnsError::Moved { server, location: host_of(reply.header("location").unwrap_or("")) },
        _ => match said {
            Some(said) => AcmeDnsError::Refused { server, status, said },
            None => AcmeDnsError::NotAcmeDns { server, status, said: without_key(base, reply.excerpt()) },
        },
    }
}

/// A base URL's path can be a key (`https://host/KEY/`), and servers like to repeat what they were asked.
pub(super) fn without_key(base: &Url, said: String) -> String {
    let key = base.path().trim_matches('/');
    if key.is_empty() { said } else { said.replace(key, "[path]") }
}

fn until(reply: &Reply, now: Timestamp) -> Option<Timestamp> {
    let wait = reply.retry_after(now.try_into().ok()?)?;
    now.checked_add(wait).ok()
}

fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

impl AcmeDnsError {
    /// Whether a value may be published although the answer was lost: looking tells.
    #[must_use]
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, AcmeDnsError::NoAnswer { source, .. } if source.is_transient())
    }
}

impl Explain for AcmeDnsError {
    fn kind(&self) -> Kind {
        match self {
            AcmeDnsError::NoAnswer { source, .. } => source.kind(),
            AcmeDnsError::Unavailable { .. } => Kind::TryLater,
            AcmeDnsError::Refused { .. } | AcmeDnsError::NotAcmeDns { .. } => Kind::Failed,
            AcmeDnsError::AllowFrom { .. } => Kind::Usage,
            _ => Kind::ActionNeeded,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            AcmeDnsError::NoAnswer { source, .. } => source.hints(),
            AcmeDnsError::CertifyCredentials { given } => vec![certify_hint(*given)],
            AcmeDnsError::Unavailable { until: Some(until), .. } => {
                vec![Hint::new(format!("it asks to be left alone until {until}; run the same command again then"))]
            }
            error => vec![Hint::new(plain_hint(error))],
        }
    }
}

fn certify_hint(given: bool) -> Hint {
    let why = if given {
        "the key must be the Certify DNS licence key, not the Certify Certificate Manager key; both stand in your certifytheweb.com account"
    } else {
        "Certify DNS needs the e-mail address of your certifytheweb.com account and the Certify DNS licence key (not the Certify Certificate Manager key)"
    };
    Hint::new(why)
        .line("certdns --acme-dns certify --acme-dns-user you@example.com --acme-dns-key-file KEY-FILE register NAME")
}

fn plain_hint(error: &AcmeDnsError) -> &'static str {
    match error {
        AcmeDnsError::CredentialsMissing { .. } => "give them with `--acme-dns-user` and `--acme-dns-key-file`",
        AcmeDnsError::CredentialsWrong { .. } => "check `--acme-dns-user` and the key in `--acme-dns-key-file`",
        AcmeDnsError::RegistrationDisabled { .. } => {
            "check the path of the base URL; on a server of your own, set `disable_registration = false` while you register"
        }
        AcmeDnsError::AllowFrom { .. } => "networks are written with a mask: `192.0.2.0/24`, `2001:db8::/32`",
        AcmeDnsError::UpdateForbidden { restricted: true, .. } => {
            "the registration only takes updates from its --allow-from networks: run certdns from one of them, or the server has deleted it"
        }
        AcmeDnsError::UpdateForbidden { .. } => {
            "the server has deleted this registration or its credentials are damaged; move the file under registrations/ aside and run `certdns register NAME`, then change the CNAME"
        }
        AcmeDnsError::Moved { .. } => "if that is the right server, give its address with `--acme-dns`",
        AcmeDnsError::NotAcmeDns { .. } => "check the base URL given with `--acme-dns`",
        _ => "run the same command again later",
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderMap;

    use super::*;

    /// What an answer to a request means: exit code and message.
    fn told(asked: &Asked<'_>, status: u16, body: &str) -> String {
        let reply = Reply {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::from_iter([(
                http::header::LOCATION,
                "https://other.example/KEY/register".parse().unwrap(),
            )]),
            body: Bytes::copy_from_slice(body.as_bytes()),
        };
        let base = Url::parse("https://auth.example/KEY/").unwrap();
        let error = refusal("auth.example".to_owned(), &base, asked, &reply, Timestamp::UNIX_EPOCH);
        format!("{} {error}", error.kind().exit_code())
    }

    #[test]
    fn each_refusal_to_register_has_a_meaning_of_its_own() {
        let certify = Asked::Register { certify: true, credentials: true };
        let wrong = "3 Certify DNS refuses to register: the licence credentials are wrong or missing";
        assert_eq!(told(&certify, 401, ""), wrong);
        let plain = |credentials| Asked::Register { certify: false, credentials };
        assert_eq!(told(&plain(false), 401, ""), "3 the acme-dns server auth.example wants credentials to register");
        assert_eq!(
            told(&plain(true), 403, ""),
            "3 the acme-dns server auth.example refuses these credentials to register"
        );
        assert_eq!(
            told(&plain(false), 404, "404 page not found"),
            "3 the acme-dns server auth.example has registration switched off, or its base URL is another"
        );
        assert_eq!(
            told(&plain(false), 400, r#"{"error": "invalid_allowfrom_cidr"}"#),
            "2 the acme-dns server auth.example takes no such --allow-from network"
        );
        assert_eq!(
            told(&plain(false), 503, "<html>"),
            "4 the acme-dns server auth.example is overloaded or down (HTTP 503 Service Unavailable)"
        );
        assert_eq!(told(&plain(false), 302, ""), "3 the acme-dns server auth.example redirects to other.example");
    }

    #[test]
    fn each_refusal_of_an_update_has_a_meaning_of_its_own() {
        let fulldomain = DnsName::parse("d420.auth.example").unwrap();
        let asked = Asked::Update { fulldomain: &fulldomain, restricted: false };
        assert_eq!(
            told(&asked, 401, r#"{"error": "forbidden"}"#),
            "3 the acme-dns server auth.example refuses the stored credentials of d420.auth.example"
        );
        assert_eq!(
            told(&asked, 400, r#"{"error": "bad_txt"}"#),
            r#"1 the acme-dns server auth.example answered HTTP 400 Bad Request: "bad_txt""#
        );
    }

    #[test]
    fn a_key_in_the_path_is_not_repeated() {
        let asked = Asked::Register { certify: false, credentials: false };
        let said = told(&asked, 418, "Cannot POST /KEY/register");
        assert!(said.ends_with(r#""Cannot POST /[path]/register""#), "{said}");
    }

    #[test]
    fn the_licence_key_is_told_apart_from_the_certificate_manager_key() {
        for given in [true, false] {
            let hint = &AcmeDnsError::CertifyCredentials { given }.hints()[0];
            assert!(hint.text.contains("not the Certify Certificate Manager key"), "{}", hint.text);
        }
    }
}
