//! How the CA behaves, so that clients can be tried against every mood of it.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use jiff::Timestamp;

use super::keys::ALGORITHMS;
use super::problem::Problem;
use crate::sandbox::Stage;
use crate::serve::Failure;

const SIX_DAYS: Duration = Duration::from_secs(6 * 86_400);

/// How the CA behaves. By default it rejects every twentieth good nonce, and is else at its best.
#[derive(Clone, Debug)]
pub struct Manners {
    /// So many percent of good nonces are rejected.
    pub bad_nonces: u8,
    /// So many looks at an order find it pending, and later processing, although all is done.
    pub pending_polls: u32,
    /// `Retry-After` of orders that are pending or processing.
    pub retry_after: Option<Duration>,
    /// How long certificates are valid, unless their profile says otherwise.
    pub lifetime: Duration,
    /// Kinds of certificates; the first is for orders that name none.
    pub profiles: Vec<Profile>,
    /// Whether orders may choose from when until when their certificate is valid.
    pub dates_on_request: bool,
    /// Whether each certificate has a second chain, to the alternate root.
    pub alternate_chain: bool,
    /// Names that were proven need no second proof.
    pub reuse_authorizations: bool,
    /// The next request of a kind fails so.
    pub fail_next: VecDeque<(Stage, Failure)>,
    /// The next good request of a kind is answered with a problem, and not done.
    pub refuse_next: VecDeque<(Stage, Problem)>,
    /// The next orders that are finalized come to nothing, for these problems.
    pub invalidate_next: VecDeque<Problem>,
    /// Names whose challenges fail so, whatever is in DNS.
    pub failing_names: Vec<(String, Problem)>,
    /// The next request of this kind that is good is done, and its answer lost.
    pub lose_answers: VecDeque<Stage>,
    /// Names that cannot be proven here.
    pub forbidden: Vec<String>,
    /// Orders stay processing.
    pub hold_finalize: bool,
    /// Orders that were made before are not found any more.
    pub forget_orders: bool,
    /// Certificates are made for another key than was asked.
    pub foreign_key: bool,
    /// When certificates should be renewed that nothing else is said of; `None` says nothing at all.
    pub renewal_info: Option<Suggestion>,
    /// `Retry-After` of renewal information: seconds, a date, or something else.
    pub renewal_retry_after: Option<String>,
    /// How many orders the list of an account's orders has on a page.
    pub orders_per_page: usize,
    /// Which reasons certificates may be revoked for (RFC 5280 section 5.3.1); those of Let's Encrypt at first.
    pub revocation_reasons: Vec<u8>,
    /// What requests may be signed with; all of ES256, ES384, RS256 and EdDSA at first.
    pub algorithms: Vec<&'static str>,
    /// Accounts need the terms of service agreed to.
    pub terms: bool,
    /// Who may vouch for new accounts.
    pub external_accounts: ExternalAccounts,
    /// Authorizations and challenges are answered only when so many are asked for at the same time.
    pub gather: usize,
}

/// A kind of certificate (draft-ietf-acme-profiles).
#[derive(Clone, Debug)]
pub struct Profile {
    pub name: String,
    /// As the directory tells it.
    pub description: String,
    /// How long certificates are valid; `None` as long as all others.
    pub lifetime: Option<Duration>,
}

impl Profile {
    #[must_use]
    pub fn new(name: &str, description: &str, lifetime: Option<Duration>) -> Profile {
        Profile { name: name.to_owned(), description: description.to_owned(), lifetime }
    }
}

/// What the CA says about renewing a certificate (RFC 9773 section 4.2).
#[derive(Clone, Debug)]
pub enum Suggestion {
    /// When two thirds of its life are over; when it was revoked, at once.
    ByLifetime,
    Window {
        start: Timestamp,
        end: Timestamp,
        /// Where people read why.
        explanation: Option<String>,
    },
    /// This text, which need not be JSON.
    Text(String),
    /// Nothing but this problem.
    Refused(Problem),
}

impl Suggestion {
    #[must_use]
    pub fn window(start: Timestamp, end: Timestamp) -> Suggestion {
        Suggestion::Window { start, end, explanation: None }
    }

    /// A window that is over.
    #[must_use]
    pub fn at_once() -> Suggestion {
        let now = Timestamp::now();
        Suggestion::window(now - Duration::from_secs(2 * 3600), now - Duration::from_secs(3600))
    }

    /// Says where people read why.
    #[must_use]
    pub fn explained(self, url: &str) -> Suggestion {
        match self {
            Suggestion::Window { start, end, .. } => {
                Suggestion::Window { start, end, explanation: Some(url.to_owned()) }
            }
            other => other,
        }
    }
}

/// The external accounts that new accounts can be bound to (RFC 8555 section 7.3.4).
#[derive(Clone, Debug, Default)]
pub struct ExternalAccounts {
    /// Whether there are no new accounts without.
    pub required: bool,
    /// Key identifiers and MAC keys, base64url as CAs hand them out.
    pub keys: HashMap<String, String>,
    /// Whether each is good for one account.
    pub once: bool,
}

impl ExternalAccounts {
    /// New accounts must be bound to one of these.
    #[must_use]
    pub fn required(keys: &[(&str, &str)]) -> ExternalAccounts {
        let keys = keys.iter().map(|(kid, key)| ((*kid).to_owned(), (*key).to_owned())).collect();
        ExternalAccounts { required: true, keys, once: false }
    }
}

impl Default for Manners {
    fn default() -> Manners {
        Manners {
            bad_nonces: 5,
            pending_polls: 0,
            retry_after: None,
            lifetime: Duration::from_secs(90 * 86_400),
            profiles: vec![
                Profile::new("classic", "What most clients want", None),
                Profile::new("shortlived", "Six days, for who renews by itself", Some(SIX_DAYS)),
            ],
            dates_on_request: false,
            alternate_chain: true,
            reuse_authorizations: false,
            fail_next: VecDeque::new(),
            refuse_next: VecDeque::new(),
            invalidate_next: VecDeque::new(),
            failing_names: Vec::new(),
            lose_answers: VecDeque::new(),
            forbidden: Vec::new(),
            hold_finalize: false,
            forget_orders: false,
            foreign_key: false,
            renewal_info: Some(Suggestion::ByLifetime),
            renewal_retry_after: Some("21600".to_owned()),
            orders_per_page: 100,
            revocation_reasons: vec![0, 1, 3, 4, 5],
            algorithms: ALGORITHMS.to_vec(),
            terms: true,
            external_accounts: ExternalAccounts::default(),
            gather: 0,
        }
    }
}
