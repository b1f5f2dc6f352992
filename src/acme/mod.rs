//! RFC 8555 as certdns needs it, over instant-acme's vocabulary: accounts, the signing layer and the order engine.
//!
//! instant-acme's types are the words of this room. What is said goes through our own signing layer: every kind of
//! account key, one nonce pool, the requests of one wave side by side, `Retry-After` and `Link` kept.

pub mod account;
mod accounts;
mod advice;
mod authority;
mod error;
mod external;
mod key;
mod order;
mod presets;
mod problem;
mod refusal;
mod renewal_info;
mod revocation;
mod session;
mod wire;

pub use account::{Account, Candidate, account_name};
pub use accounts::{Answered, Facts, NewAccount};
pub use authority::{Authority, Meta};
pub use error::AcmeError;
pub use external::{ExternalAccount, MacAlgorithm};
pub use key::{AccountKey, AccountKeyType};
pub use order::{Authorization, Download, NewOrder, Order};
pub use presets::{PRESETS, Preset, authority_name, preset, preset_at, preset_identities, staging_twin};
pub use renewal_info::{RenewalInfo, Window};
pub use revocation::{Reason, Signed, UnknownReason};
pub use session::Session;
