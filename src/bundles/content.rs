//! What is inside a bundle, as text and back. Pure.

use std::path::Path;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::fault::BundleFault;
use crate::acme::{Account, AccountKey, account_name};
use crate::registrations::formats::{self, Beside, Entry, Flaw};
use crate::secret::Secret;
use crate::store::{Lineage, Record, Store, lineage_name};

const VERSION: u64 = 1;
/// What the document says it is.
const KIND: &str = "bundle";

/// What travels.
#[derive(Clone, Debug)]
pub struct Bundle {
    pub created_at: Timestamp,
    pub registrations: Vec<Record>,
    pub accounts: Vec<Account>,
    /// Without certificates.
    pub lineages: Vec<Lineage>,
}

/// The frame, before what is in it is looked at.
#[derive(Deserialize)]
struct Frame {
    created_at: Timestamp,
    #[serde(default)]
    registrations: Vec<Value>,
    #[serde(default)]
    accounts: Vec<Value>,
    #[serde(default)]
    lineages: Vec<Value>,
}

impl Bundle {
    /// The document, with every secret in it.
    #[must_use]
    pub fn text(&self) -> Secret {
        let registrations: Vec<Value> = self.registrations.iter().map(Store::record_document).collect();
        let document = json!({
            "version": VERSION,
            "certdns": KIND,
            "created_at": self.created_at,
            "registrations": registrations,
            "accounts": self.accounts,
            "lineages": self.lineages.iter().map(Lineage::settings).collect::<Vec<_>>(),
        });
        let text = Zeroizing::new(format!("{document:#}\n"));
        Secret::new(text.as_str())
    }

    /// Reads a document; all of it is well, or it is an error.
    ///
    /// # Errors
    /// When it is something else, of a newer certdns, or anything in it cannot be used.
    pub fn read(text: &Secret) -> Result<Bundle, BundleFault> {
        let document: Value = serde_json::from_str(text.expose()).map_err(|_| BundleFault::NoBundle)?;
        if document["certdns"] != KIND {
            return Err(BundleFault::NoBundle);
        }
        match document["version"].as_u64() {
            Some(version) if version > VERSION => return Err(BundleFault::Newer { version }),
            Some(_) => {}
            None => return Err(BundleFault::NoBundle),
        }
        let frame: Frame = part("the bundle", document)?;
        let registrations = frame.registrations.into_iter().map(|one| part("a registration", one));
        let accounts = frame.accounts.into_iter().map(account);
        let bundle = Bundle {
            created_at: frame.created_at,
            registrations: registrations.collect::<Result<_, _>>()?,
            accounts: accounts.collect::<Result<_, _>>()?,
            lineages: frame.lineages.into_iter().map(lineage).collect::<Result<_, _>>()?,
        };
        bundle.check_twice()?;
        Ok(bundle)
    }

    /// The registrations as they are taken over from any other file.
    ///
    /// # Errors
    /// When one cannot be used.
    pub fn entries(text: &Secret) -> Result<Vec<Result<Entry, Flaw>>, Flaw> {
        let contents = formats::read(Path::new("-"), text, &Beside::default())?;
        Ok(contents.map(|contents| contents.entries).unwrap_or_default())
    }

    /// One of two lineages of a name would be lost without a word.
    fn check_twice(&self) -> Result<(), BundleFault> {
        let mut names: Vec<&str> = self.lineages.iter().map(|one| one.name.as_str()).collect();
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(BundleFault::Twice { name: pair[0].to_owned() }),
            None => Ok(()),
        }
    }
}

/// What the parser says of a field may quote a secret.
fn part<T: DeserializeOwned>(what: &'static str, value: Value) -> Result<T, BundleFault> {
    serde_json::from_value(value).map_err(|_| BundleFault::Part { what })
}

fn account(value: Value) -> Result<Account, BundleFault> {
    let account: Account = part("an account", value)?;
    let is_named_well = account.name.as_deref().is_none_or(|name| account_name(name).is_ok());
    let has_key = AccountKey::from_pem(&account.key).is_ok();
    if is_named_well && has_key { Ok(account) } else { Err(BundleFault::Part { what: "an account" }) }
}

/// A name is a folder here: no other than a lineage can have.
fn lineage(value: Value) -> Result<Lineage, BundleFault> {
    let lineage: Lineage = part("a lineage", value)?;
    let is_named_well = lineage_name(&lineage.name).is_ok_and(|name| name == lineage.name);
    if !is_named_well || lineage.identifiers.is_empty() {
        return Err(BundleFault::Part { what: "a lineage" });
    }
    Ok(lineage.settings())
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::acme::AccountKeyType;
    use crate::acmedns::Registration;
    use crate::identifier::{DnsName, Identifier};

    fn record() -> Record {
        let registration = Registration {
            server: Url::parse("https://auth.example.org/").unwrap(),
            username: "u".to_owned(),
            password: Secret::new("s3cret"),
            subdomain: "a".to_owned(),
            fulldomain: DnsName::parse("a.auth.example.org").unwrap(),
            allow_from: Vec::new(),
            registered_at: Timestamp::UNIX_EPOCH,
        };
        Record::new(DnsName::parse("_acme-challenge.example.com").unwrap(), registration)
    }

    fn bundle() -> Bundle {
        let key = AccountKey::generate(AccountKeyType::EcdsaP256).unwrap();
        let directory = Url::parse("https://ca.example/directory").unwrap();
        let names = vec![Identifier::parse("example.com").unwrap()];
        let lineage = Lineage::new(
            "example.com",
            names,
            crate::certificate::KeyType::default(),
            directory.clone(),
            Timestamp::UNIX_EPOCH,
        );
        Bundle {
            created_at: Timestamp::UNIX_EPOCH,
            registrations: vec![record()],
            accounts: vec![Account::new(directory, &key, Some("work".to_owned()), Timestamp::UNIX_EPOCH)],
            lineages: vec![Lineage { live: Some(3), ..lineage }],
        }
    }

    fn document(change: impl FnOnce(&mut Value)) -> Result<Bundle, BundleFault> {
        let mut document: Value = serde_json::from_str(bundle().text().expose()).unwrap();
        change(&mut document);
        Bundle::read(&Secret::new(document.to_string()))
    }

    #[test]
    fn what_goes_in_comes_out_but_for_certificates() {
        let before = bundle();
        let after = Bundle::read(&before.text()).unwrap();
        assert_eq!(after.registrations, before.registrations);
        assert_eq!(after.accounts[0].key, before.accounts[0].key);
        assert_eq!(after.lineages[0], before.lineages[0].settings());
        assert_eq!(Bundle::entries(&before.text()).unwrap().len(), 1);
        assert!(!format!("{after:?}").contains("s3cret"));
    }

    #[test]
    fn a_field_of_a_newer_certdns_is_kept_with_a_registration() {
        let bundle = document(|document| document["registrations"][0]["of_a_newer_certdns"] = json!([1])).unwrap();
        assert_eq!(Store::record_document(&bundle.registrations[0])["of_a_newer_certdns"], json!([1]));
    }

    #[test]
    fn what_is_no_bundle_or_of_a_newer_certdns_is_told_apart() {
        assert!(matches!(Bundle::read(&Secret::new("{}")), Err(BundleFault::NoBundle)));
        assert!(matches!(Bundle::read(&Secret::new("s3cret")), Err(BundleFault::NoBundle)));
        let newer = document(|document| document["version"] = json!(2));
        assert!(matches!(newer, Err(BundleFault::Newer { version: 2 })));
    }

    #[test]
    fn a_lineage_stays_in_its_folder_and_no_part_is_passed_over() {
        for name in ["../x", "A", "", "/etc"] {
            let read = document(|document| document["lineages"][0]["name"] = json!(name));
            assert!(matches!(read, Err(BundleFault::Part { what: "a lineage" })), "{name}");
        }
        let twice = document(|document| {
            let one = document["lineages"][0].clone();
            document["lineages"].as_array_mut().unwrap().push(one);
        });
        assert!(matches!(twice, Err(BundleFault::Twice { .. })));
        let keyless = document(|document| document["accounts"][0]["key"] = json!("s3cret"));
        assert!(!keyless.unwrap_err().to_string().contains("s3cret"));
        let empty = document(|document| document["registrations"][0] = json!({}));
        assert!(matches!(empty, Err(BundleFault::Part { what: "a registration" })));
    }
}
