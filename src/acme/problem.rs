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

/// A type of problem, how it is met, and what can be done about it.
type Advice = (&'static str, Kind, &'static str);

/// The types of RFC 8555 section 6.7, RFC 9773 section 7.4 and draft-ietf-acme-profiles.
const ADVICE: [Advice; 26] = [
    (
        "accountDoesNotExist",
        Kind::ActionNeeded,
        "the CA does not know this account any more; move its file under accounts/ aside, and run the same command again",
    ),
    (
        "alreadyReplaced",
        Kind::TryLater,
        "another order is replacing this certificate already, perhaps from another machine; run the same command again when that is done",
    ),
    ("alreadyRevoked", Kind::Failed, "nothing is left to do: the certificate was revoked before"),
    (
        "badCSR",
        Kind::Failed,
        "the CA does not take this request: try another kind of key with `--key-type`, or a request that is made anew with `--csr`",
    ),
    (
        "badNonce",
        Kind::TryLater,
        "the CA turned every nonce away that it had given out, so its servers are at odds with each other; run the same command again later",
    ),
    (
        "badPublicKey",
        Kind::Failed,
        "the CA does not take this key: it may be too short, of a kind it does not know, or known to others; have another made",
    ),
    ("badRevocationReason", Kind::Failed, "the CA does not let its customers give this reason; give another, or none"),
    (
        "badSignatureAlgorithm",
        Kind::Failed,
        "the CA does not take signatures of this kind of account key; it needs an account with another",
    ),
    (
        "caa",
        Kind::ActionNeeded,
        "a CAA record forbids this CA or this account; `certdns acmeaccount list` prints the records that allow it",
    ),
    (
        "compound",
        Kind::Failed,
        "several things are wrong at once, and the CA's words tell them; put them right one by one",
    ),
    (
        "connection",
        Kind::TryLater,
        "the CA could not reach a server that it asks: `certdns check` shows which answer; then run the same command again",
    ),
    (
        "dns",
        Kind::TryLater,
        "DNS failed the CA, which asks from several places: `certdns check --perspective RESOLVER` looks from elsewhere; then run the same command again",
    ),
    (
        "externalAccountRequired",
        Kind::ActionNeeded,
        "this CA gives accounts to its customers only: take a key identifier and a MAC key from its site, and give them with `--eab-kid` and `--eab-hmac-key-file`",
    ),
    (
        "incorrectResponse",
        Kind::TryLater,
        "the CA saw other values than were published: `certdns check --probe` publishes one and reads it back; then run the same command again",
    ),
    ("invalidContact", Kind::Usage, "the CA cannot write to this address; give another with `--email`, or none"),
    (
        "invalidProfile",
        Kind::Usage,
        "`certdns ca show` lists the profiles that the CA offers; give one of them with `--profile`",
    ),
    (
        "malformed",
        Kind::Failed,
        "the CA could not make sense of the request: its words above say what of; with `--verbose` every exchange is told",
    ),
    ("orderNotReady", Kind::TryLater, "the CA takes the order for unfinished; run the same command again in a minute"),
    ("rateLimited", Kind::TryLater, "the CA's limits are used up for now; run the same command later"),
    (
        "rejectedIdentifier",
        Kind::Failed,
        "the CA does not issue for this name; leave it out or choose another CA with `--ca`",
    ),
    ("serverInternal", Kind::TryLater, "the CA is in trouble; run the same command again later"),
    (
        "tls",
        Kind::TryLater,
        "the CA met a TLS error, which proofs by DNS have no part in; run the same command again, and tell the CA if it stays",
    ),
    (
        "unauthorized",
        Kind::TryLater,
        "the CA saw other DNS than certdns did: `certdns check` shows every server; then run the same command again",
    ),
    ("unsupportedContact", Kind::Usage, "the CA does not write to addresses of this kind; leave `--email` out"),
    (
        "unsupportedIdentifier",
        Kind::Failed,
        "the CA does not issue for names of this kind (wildcards, perhaps); choose another CA with `--ca`",
    ),
    (
        "userActionRequired",
        Kind::ActionNeeded,
        "the CA wants something done first (often new terms of service agreed to); its words say where",
    ),
];

fn advice(short_type: &str) -> Option<&'static Advice> {
    ADVICE.iter().find(|(known, ..)| *known == short_type)
}

/// How a problem of this type is met.
pub(super) fn kind(short_type: &str) -> Kind {
    advice(short_type).map_or(Kind::Failed, |(_, kind, _)| *kind)
}

/// What can be done about a problem of this type.
pub(super) fn hint(short_type: &str) -> Hint {
    let other = "run the same command again; if it stays, the CA's words above are the thing to search for";
    Hint::new(advice(short_type).map_or(other, |(.., hint)| *hint))
}

/// The types that a problem comes to, each once: those of its subproblems, where it is only their sum.
pub(super) fn types(problem: &Problem) -> Vec<&str> {
    let own = short_type(problem);
    let mut types: Vec<&str> = problem.subproblems.iter().map(|one| short(one.r#type.as_deref())).collect();
    if types.is_empty() || !matches!(own, "compound" | "malformed") {
        return vec![own];
    }
    types.sort_unstable();
    types.dedup();
    types
}

/// The worst that any of these types comes to.
pub(super) fn worst<'a>(types: impl IntoIterator<Item = &'a str>) -> Kind {
    types.into_iter().map(kind).min_by_key(|kind| kind.exit_code()).unwrap_or(Kind::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_ca_says_is_one_line_without_control_characters() {
        assert_eq!(said(Some("too\n many\x1b[31m certs"), "rateLimited"), "too many [31m certs (rateLimited)");
        assert_eq!(said(None, "caa"), "no details (caa)");
    }

    #[test]
    fn every_type_has_a_hint_of_its_own() {
        let hints: std::collections::BTreeSet<&str> = ADVICE.iter().map(|(.., hint)| *hint).collect();
        assert_eq!(hints.len(), ADVICE.len());
        assert_eq!(kind("urn:example:of-its-own"), Kind::Failed);
    }

    #[test]
    fn a_problem_that_only_sums_up_is_met_as_its_parts() {
        let problem = |own: &str| -> Problem {
            let part = |kind: &str| serde_json::json!({ "type": format!("{PREFIX}{kind}") });
            let parts = [part("dns"), part("caa"), part("dns")];
            serde_json::from_value(serde_json::json!({ "type": format!("{PREFIX}{own}"), "subproblems": parts }))
                .unwrap()
        };
        assert_eq!(types(&problem("compound")), ["caa", "dns"]);
        assert_eq!(types(&problem("rejectedIdentifier")), ["rejectedIdentifier"]);
        assert_eq!(worst(["dns", "caa"]), Kind::ActionNeeded);
    }
}
