//! An [`Authority`]: a CA, known by its directory (RFC 8555 section 7.1.1).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use url::Url;

use super::wire::Wire;
use super::{AccountKey, AcmeError, Session, authority_name};
use crate::event::SharedReporter;
use crate::http::Http;

/// A CA that has answered with its directory.
#[derive(Clone)]
pub struct Authority {
    pub(super) wire: Arc<Wire>,
    pub(super) directory: Url,
    pub(super) endpoints: Endpoints,
    meta: Meta,
}

#[derive(Clone, Debug)]
pub(super) struct Endpoints {
    pub new_order: Url,
    /// Where certificates are revoked (RFC 8555 section 7.6).
    pub revoke_cert: Option<Url>,
    /// Where renewal information is asked for (RFC 9773 section 4.1).
    pub renewal_info: Option<Url>,
    /// What a CA without these is asked for comes to nothing; nobody else needs them.
    pub new_account: Option<Url>,
    pub key_change: Option<Url>,
}

/// What a CA says about itself (RFC 8555 section 7.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Meta {
    pub terms_of_service: Option<Url>,
    pub website: Option<Url>,
    /// The names by which CAA records mean this CA; the first is the main one.
    pub caa_identities: Vec<String>,
    pub external_account_required: bool,
    /// The kinds of certificates to choose from, with what the CA says of each (draft-ietf-acme-profiles).
    #[serde(deserialize_with = "texts")]
    pub profiles: BTreeMap<String, String>,
}

/// What is no text is left out: a directory is not useless for it.
fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    let Value::Object(members) = Value::deserialize(from)? else { return Ok(BTreeMap::new()) };
    Ok(members.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned()))).collect())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Directory {
    new_nonce: String,
    new_order: String,
    revoke_cert: Option<String>,
    renewal_info: Option<String>,
    new_account: Option<String>,
    key_change: Option<String>,
    #[serde(default)]
    meta: Meta,
}

impl Authority {
    /// Asks for the directory.
    ///
    /// # Errors
    /// [`AcmeError`] when there is no answer, or it is no directory.
    pub async fn connect(http: Http, directory: Url, reporter: SharedReporter) -> Result<Authority, AcmeError> {
        let mut wire = Wire::new(http, reporter, authority_name(&directory), directory.scheme() == "http");
        let reply = wire.get(&directory).await?;
        let said: Directory = wire.parse(&reply)?;
        let (mut meta, plain) = (said.meta, |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        meta.caa_identities.retain(|name| name.chars().all(plain));
        let required = |url: Option<String>| url.map(|url| wire.url(&url)).transpose();
        let optional = |url: Option<String>| url.and_then(|url| wire.url(&url).ok());
        let endpoints = Endpoints {
            new_order: wire.url(&said.new_order)?,
            new_account: required(said.new_account)?,
            key_change: required(said.key_change)?,
            revoke_cert: optional(said.revoke_cert),
            renewal_info: optional(said.renewal_info),
        };
        wire.new_nonce = Some(wire.url(&said.new_nonce)?);
        Ok(Authority { wire: Arc::new(wire), directory, endpoints, meta })
    }

    /// The directory URL.
    #[must_use]
    pub fn directory(&self) -> &Url {
        &self.directory
    }

    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Where the CA says when certificates should be renewed (RFC 9773 section 4.1).
    #[must_use]
    pub fn renewal_info(&self) -> Option<&Url> {
        self.endpoints.renewal_info.as_ref()
    }

    /// Whether there is such a kind of certificate here; none in particular there always is.
    ///
    /// # Errors
    /// [`AcmeError::NoProfile`] with those that there are.
    pub fn offers(&self, profile: Option<&str>) -> Result<(), AcmeError> {
        match profile.filter(|profile| !self.meta.profiles.contains_key(*profile)) {
            None => Ok(()),
            Some(profile) => Err(AcmeError::NoProfile {
                authority: authority_name(&self.directory),
                profile: profile.to_owned(),
                offered: self.meta.profiles.keys().cloned().collect(),
            }),
        }
    }

    /// A conversation in the name of an account.
    #[must_use]
    pub fn session(&self, account: Url, key: AccountKey) -> Session {
        Session::new(self.wire.clone(), self.endpoints.new_order.clone(), account, key)
    }
}
