//! Problem documents (RFC 7807, RFC 8555 section 6.7) as text and as decisions.

use instant_acme::{Problem, Subproblem};

use crate::error::{Hint, Kind, Listed};

const PREFIX: &str = "urn:ietf:params:acme:error:";
const MAX_TEXT: usize = 600;

/// The type without its namespace: `rateLimited`.
pub(super) fn short_type(problem: &Problem) -> &str {
    short(problem.r#type.as_deref())
}

pub(super) fn short(full: Option<&str>) -> &str {
    let full = full.unwrap_or("about:blank");
    full.strip_prefix(PREFIX).unwrap_or(full)
}

/// What the CA says, on one line, without control characters.
pub(super) fn text(problem: &Problem) -> String {
    said(problem.detail.as_deref(), short_type(problem))
}

/// What the CA says of single names (RFC 8555 section 6.7.1).
pub(super) fn each(problem: &Problem) -> Option<Listed> {
    Listed::new(problem.subproblems.iter().map(of_name).collect())
}

/// A subproblem, with the name it is about.
pub(super) fn of_name(problem: &Subproblem) -> String {
    let said = said(problem.detail.as_deref(), short(problem.r#type.as_deref()));
    match &problem.identifier {
        Some(name) => format!("{}: {said}", name.authorized(false)),
        None => said,
    }
}

pub(super) fn said(detail: Option<&str>, kind: &str) -> String {
    let words = detail.unwrap_or("no details").split(|c: char| c.is_whitespace() || c.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(MAX_TEXT).collect();
    format!("{line} ({})", kind.chars().filter(|c| !c.is_control()).take(80).collect::<String>())
}

/// How a problem of this type is met.
pub(super) fn kind(short_type: &str) -> Kind {
    match short_type {
        "rateLimited" | "badNonce" | "serverInternal" | "dns" | "connection" | "unauthorized" | "incorrectResponse" => {
            Kind::TryLater
        }
        "caa" | "userActionRequired" | "externalAccountRequired" | "accountDoesNotExist" => Kind::ActionNeeded,
        _ => Kind::Failed,
    }
}

/// What can be done about a problem of this type.
pub(super) fn hint(short_type: &str) -> Hint {
    if short_type == "externalAccountRequired" {
        return bind_hint();
    }
    Hint::new(match short_type {
        "rateLimited" => "the CA's limits are used up for now; run the same command later",
        "caa" => {
            "a CAA record forbids this CA or this account; `certdns acmeaccount list` prints the records that allow it"
        }
        "userActionRequired" => {
            "the CA wants something done first (often new terms of service agreed to); its words say where"
        }
        "badSignatureAlgorithm" | "badPublicKey" => {
            "the CA does not take this kind of account key; choose another with `--key-type`"
        }
        "accountDoesNotExist" => {
            "the CA does not know this account by its key: `certdns acmeaccount show` asks again; where the key was changed elsewhere, take it over from there with `certdns acmeaccount import`"
        }
        "rejectedIdentifier" | "unsupportedIdentifier" => {
            "the CA does not issue for this name; leave it out or choose another CA with `--ca`"
        }
        "unsupportedContact" | "invalidContact" => "give another address with `--email`, or none",
        "dns" | "unauthorized" | "incorrectResponse" | "connection" => {
            "the CA saw other DNS than certdns did: `certdns check` shows every server; then run the same command again"
        }
        "serverInternal" => "the CA is in trouble; run the same command again later",
        _ => "run the same command again; if it stays, the CA's words above are the thing to search for",
    })
}

/// How an account at the CA's shop vouches for the new one (RFC 8555 section 7.3.4).
pub(super) fn bind_hint() -> Hint {
    Hint::new("take the key identifier and the HMAC key from your account at the CA's site, the key into a file; then")
        .line("certdns acmeaccount add --eab-kid KID --eab-hmac-key-file FILE")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_ca_says_is_one_line_without_control_characters() {
        assert_eq!(said(Some("too\n many\x1b[31m certs"), "rateLimited"), "too many [31m certs (rateLimited)");
        assert_eq!(said(None, "caa"), "no details (caa)");
    }
}
