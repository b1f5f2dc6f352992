//! An [`Authority`]: a CA, known by its directory (RFC 8555 section 7.1.1).

use std::sync::Arc;

use serde::Deserialize;
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
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Directory {
    new_nonce: String,
    new_order: String,
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
        let Directory { new_nonce, new_order, new_account, key_change, mut meta } = wire.parse(&reply)?;
        let plain = |name: &String| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        meta.caa_identities.retain(plain);
        let optional = |url: Option<String>| url.map(|url| wire.url(&url)).transpose();
        let (new_account, key_change) = (optional(new_account)?, optional(key_change)?);
        let endpoints = Endpoints { new_order: wire.url(&new_order)?, new_account, key_change };
        wire.new_nonce = Some(wire.url(&new_nonce)?);
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

    /// A conversation in the name of an account.
    #[must_use]
    pub fn session(&self, account: Url, key: AccountKey) -> Session {
        Session::new(self.wire.clone(), self.endpoints.new_order.clone(), account, key)
    }
}
