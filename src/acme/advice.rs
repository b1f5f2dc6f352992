//! What each type of problem comes to, and what can be done about it.

use crate::error::{Hint, Kind};

/// A type of problem, how it is met, and what can be done about it.
type Advice = (&'static str, Kind, &'static str);

/// The types of RFC 8555 section 6.7, RFC 9773 section 7.4 and draft-ietf-acme-profiles.
const ADVICE: [Advice; 26] = [
    (
        "accountDoesNotExist",
        Kind::ActionNeeded,
        "the CA does not know this account by its key: `certdns acmeaccount show` asks again; where the key was changed elsewhere, take it over from there with `certdns acmeaccount import`",
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
        "the CA does not take this key: it may be too short, of a kind it does not know, or known to others; have another made, perhaps of another kind with `--key-type`",
    ),
    ("badRevocationReason", Kind::Failed, "the CA does not let its customers give this reason; give another, or none"),
    (
        "badSignatureAlgorithm",
        Kind::Failed,
        "the CA does not take signatures of this kind of account key; make an account with another: `certdns acmeaccount add --key-type`",
    ),
    (
        "caa",
        Kind::ActionNeeded,
        "a CAA record forbids this CA or this account; `certdns caa NAME` prints the records that allow it",
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
        "take the key identifier and the HMAC key from your account at the CA's site, the key into a file; then",
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
    let hint = Hint::new(advice(short_type).map_or(other, |(.., hint)| *hint));
    match short_type {
        // How an account at the CA's shop vouches for the new one (RFC 8555 section 7.3.4).
        "externalAccountRequired" => hint.line("certdns acmeaccount add --eab-kid KID --eab-hmac-key-file FILE"),
        _ => hint,
    }
}

/// The worst that any of these types comes to.
pub(super) fn worst<'a>(types: impl IntoIterator<Item = &'a str>) -> Kind {
    types.into_iter().map(kind).min_by_key(|kind| kind.exit_code()).unwrap_or(Kind::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_hint_of_its_own() {
        let hints: std::collections::BTreeSet<&str> = ADVICE.iter().map(|(.., hint)| *hint).collect();
        assert_eq!(hints.len(), ADVICE.len());
        assert_eq!(kind("urn:example:of-its-own"), Kind::Failed);
        assert_eq!(worst(["dns", "caa"]), Kind::ActionNeeded);
    }
}
