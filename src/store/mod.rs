//! Everything on disk: owner-only, written whole or not at all, locked across processes.
//!
//! ```text
//! <state>/
//! ├── accounts/<authority>/
//! │   ├── <id>.json                            ACME account: URI, key, contacts (secret)
//! │   └── default                              which one is used where nothing else is said
//! ├── registrations/<acme-dns host>/
//! │   ├── <name>.json                          acme-dns credentials (secret), and their story
//! │   ├── <name>.published                     which values are in its two slots
//! │   └── <name>.aside/<number>.json           credentials that gave way to others, or were removed
//! ├── compromised/<SHA-256 of the public key>.json     keys that are never used again
//! └── lineages/<name>/
//!     ├── lineage.json                         what it is, and "live": replacing this file is the commit
//!     ├── pending/privkey.pem                  the key of a certificate that is being obtained
//!     ├── 0003/{privkey,cert,chain,fullchain}.pem   without privkey.pem where the key is elsewhere (`--csr`)
//!     ├── outputs/                             what is made of the live generation besides
//!     ├── outputs.json                         which outputs were written, by their digests
//!     ├── outputs-journal.json                 which outputs are being replaced this moment
//!     └── live                                 the stable path for servers
//! ```

mod accounts;
mod aside;
mod compromised;
mod deleting;
mod deliveries;
mod document;
mod error;
mod file;
mod generations;
mod lineages;
mod live;
mod lock;
mod names;
mod records;
mod registrations;

use std::path::PathBuf;

pub use aside::{Aside, StagedRecord};
pub use deliveries::Delivered;
pub use error::StoreError;
pub use generations::{Origin, Revoked};
pub use lineages::{Lineage, Pending};
pub use lock::Guard;
pub use names::{InvalidLineageName, lineage_name};
pub use records::{Carried, Change, Fields, Record, What};
pub use registrations::Room;

/// The state directory. Opening it touches nothing; reading never creates anything.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    #[must_use]
    pub fn open(root: PathBuf) -> Store {
        Store { root }
    }
}

#[cfg(test)]
mod tests;
