//! When a CA would like a certificate to be renewed (RFC 9773).

use std::time::Duration;

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

/// What a CA says about renewing a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenewalInfo {
    /// `None` when the CA suggests none at all.
    pub window: Option<Window>,
    /// How long its answer is good (`Retry-After`, RFC 9773 section 4.3).
    pub ask_again_in: Option<Duration>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
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
    /// Asks when one certificate should be renewed.
    ///
    /// # Errors
    /// [`AcmeError`] when there is no answer, or the CA does not know the certificate.
    pub async fn renewal_window(&self, renewal_id: &str) -> Result<RenewalInfo, AcmeError> {
        let Some(endpoint) = &self.endpoints.renewal_info else { return Ok(RenewalInfo::default()) };
        let url = self.wire.url(&format!("{}/{renewal_id}", endpoint.as_str().trim_end_matches('/')))?;
        let reply = self.wire.get(&url).await?;
        let ask_again_in = reply.retry_after(std::time::SystemTime::now());
        let document: Document = self.wire.parse(&reply)?;
        let Suggested { start, end } = document.suggested_window;
        let explanation = document.explanation.filter(|url| matches!(url.scheme(), "https" | "http"));
        Ok(RenewalInfo { window: Some(Window { start, end, explanation }), ask_again_in })
    }
}
