//! Bundles: registrations, and where it is asked for accounts and the settings of lineages, in one encrypted file.
//!
//! The file is an age file (<https://age-encryption.org/v1>), so that any age tool opens it. Inside is one JSON document:
//!
//! ```json
//! {
//!   "version": 1,
//!   "certdns": "bundle",
//!   "created_at": "2027-01-31T12:00:00Z",
//!   "registrations": [],
//!   "accounts": [],
//!   "lineages": []
//! }
//! ```
//!
//! A registration stands there as `certdns registration export` writes it, its story included; an account as
//! `certdns acmeaccount export` does; a lineage as in its `lineage.json`, and never with a certificate, its key, or what
//! was pending. What of the document is decided without touching anything is in [`Bundle`].

mod content;
mod fault;
mod gathering;
mod sealing;
mod taking;

pub use content::Bundle;
pub use fault::{BundleFault, SealFault};
pub use gathering::{Gathered, Wanted, gather};
pub use sealing::{
    Key, Lock, MAX_CONTENT, MAX_FILE, identities, is_for_passphrase, recipient, recipients, seal, unseal,
};
pub use taking::{Brought, Fate, Plan, plan, take};
