//! `certdns revoke`: a certificate that must not be believed any more.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::acme::{Reason, authority_name};
use crate::certificate::{Chain, InvalidChain, PrivateKey};
use crate::context::Context;
use crate::error::{Doing, Explain, Hint, Kind, Result};
use crate::output::{Outcome, moment};
use crate::revoking::{Condemned, revoke};
use crate::secret::Secret;

use super::confirming::{ConfirmArgs, confirmed};
use super::show::named;
use super::waiting::INTERACTIVE_WAIT;

/// Revoke a certificate: of a lineage, one of its older generations, or in a file
///
/// The account that it was issued to asks for it, or whoever has its private key. A live certificate that was revoked
/// is due for renewal. After keyCompromise, its key is never used again.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["lineage", "file"]))]
pub struct Args {
    /// The lineage whose live certificate is revoked
    #[arg(value_name = "LINEAGE")]
    lineage: Option<String>,
    /// Revoke this generation of the lineage instead of the live one
    #[arg(long, value_name = "N", requires = "lineage")]
    generation: Option<u32>,
    /// Revoke the certificate in this file, PEM
    #[arg(long, value_name = "CERT.pem")]
    file: Option<PathBuf>,
    /// Sign with the private key of the certificate instead of the account's
    #[arg(long)]
    with_certificate_key: bool,
    /// The private key of the certificate, PKCS#8 PEM, where it is not stored here; implies `--with-certificate-key`
    #[arg(long, value_name = "KEY.pem")]
    key_file: Option<PathBuf>,
    /// Why: unspecified, keyCompromise, affiliationChanged, superseded or cessationOfOperation
    #[arg(long, value_name = "REASON", default_value = "unspecified", hide_default_value = true)]
    reason: Reason,
    #[command(flatten)]
    confirm: ConfirmArgs,
}

/// A certificate that is revoked now.
pub struct RevokeOutcome {
    condemned: Condemned,
    reason: Reason,
    by_certificate_key: bool,
    /// Whether it was revoked before.
    already: bool,
}

/// Finds it, asks, then has it revoked.
pub async fn run(cx: &Context, args: Args) -> Result<RevokeOutcome> {
    let name = args.lineage.clone().or(args.file.as_ref().map(|path| path.display().to_string()));
    let attempt = format!("could not revoke the certificate of {}", name.unwrap_or_default());
    revoke_one(cx, args).await.doing(attempt)
}

async fn revoke_one(cx: &Context, args: Args) -> Result<RevokeOutcome> {
    let condemned = condemned(cx, &args)?;
    let key = key(cx, &args, &condemned)?;
    confirmed(cx, &args.confirm, question(&condemned)).await?;
    let _lock = match &condemned.place {
        Some((lineage, _)) => Some(cx.store.lock_lineage(&lineage.name, INTERACTIVE_WAIT, &cx.reporter).await?),
        None => None,
    };
    let already = !revoke(cx, &condemned, key.as_ref(), args.reason).await?;
    Ok(RevokeOutcome { condemned, reason: args.reason, by_certificate_key: key.is_some(), already })
}

fn condemned(cx: &Context, args: &Args) -> Result<Condemned> {
    let Some(text) = &args.lineage else {
        let path = args.file.as_deref().unwrap_or(Path::new(""));
        let chain = Chain::parse(&read(path)?)
            .map_err(|source| RevokeFault::NoCertificate { path: path.to_owned(), source })?;
        return Condemned::certificate(cx, chain);
    };
    let lineage = named(cx, text)?;
    let generation = args.generation.or(lineage.live).ok_or(RevokeFault::NothingLive)?;
    if !cx.store.generations(&lineage.name)?.contains(&generation) {
        return Err(RevokeFault::NoGeneration { name: lineage.name, generation }.into());
    }
    Condemned::generation(cx, lineage, generation)
}

/// The certificate's own key, where that is to sign.
fn key(cx: &Context, args: &Args, condemned: &Condemned) -> Result<Option<PrivateKey>> {
    match &args.key_file {
        Some(path) => Ok(Some(
            PrivateKey::from_pem(&Secret::new(read(path)?)).map_err(|_| RevokeFault::NoKey { path: path.clone() })?,
        )),
        None if args.with_certificate_key => condemned.stored_key(cx).map(Some),
        None => Ok(None),
    }
}

fn read(path: &Path) -> Result<String, RevokeFault> {
    std::fs::read_to_string(path).map_err(|source| RevokeFault::Read { path: path.to_owned(), source })
}

fn question(condemned: &Condemned) -> String {
    let leaf = condemned.chain.leaf();
    let names: Vec<String> = leaf.names.iter().map(ToString::to_string).collect();
    let (names, until) = (names.join(", "), moment(leaf.not_after, Timestamp::now()));
    format!("Revoke the certificate for {names}, serial {}, good until {until}? That cannot be undone.", leaf.serial)
}

impl Outcome for RevokeOutcome {
    fn json(&self) -> Value {
        let (leaf, place) = (self.condemned.chain.leaf(), self.condemned.place.as_ref());
        json!({
            "lineage": place.map(|(lineage, _)| lineage.name.clone()),
            "generation": place.map(|(_, generation)| generation),
            "serial": leaf.serial,
            "fingerprint_sha256": leaf.fingerprint,
            "authority": self.condemned.directory,
            "reason": self.reason,
            "by": if self.by_certificate_key { "certificate-key" } else { "account" },
            "already_revoked": self.already,
        })
    }

    fn text(&self) -> String {
        let (leaf, authority) = (self.condemned.chain.leaf(), authority_name(&self.condemned.directory));
        let what = match &self.condemned.place {
            Some((lineage, generation)) => format!("{}: generation {generation}", lineage.name),
            None => "the certificate".to_owned(),
        };
        let mut text = match self.already {
            true => format!("{what}, serial {}, was revoked at {authority} before\n", leaf.serial),
            false => format!("{what}, serial {}, is revoked at {authority} ({})\n", leaf.serial, self.reason),
        };
        if self.reason == Reason::KeyCompromise {
            text.push_str("Its private key is never used again.\n");
        }
        let live = self.condemned.place.as_ref().filter(|(lineage, generation)| lineage.live == Some(*generation));
        if let Some((lineage, _)) = live {
            text.push_str(&format!("It is the live one. This gets another:\n\ncertdns renew {}\n", lineage.name));
        }
        text
    }
}

#[derive(Debug, thiserror::Error)]
enum RevokeFault {
    #[error("there is no certificate yet")]
    NothingLive,
    #[error("{name} has no generation {generation}")]
    NoGeneration { name: String, generation: u32 },
    #[error("could not read {}", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{} holds no certificate, PEM", path.display())]
    NoCertificate { path: PathBuf, source: InvalidChain },
    #[error("{} holds no private key in PKCS#8 PEM", path.display())]
    NoKey { path: PathBuf },
}

impl Explain for RevokeFault {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            RevokeFault::NoGeneration { .. } => vec![Hint::new("`certdns show LINEAGE` tells which one is live")],
            RevokeFault::NoKey { path } => vec![
                Hint::new("a key of another kind is converted by")
                    .line(format!("openssl pkcs8 -topk8 -nocrypt -in {}", path.display())),
            ],
            _ => Vec::new(),
        }
    }
}
