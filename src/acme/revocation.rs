//! Revocation (RFC 8555 section 7.6).

use std::fmt;
use std::str::FromStr;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde::{Deserialize, Serialize};
use serde_json::json;
use url::Url;

use super::key::Signer;
use super::{AccountKey, AcmeError, Authority};

/// Why a certificate is revoked, of the reasons that a subscriber may give (RFC 5280 section 5.3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    #[default]
    Unspecified,
    KeyCompromise,
    AffiliationChanged,
    Superseded,
    CessationOfOperation,
}

impl Reason {
    pub const ALL: [Reason; 5] = [
        Reason::Unspecified,
        Reason::KeyCompromise,
        Reason::AffiliationChanged,
        Reason::Superseded,
        Reason::CessationOfOperation,
    ];

    /// The name in RFC 5280.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Unspecified => "unspecified",
            Reason::KeyCompromise => "keyCompromise",
            Reason::AffiliationChanged => "affiliationChanged",
            Reason::Superseded => "superseded",
            Reason::CessationOfOperation => "cessationOfOperation",
        }
    }

    /// The number of `CRLReason`. Unspecified has none: it is to be left out.
    fn code(self) -> Option<u8> {
        match self {
            Reason::Unspecified => None,
            Reason::KeyCompromise => Some(1),
            Reason::AffiliationChanged => Some(3),
            Reason::Superseded => Some(4),
            Reason::CessationOfOperation => Some(5),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Reason {
    type Err = UnknownReason;

    fn from_str(text: &str) -> Result<Reason, UnknownReason> {
        let found = Reason::ALL.into_iter().find(|reason| reason.as_str().eq_ignore_ascii_case(text));
        found.ok_or_else(|| UnknownReason(text.to_owned()))
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is none of unspecified, keyCompromise, affiliationChanged, superseded, cessationOfOperation")]
pub struct UnknownReason(String);

/// Who asks for the revocation.
#[derive(Clone, Copy)]
pub enum Signed<'a> {
    /// The account that the certificate was issued to, or one that may issue for all of its names.
    ByAccount(&'a AccountKey, &'a Url),
    /// Whoever holds the private key of the certificate.
    ByCertificate(&'a AccountKey),
}

impl Authority {
    /// Has the CA revoke a certificate, DER. Gives `false` when it was revoked before.
    ///
    /// # Errors
    /// [`AcmeError`]: what the CA has against it.
    pub async fn revoke(&self, signed: Signed<'_>, certificate: &[u8], reason: Reason) -> Result<bool, AcmeError> {
        let endpoint = self.endpoints.revoke_cert.as_ref().ok_or_else(|| self.wire.missing("the revokeCert URL"))?;
        let mut payload = json!({ "certificate": BASE64URL.encode(certificate) });
        if let Some(code) = reason.code() {
            payload["reason"] = json!(code);
        }
        let signer = match signed {
            Signed::ByAccount(key, uri) => Signer::Account(key, uri),
            Signed::ByCertificate(key) => Signer::Key(key),
        };
        match self.wire.post(signer, endpoint, Some(&payload)).await {
            Ok(_) => Ok(true),
            Err(error) if error.is("alreadyRevoked") => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_read_by_their_names_however_they_are_capitalised() {
        for reason in Reason::ALL {
            assert_eq!(reason.as_str().parse::<Reason>().unwrap(), reason);
            assert_eq!(reason.as_str().to_lowercase().parse::<Reason>().unwrap(), reason);
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
        }
        assert!("cACompromise".parse::<Reason>().is_err());
    }
}
