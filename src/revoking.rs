//! Having a certificate revoked, and remembering that it was.

use jiff::Timestamp;
use url::Url;

use crate::accounts::settled;
use crate::acme::{AccountKey, AcmeError, Reason, Signed};
use crate::certificate::{Chain, PrivateKey};
use crate::context::Context;
use crate::error::{Error, Explain, Hint, Kind, Result};
use crate::http::host_of;
use crate::permission::account_to_order_with;
use crate::settings::Given;
use crate::store::{Lineage, Revoked};

/// A certificate that is to be revoked, and where it belongs.
pub struct Condemned {
    pub chain: Chain,
    /// The lineage and generation that it is; `None` for a certificate that is not ours.
    pub place: Option<(Lineage, u32)>,
    /// The directory URL of the CA that issued it.
    pub directory: Url,
    /// The URI of the account that it was issued to, where that is known.
    pub account: Option<Url>,
}

impl Condemned {
    /// A generation of a lineage.
    ///
    /// # Errors
    /// When its files cannot be read.
    pub fn generation(cx: &Context, lineage: Lineage, generation: u32) -> Result<Condemned> {
        let (chain, origin) = (cx.store.chain(&lineage.name, generation)?, lineage.origin(generation));
        // Whoever names a CA knows better.
        let elsewhere = cx.settings.ca_given == Given::Here && cx.settings.ca != origin.directory;
        let (directory, account) = match elsewhere {
            true => (cx.settings.ca.clone(), None),
            false => (origin.directory, origin.account),
        };
        Ok(Condemned { chain, place: Some((lineage, generation)), directory, account })
    }

    /// Any certificate: the generation that it is, if it is one of ours.
    ///
    /// # Errors
    /// When the state directory cannot be read.
    pub fn certificate(cx: &Context, chain: Chain) -> Result<Condemned> {
        for lineage in cx.store.lineages()?.into_iter().flatten() {
            for generation in cx.store.generations(&lineage.name)? {
                let known = cx.store.chain(&lineage.name, generation);
                if known.is_ok_and(|known| known.leaf().fingerprint == chain.leaf().fingerprint) {
                    return Condemned::generation(cx, lineage, generation);
                }
            }
        }
        Ok(Condemned { chain, place: None, directory: cx.settings.ca.clone(), account: None })
    }

    /// The private key that is stored with it.
    ///
    /// # Errors
    /// When there is none.
    pub fn stored_key(&self, cx: &Context) -> Result<PrivateKey> {
        let Some((lineage, generation)) = &self.place else { return Err(RevokingFault::NoKey.into()) };
        Ok(cx.store.key(&lineage.name, *generation)?.ok_or(RevokingFault::NoKey)?)
    }
}

/// Has the CA revoke it, signed by its own key where one is given, else by the account that it was issued to, or the
/// one that would be used at this CA. The caller holds the lock of
/// the lineage, if there is one. Gives `false` when it was revoked before.
///
/// # Errors
/// When the CA does not. What is compromised is remembered all the same.
pub async fn revoke(cx: &Context, condemned: &Condemned, key: Option<&PrivateKey>, reason: Reason) -> Result<bool> {
    let (leaf, now) = (condemned.chain.leaf(), Timestamp::now());
    if key.is_some_and(|key| key.public_key() != leaf.public_key) {
        return Err(RevokingFault::ForeignKey.into());
    }
    if reason == Reason::KeyCompromise {
        // Before the CA is asked: whatever comes of that, the key is not to be used again.
        cx.store.set_compromised(&leaf.public_key, now)?;
    }
    let fresh = ask(cx, condemned, key, reason).await?;
    if let Some((lineage, generation)) = &condemned.place {
        let before = lineage.origin(*generation).revoked.filter(|_| !fresh);
        cx.store.set_revoked(&lineage.name, *generation, before.unwrap_or(Revoked { reason, at: now }))?;
    }
    Ok(fresh)
}

/// Refuses a key that somebody else may know.
///
/// # Errors
/// When a certificate with this `SubjectPublicKeyInfo` (DER) was revoked for keyCompromise.
pub fn not_compromised(cx: &Context, public_key: &[u8]) -> Result<(), RevokingFault> {
    if cx.store.is_compromised(public_key) { Err(RevokingFault::Compromised) } else { Ok(()) }
}

async fn ask(cx: &Context, condemned: &Condemned, key: Option<&PrivateKey>, reason: Reason) -> Result<bool> {
    let der = &condemned.chain.der()[0];
    if let Some(key) = key {
        let key = AccountKey::from_pem(&key.to_pem())?;
        let authority = cx.authority(&condemned.directory).await?;
        return Ok(authority.revoke(Signed::ByCertificate(&key), der, reason).await?);
    }
    let asker = (condemned.directory.clone(), condemned.account.clone());
    let none = || RevokingFault::NoAccount { authority: host_of(condemned.directory.as_str()) };
    let account = account_to_order_with(cx, &asker)?.ok_or_else(none)?;
    let authority = cx.authority(&condemned.directory).await?;
    let account = settled(cx, &authority, account).await?;
    let (key, uri) = (AccountKey::from_pem(&account.key)?, account.uri.expect("it was chosen for having one"));
    authority.revoke(Signed::ByAccount(&key, &uri), der, reason).await.map_err(with_the_other_way)
}

fn with_the_other_way(error: AcmeError) -> Error {
    let refused = error.is_refusal();
    let error = Error::from(error);
    if refused { error.hint(Hint::new(OTHER_WAY)) } else { error }
}

const OTHER_WAY: &str = "whoever has the certificate's private key needs no account: add `--with-certificate-key`";

#[derive(Debug, thiserror::Error)]
pub enum RevokingFault {
    #[error("there is no ACME account for {authority} here")]
    NoAccount { authority: String },
    #[error("the private key of this certificate is not here")]
    NoKey,
    #[error("the private key is that of another certificate")]
    ForeignKey,
    #[error("this private key was told to be compromised; it is never used again")]
    Compromised,
}

impl Explain for RevokingFault {
    fn kind(&self) -> Kind {
        match self {
            RevokingFault::Compromised => Kind::ActionNeeded,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            RevokingFault::NoAccount { .. } => OTHER_WAY,
            RevokingFault::Compromised => "use another key",
            RevokingFault::NoKey | RevokingFault::ForeignKey => "name the file with its private key with `--key-file`",
        })]
    }
}
