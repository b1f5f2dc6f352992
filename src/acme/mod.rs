//! RFC 8555 as certdns needs it, over instant-acme's vocabulary: accounts, the signing layer and the order engine.
//!
//! instant-acme makes accounts, through our own HTTP client; its types are the words of this room. Orders go through
//! our own signing layer: one nonce pool, the requests of one wave side by side, `Retry-After` and `Link` kept.

pub mod account;
mod advice;
mod authority;
mod creating;
mod error;
mod key;
mod order;
mod presets;
mod problem;
mod refusal;
mod renewal_info;
mod revocation;
mod session;
mod wire;

pub use account::Account;
pub use authority::{Authority, Meta};
pub use creating::Facts;
pub use error::AcmeError;
pub use key::AccountKey;
pub use order::{Authorization, Download, NewOrder, Order};
pub use presets::{PRESETS, Preset, authority_name, preset, preset_identities, staging_twin};
pub use renewal_info::Window;
pub use revocation::{Reason, Signed, UnknownReason};
pub use session::Session;
