//! What is asked of a CA about accounts (RFC 8555 section 7.3).

use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use super::key::{Signer, inner_jws};
use super::{AccountKey, AcmeError, Authority, ExternalAccount};
use crate::http::Reply;

/// What the CA says about an account (RFC 8555 section 7.1.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub uri: Url,
    pub status: String,
    /// Some CAs keep it to themselves.
    pub contact: Option<Vec<String>>,
}

/// What a CA answers to the wish for an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It made one, with the contact that was wanted.
    Made(Facts),
    /// The key had one, with a contact of its own.
    Found(Facts),
}

/// What a new account comes with. Whoever makes one has seen that the terms of service are agreed to.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// `mailto:` URIs.
    pub contact: &'a [String],
    pub external: Option<&'a ExternalAccount>,
}

#[derive(Deserialize)]
struct AccountObject {
    status: String,
    contact: Option<Vec<String>>,
}

impl Authority {
    /// Makes an account for the key, or finds the one that is there. The caller has put the key on disk.
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn new_account(&self, key: &AccountKey, wanted: &NewAccount<'_>) -> Result<Answered, AcmeError> {
        let url = self.new_account_url()?;
        let mut payload = json!({ "termsOfServiceAgreed": true });
        if !wanted.contact.is_empty() {
            payload["contact"] = json!(wanted.contact);
        }
        if let Some(external) = wanted.external {
            payload["externalAccountBinding"] = external.bind(key, url)?;
        }
        let reply = self.wire.post(Signer::Key(key), url, Some(&payload)).await?;
        let facts = self.located(&reply)?;
        // RFC 8555 section 7.3.1: 200 for one that was there before.
        Ok(if reply.status == StatusCode::OK { Answered::Found(facts) } else { Answered::Made(facts) })
    }

    /// The account that a key has (RFC 8555 section 7.3.1); `None` where it has none. Never makes one: a CA that does
    /// is in error, and what it made is not the account that was looked for.
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn find_account(&self, key: &AccountKey) -> Result<Option<Facts>, AcmeError> {
        let payload = json!({ "onlyReturnExisting": true });
        match self.wire.post(Signer::Key(key), self.new_account_url()?, Some(&payload)).await {
            Ok(reply) if reply.status == StatusCode::CREATED => Err(AcmeError::NotAcme {
                authority: self.wire.authority.clone(),
                status: reply.status,
                said: "an account was made, although none was to be".to_owned(),
            }),
            Ok(reply) => self.located(&reply).map(Some),
            Err(error) if error.is("accountDoesNotExist") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// An account as the CA has it.
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn account(&self, uri: &Url, key: &AccountKey) -> Result<Facts, AcmeError> {
        self.ask_account(uri, key, None).await
    }

    /// Gives an account other contacts (RFC 8555 section 7.3.2).
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn set_contact(&self, uri: &Url, key: &AccountKey, contact: &[String]) -> Result<Facts, AcmeError> {
        self.ask_account(uri, key, Some(&json!({ "contact": contact }))).await
    }

    /// Ends an account, for good (RFC 8555 section 7.3.6).
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn deactivate_account(&self, uri: &Url, key: &AccountKey) -> Result<Facts, AcmeError> {
        self.ask_account(uri, key, Some(&json!({ "status": "deactivated" }))).await
    }

    /// Gives an account another key (RFC 8555 section 7.3.5): asked for with the old one, agreed to with the new one.
    /// The caller has put the new key on disk: the answer may be lost.
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn change_key(&self, uri: &Url, old: &AccountKey, new: &AccountKey) -> Result<(), AcmeError> {
        let url = self.endpoints.key_change.as_ref().ok_or_else(|| self.wire.missing("the keyChange URL"))?;
        let payload = inner_jws(new, url, &json!({ "account": uri, "oldKey": old.jwk() }))?;
        self.wire.post(Signer::Account(old, uri), url, Some(&payload)).await.map(drop)
    }

    fn new_account_url(&self) -> Result<&Url, AcmeError> {
        self.endpoints.new_account.as_ref().ok_or_else(|| self.wire.missing("the newAccount URL"))
    }

    async fn ask_account(&self, uri: &Url, key: &AccountKey, payload: Option<&Value>) -> Result<Facts, AcmeError> {
        let reply = self.wire.post(Signer::Account(key, uri), uri, payload).await?;
        self.facts(uri.clone(), &reply)
    }

    fn located(&self, reply: &Reply) -> Result<Facts, AcmeError> {
        let location = reply.header("location").ok_or_else(|| self.wire.missing("the Location of the account"))?;
        self.facts(self.wire.url(location)?, reply)
    }

    fn facts(&self, uri: Url, reply: &Reply) -> Result<Facts, AcmeError> {
        let object: AccountObject = self.wire.parse(reply)?;
        Ok(Facts { uri, status: object.status, contact: object.contact })
    }
}
