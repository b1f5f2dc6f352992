//! Findings about TXT records where there should be only a CNAME.

use super::evidence::{Evidence, told};
use super::judgement::{Judge, Votes};
use super::observation::{Hop, Seen};
use super::wrong::is_cloudflare;
use super::{Finding, Severity};
use crate::error::Hint;

/// RFC 8555 section 8.4: the base64url of a SHA-256 digest.
const VALIDATION_VALUE: usize = 43;

impl Judge<'_> {
    /// TXT records beside the CNAME: what the target has, or something else.
    pub(super) fn text_beside(&self, first: &Hop, votes: &Votes<'_>) -> Option<Finding> {
        let seen = &votes.beside;
        if seen.is_empty() {
            return None;
        }
        if self.is_flattened(seen) {
            let challenge = &self.delegation.challenge;
            let message = format!(
                "the name servers of {challenge} follow its CNAME by themselves and show the target's values: that works"
            );
            return Some(self.finding("cname-flattened", Severity::Note, message).evidence(shown(first, seen)));
        }
        Some(self.text_in_the_way(first, seen, "txt-beside-cname", "beside its CNAME"))
    }

    pub(super) fn text_instead(&self, first: &Hop, seen: &[&Seen]) -> Finding {
        self.text_in_the_way(first, seen, "txt-instead-of-cname", "instead of the CNAME").hint(self.create())
    }

    /// Whether every value is one that the target shows, too.
    fn is_flattened(&self, seen: &[&Seen]) -> bool {
        let Some(target) = &self.observation.target else { return false };
        let values = target.values();
        seen.iter().flat_map(|seen| seen.answer.txt()).all(|value| values.contains(value.as_str()))
    }

    /// A TXT record at the challenge name: Cloudflare's Universal SSL keeps hidden ones.
    fn text_in_the_way(&self, first: &Hop, seen: &[&Seen], code: &'static str, place: &str) -> Finding {
        let challenge = &self.delegation.challenge;
        let finding = if is_cloudflare(first) {
            let message = format!(
                "{challenge} has a TXT record {place}, and a CA reads that one: these are hidden records of Cloudflare's Universal SSL"
            );
            self.error("cloudflare-hidden-txt", message).hint(Hint::new(
                "the Cloudflare dashboard does not show them; disable Universal SSL for the zone (SSL/TLS, Edge Certificates), or ask Cloudflare to remove them",
            ))
        } else {
            let message = format!("{challenge} has a TXT record {place}, and a CA reads that one{}", origin(seen));
            self.error(code, message).hint(Hint::new(
                "delete the TXT records at this name at your DNS host (with Cloudflare they can be hidden: disable Universal SSL for the zone)",
            ))
        };
        finding.evidence(shown(first, seen))
    }
}

fn shown(first: &Hop, seen: &[&Seen]) -> Vec<Evidence> {
    seen.iter().map(|seen| told(seen, first)).collect()
}

/// What the values look like.
fn origin(seen: &[&Seen]) -> &'static str {
    let alphabet = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
    let validation = |value: &String| value.len() == VALIDATION_VALUE && value.bytes().all(alphabet);
    match seen.iter().flat_map(|seen| seen.answer.txt()).all(validation) {
        true => " (it looks like what an ACME client left behind)",
        false => "",
    }
}
