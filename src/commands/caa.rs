//! `certdns caa`: who may issue for a name, and the records that let only this account.

mod place;
mod words;

use url::Url;

use crate::acme::{Account, authority_name};
use crate::caa::Aim;
use crate::context::Context;
use crate::error::{Explain, Hint, Kind, Result};
use crate::identifier::Identifier;
use crate::permission::{Who, permissions};
use crate::store::Lineage;

use super::register::parse_names;
use place::{Neighbour, Place, places};

/// Show who may issue for names, and the CAA records that let only this ACME account issue
///
/// Looks at the CAA records of the names (RFC 8659), changes nothing, and prints what to add at your DNS host so that
/// this account may issue, by dns-01 (RFC 8657). Records that are there stay, whomever they name; with --lock those
/// that let others issue are listed for removal. Exits 3 when a name is forbidden; with --lock, when there is
/// anything to add or to remove.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names such as example.com; the wildcard below a name is looked at with it
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Let nobody but this account at this CA issue, and by dns-01 only
    #[arg(long)]
    lock: bool,
}

/// What is there, and what should be.
pub struct CaaOutcome {
    authority: String,
    aim: Aim,
    places: Vec<Place>,
}

/// Looks, and works out what is missing.
pub async fn run(cx: &Context, args: Args) -> Result<CaaOutcome> {
    let names = parse_names(&args.names)?;
    let who = pinned(cx, &cx.settings.ca).await?;
    let aim = if args.lock { Aim::Lock } else { Aim::Permit };
    let permissions = permissions(cx, &with_wildcards(&names), &who).await?;
    let places = places(permissions, &names, &who, aim, &neighbours(cx)?);
    Ok(CaaOutcome { authority: authority_name(&cx.settings.ca), aim, places })
}

/// The account that is to be pinned. Where it was kept without the CA's names, the CA is asked.
async fn pinned(cx: &Context, directory: &Url) -> Result<Who> {
    let (accounts, named) = (cx.store.accounts_at(directory)?, cx.settings.account_at(directory));
    let meant = |account: &Account| named.is_none_or(|name| account.answers_to(name));
    let account = accounts.into_iter().find(|account| account.is_usable() && meant(account));
    let account = account.ok_or_else(|| NoAccount { authority: authority_name(directory) })?;
    let identities = match account.caa_identities.is_empty() {
        true => cx.authority(directory).await?.meta().caa_identities.clone(),
        false => account.caa_identities.clone(),
    };
    match identities.is_empty() {
        true => Err(NoIdentity { authority: authority_name(directory) }.into()),
        false => Ok(Who::asking(cx, identities, Some(&account))),
    }
}

/// Each name with the wildcard below it: they are governed by different properties.
fn with_wildcards(names: &[Identifier]) -> Vec<Identifier> {
    let mut all: Vec<Identifier> = Vec::new();
    for name in names {
        let both = [name.base().to_string(), format!("*.{}", name.base())];
        for name in both.iter().filter_map(|text| Identifier::parse(text).ok()) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

/// The certificates that come from other CAs. What cannot be read is told by `list`.
fn neighbours(cx: &Context) -> Result<Vec<Neighbour>> {
    let elsewhere = |lineage: &Lineage| lineage.directory != cx.settings.ca && lineage.live.is_some();
    let lineages = cx.store.lineages()?.into_iter().flatten().filter(elsewhere);
    let neighbour = |lineage: Lineage| {
        let who = Who::of(cx, &(lineage.directory.clone(), lineage.account)).ok().flatten().unwrap_or_default();
        Neighbour { authority: authority_name(&lineage.directory), names: lineage.identifiers, who }
    };
    Ok(lineages.map(neighbour).collect())
}

#[derive(Debug, thiserror::Error)]
#[error("there is no ACME account at {authority} yet, so there is none to pin")]
struct NoAccount {
    authority: String,
}

impl Explain for NoAccount {
    fn kind(&self) -> Kind {
        Kind::ActionNeeded
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("make one first").line("certdns acmeaccount add --agree-tos")]
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{authority} does not say how CAA records name it (caaIdentities), so none can let it issue")]
struct NoIdentity {
    authority: String,
}

impl Explain for NoIdentity {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("its documentation may tell")]
    }
}
