//! What is made of a certificate besides the four files of `live/`: one file for HAProxy, PKCS#12, DER, and copies
//! where servers want them.
//!
//! What is wanted and what its bytes are is decided here without touching anything; [`replace_all`] writes.

mod content;
mod disk;
mod error;
mod file_mode;
mod install;
mod journal;
#[cfg(unix)]
mod owner;
mod pkcs12;
mod publishing;
mod replacing;
mod wanted;

pub use content::{Material, digest};
pub use error::OutputFault;
pub use file_mode::FileMode;
pub use install::{Install, InvalidInstall};
pub use journal::put_back;
pub use publishing::publish;
pub use replacing::{File, replace_all};
pub use wanted::{Algorithms, Content, Outputs, PASSWORD_FILE, Pfx};

use std::path::Path;

/// Every file that is wanted, as it is to be. `directory` is the lineage's own for outputs.
///
/// # Errors
/// When the crypto library fails, or there is no password for a `.pfx`.
pub fn files(outputs: &Outputs, material: &Material<'_>, directory: &Path) -> Result<Vec<File>, OutputFault> {
    let algorithms = outputs.pfx.as_ref().map(|pfx| pfx.algorithms).unwrap_or_default();
    let own = outputs.own_files().into_iter().map(|(content, name)| Install::new(content, directory.join(name)));
    let own = own.map(|install| Install { mode: Some(FileMode::OWNER_ONLY), ..install });
    let file = |install: Install| {
        let bytes = material.bytes(install.content, algorithms)?;
        Ok(File { bytes, mode: install.file_mode(), path: install.path, owner: install.owner, group: install.group })
    };
    own.chain(outputs.installs.iter().cloned()).map(file).collect()
}

/// Sees that nothing is wanted that takes a private key, where that is not here.
///
/// # Errors
/// The first that does.
pub fn check_without_key(outputs: &Outputs) -> Result<(), OutputFault> {
    let private = outputs.contents().find(|content| content.is_private());
    private.map_or(Ok(()), |content| Err(OutputFault::NoKey { content }))
}

/// Sees what can be seen before a CA is asked: that every copy could be written where it is wanted.
///
/// # Errors
/// The first that could not.
pub fn check(outputs: &Outputs) -> Result<(), OutputFault> {
    if outputs.pfx.is_none() && outputs.installs.iter().any(|install| install.content == Content::Pfx) {
        return Err(OutputFault::NoPfx);
    }
    outputs.installs.iter().try_for_each(|install| {
        replacing::see_place(&install.path)?;
        replacing::see_owner(install.owner.as_deref(), install.group.as_deref())
    })
}
