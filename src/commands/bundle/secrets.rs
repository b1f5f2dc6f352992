//! What locks a bundle and what opens it: a passphrase from a file or a person, never from the command line or the
//! environment, which other programs see; or keys.

use std::fs::File;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::fault::Fault;
use crate::bundles::{Key, Lock, SealFault, identities, is_for_passphrase, recipient, recipients};
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::foreign::bounded;
use crate::secret::Secret;

/// Passphrases and lists of keys are shorter.
const MAX_FILE: u64 = 1024 * 1024;

#[derive(clap::Args, Debug)]
pub(super) struct LockArgs {
    /// Encrypt for the owner of this key (age1...), instead of with a passphrase; repeatable
    #[arg(short, long = "recipient", value_name = "KEY")]
    recipients: Vec<String>,
    /// Encrypt for the keys in this file, one a line; repeatable
    #[arg(short = 'R', long = "recipients-file", value_name = "FILE")]
    recipients_files: Vec<PathBuf>,
    /// File with the passphrase; without it, and without recipients, a person is asked
    #[arg(long, value_name = "FILE", conflicts_with_all = ["recipients", "recipients_files"])]
    passphrase_file: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct KeyArgs {
    /// File with the key that opens it, as `age-keygen` wrote it; repeatable
    #[arg(short, long = "identity", value_name = "FILE")]
    identities: Vec<PathBuf>,
    /// File with the passphrase; without it, a person is asked
    #[arg(long, value_name = "FILE", conflicts_with = "identities")]
    passphrase_file: Option<PathBuf>,
}

impl LockArgs {
    /// What the bundle is locked with; a person is asked twice.
    pub(super) async fn lock(&self, cx: &Context) -> Result<Lock> {
        if let Some(path) = &self.passphrase_file {
            return Ok(Lock::Passphrase(passphrase(path)?));
        }
        let typed = self.recipients.iter().map(|text| recipient(text).doing(format!("could not encrypt for {text}")));
        let mut keys = typed.collect::<Result<Vec<_>>>()?;
        for path in &self.recipients_files {
            let text = Zeroizing::new(read(path)?.to_vec());
            let listed = recipients(&String::from_utf8_lossy(&text));
            keys.extend(listed.doing(format!("could not encrypt for the keys in {}", path.display()))?);
        }
        if keys.is_empty() { asked_twice(cx).await } else { Ok(Lock::Recipients(keys)) }
    }
}

async fn asked_twice(cx: &Context) -> Result<Lock> {
    let first = cx.ask_secret("Passphrase for the bundle:").await.ok_or(Fault::NoLock)?;
    if first.expose().is_empty() {
        return Err(Fault::Empty.into());
    }
    let again = cx.ask_secret("The same passphrase again:").await.ok_or(Fault::NoLock)?;
    if first == again { Ok(Lock::Passphrase(first)) } else { Err(Fault::Differ.into()) }
}

impl KeyArgs {
    /// What opens this file.
    pub(super) async fn key(&self, cx: &Context, file: &[u8]) -> Result<Key> {
        let is_for_passphrase = is_for_passphrase(file)?;
        if let Some(path) = &self.passphrase_file {
            return Ok(Key::Passphrase(passphrase(path)?));
        }
        if is_for_passphrase && self.identities.is_empty() {
            let answer = cx.ask_secret("Passphrase of the bundle:").await;
            return Ok(Key::Passphrase(answer.ok_or(Fault::NoKey)?));
        }
        if self.identities.is_empty() {
            return Err(SealFault::WantsIdentity.into());
        }
        let mut keys = Vec::new();
        for path in &self.identities {
            let text = Secret::new(String::from_utf8_lossy(&read(path)?));
            keys.extend(identities(&text).doing(format!("could not use {}", path.display()))?);
        }
        Ok(Key::Identities(keys))
    }
}

/// Blanks belong to it; the end of the line does not.
fn passphrase(path: &Path) -> Result<Secret> {
    let octets = read(path)?;
    let text = std::str::from_utf8(&octets).map_err(|_| Fault::Passphrase { file: path.to_owned() })?;
    let line = text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line));
    match line.is_empty() || line.contains(char::is_control) {
        true => Err(Fault::Passphrase { file: path.to_owned() }.into()),
        false => Ok(Secret::new(line)),
    }
}

fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let read = File::open(path).and_then(|file| bounded(file, MAX_FILE));
    Ok(read.map_err(|source| Fault::Read { file: path.to_owned(), source })?)
}
