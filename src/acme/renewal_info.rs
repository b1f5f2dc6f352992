//! When a CA would like a certificate to be renewed (RFC 9773).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{AcmeError, Authority};

/// The suggested window (RFC 9773 section 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    pub start: Timestamp,
    pub end: Timestamp,
    /// Where the CA tells why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Url>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RenewalInfo {
    suggested_window: Suggested,
    #[serde(rename = "explanationURL")]
    explanation: Option<Url>,
}

#[derive(Deserialize)]
struct Suggested {
    start: Timestamp,
    end: Timestamp,
}

impl Authority {
    /// Asks for the window of one certificate; `None` when the CA suggests none at all.
    ///
    /// # Errors
    /// [`AcmeError`] when there is no answer, or the CA does not know the certificate.
    pub async fn renewal_window(&self, renewal_id: &str) -> Result<Option<Window>, AcmeError> {
        let Some(endpoint) = &self.endpoints.renewal_info else { return Ok(None) };
        let url = self.wire.url(&format!("{}/{renewal_id}", endpoint.as_str().trim_end_matches('/')))?;
        let info: RenewalInfo = self.wire.parse(&self.wire.get(&url).await?)?;
        let Suggested { start, end } = info.suggested_window;
        Ok(Some(Window { start, end, explanation: info.explanation }))
    }
}
