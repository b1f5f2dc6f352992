//! The flags of `issue` that say what is made of the certificate for servers.

use std::path::PathBuf;
use std::sync::Arc;

use crate::context::Context;
use crate::delivery::{deliver, deliver_anew, read_password};
use crate::error::Result;
use crate::outputs::{self, Algorithms, Install, OutputFault, Outputs, Pfx};
use crate::store::Lineage;

/// What is asked for is kept with the lineage, and written again by every renewal.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Outputs, kept fresh by every renewal")]
pub struct OutputArgs {
    /// Make combined.pem: certificate, chain and key in one file, as HAProxy reads it
    #[arg(long)]
    pub(super) combined: bool,
    /// Make certificate.pfx: PKCS#12, protected with AES-256 and SHA-256
    #[arg(long)]
    pub(super) pfx: bool,
    /// Make certificate.pfx for Windows before Server 2019 and Java before 8u301: 3DES, RC2 and SHA-1
    #[arg(long, conflicts_with = "pfx")]
    pub(super) pfx_legacy: bool,
    /// File with the password of certificate.pfx, on its first line; implies `--pfx` [default: one is made, in
    /// pfx-password.txt]
    #[arg(long, value_name = "FILE")]
    pub(super) pfx_password_file: Option<PathBuf>,
    /// Make cert.der and privkey.der
    #[arg(long)]
    pub(super) der: bool,
    /// Copy WHAT (fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der) to a file; repeatable. With
    /// the private key in it the mode is 0600 unless given, else 0644. A symbolic link there is refused
    #[arg(long = "install", value_name = "WHAT=PATH[,mode=0644][,owner=USER][,group=GROUP]")]
    pub(super) installs: Vec<Install>,
    /// Forget the outputs asked for before; copies stay where they are
    #[arg(long)]
    pub(super) forget_outputs: bool,
    /// Nobody typed this just now: the password is the one of last time.
    #[arg(skip)]
    pub(super) standing: bool,
    /// The lineages that keep the files that they have, though this one wants them; `None`: all.
    #[arg(skip)]
    pub(super) rivals: Option<Arc<Vec<String>>>,
}

impl OutputArgs {
    /// What is wanted of a lineage from now on; seen to be possible.
    pub(super) fn wanted(&self, cx: &Context, name: &str, lineage: Option<&Lineage>) -> Result<Outputs> {
        let before = lineage.map(|lineage| lineage.outputs.clone()).unwrap_or_default();
        let before = if self.forget_outputs { Outputs::default() } else { before };
        let asked =
            Outputs { combined: self.combined, der: self.der, pfx: self.pfx_wanted(&before)?, installs: Vec::new() };
        let one = |install: &Install| Outputs { installs: vec![install.clone()], ..Outputs::default() };
        let wanted = self.installs.iter().map(one).fold(before.with(asked), Outputs::with);
        if !self.is_empty() {
            outputs::check(&wanted)?;
            if let Some(install) = wanted.installs.iter().find(|one| one.is_below(&cx.settings.state_dir)) {
                return Err(OutputFault::Ours { path: install.path.clone() }.into());
            }
            self.untaken(cx, name, &wanted)?;
            super::timer::warn_of_walls(cx, &wanted);
        }
        Ok(wanted)
    }

    fn pfx_wanted(&self, before: &Outputs) -> Result<Option<Pfx>> {
        let algorithms = match (self.pfx, self.pfx_legacy) {
            (true, _) => Some(Algorithms::Modern),
            (_, true) => Some(Algorithms::Legacy),
            _ => before
                .pfx
                .as_ref()
                .map(|pfx| pfx.algorithms)
                .or(self.pfx_password_file.as_ref().map(|_| Algorithms::Modern)),
        };
        let Some(algorithms) = algorithms else { return Ok(None) };
        let password_file = match &self.pfx_password_file {
            Some(path) => {
                read_password(path)?;
                Some(std::path::absolute(path).unwrap_or_else(|_| path.clone()))
            }
            None => before.pfx.as_ref().and_then(|pfx| pfx.password_file.clone()),
        };
        Ok(Some(Pfx { algorithms, password_file, given_now: self.pfx_password_file.is_some() && !self.standing }))
    }

    /// Two lineages that keep the same file fresh would write it in turns for ever.
    fn untaken(&self, cx: &Context, name: &str, wanted: &Outputs) -> Result<()> {
        if wanted.installs.is_empty() {
            return Ok(());
        }
        let rivals = self.rivals.as_ref().map_or_else(|| cx.store.lineage_names(), |rivals| Ok(rivals.to_vec()))?;
        let others = rivals.iter().filter(|other| *other != name);
        for other in others.filter_map(|other| cx.store.lineage(other).ok().flatten()) {
            let taken = |install: &&Install| other.outputs.installs.iter().any(|theirs| theirs.is_at_place_of(install));
            if let Some(install) = wanted.installs.iter().find(taken) {
                return Err(OutputFault::Taken { path: install.path.clone(), lineage: other.name }.into());
            }
        }
        Ok(())
    }

    fn is_empty(&self) -> bool {
        let made = self.combined || self.pfx || self.pfx_legacy || self.der || self.forget_outputs;
        !made && self.pfx_password_file.is_none() && self.installs.is_empty()
    }
}

/// Has the live certificate written as it is wanted from now on, and that kept once it was possible; gives whether
/// there was anything to write. The caller holds the lineage's lock.
pub(super) fn deliver_as(cx: &Context, lineage: Lineage, wanted: Outputs) -> Result<(Lineage, bool)> {
    let before = lineage.outputs.clone();
    let lineage = Lineage { outputs: wanted, ..lineage };
    let written = match before == lineage.outputs {
        true => deliver(cx, &lineage)?,
        false => deliver_anew(cx, &lineage)?,
    };
    if before != lineage.outputs {
        cx.store.set_outputs(&lineage.name, &lineage.outputs)?;
    }
    Ok((lineage, written))
}
