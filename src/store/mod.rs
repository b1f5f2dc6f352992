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
//! │   ├── <name>.moving                        that it is on its way to this server
//! │   └── <name>.aside/<number>.json           credentials that gave way to others, or were removed
//! ├── machine-id.json                         which of the machines that share registrations this is
//! ├── limits.json                             CAs that want to be left alone, until when
//! ├── looks.json                              what was seen last of each delegation
//! ├── logs/
//! │   ├── <run>.jsonl                          what a run told; its name begins with the moment it began
//! │   └── runs-<month>.jsonl                   a line for every run that ended
//! ├── notices.json                             what people were told, and are still to be told
//! ├── compromised/<SHA-256 of the public key>.json     keys that are never used again
//! └── lineages/<name>/
//!     ├── lineage.json                         what it is, and "live": replacing this file is the commit
//!     ├── renewal.json                         what the CA suggests, what went wrong; it may be lost
//!     ├── pending/privkey.pem                  the key of a certificate that is being obtained
//!     ├── 0003/{privkey,cert,chain,fullchain}.pem   without privkey.pem where the key is elsewhere (`--csr`)
//!     ├── outputs/                             what is made of the live generation besides
//!     ├── outputs.json                         which outputs were written, by their digests
//!     ├── deploys.json                         which deploy hooks were run, for which generation
//!     ├── outputs-journal.json                 which outputs are being replaced this moment
//!     └── live                                 the stable path for servers
//! ```

mod accounts;
mod aside;
mod compromised;
mod deleting;
mod deliveries;
mod deploys;
mod document;
mod error;
mod file;
mod generations;
mod limits;
mod lineages;
mod live;
mod lock;
mod logs;
mod looks;
mod machine;
mod moves;
mod names;
mod notices;
mod reach;
mod records;
mod registrations;
mod renewals;
mod sweeping;

use std::path::PathBuf;
use std::time::Duration;

use crate::event::SharedReporter;

pub use aside::{Aside, StagedRecord};
pub use deliveries::Delivered;
pub use deploys::{Deploy, Deploys};
pub use error::StoreError;
pub use generations::{Made, Origin, Revoked, Step};
pub use limits::Limit;
pub use lineages::{Lineage, Pending};
pub use lock::Guard;
pub(crate) use logs::json_line;
pub use logs::{Ended, Line, Ran, Run, RunLog, Shortened};
pub use looks::{Fault, Look, Looks};
pub use moves::Move;
pub use names::{InvalidLineageName, lineage_name};
pub use records::{Carried, Change, Fields, Record, What};
pub use registrations::Room;
pub use renewals::Renewal;

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

    /// Nobody else goes through the lineages while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made, or somebody else holds it for longer than `patience`.
    pub async fn lock_run(&self, patience: Duration, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        lock::acquire(self.root.join("renew.lock"), "all renewals".to_owned(), patience, reporter).await
    }
}

#[cfg(test)]
mod tests;
