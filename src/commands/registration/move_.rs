//! `certdns registration move`.

mod outcome;

use std::collections::BTreeMap;

use clap::ArgGroup;
use clap::builder::{StringValueParser, TypedValueParser};
use url::Url;

use super::shown::name;
use crate::acmedns::Server;
use crate::context::Context;
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::registrations::moves::{Progress, begin, cancel, go_on, look};
use crate::secret::Secret;
use crate::store::Move;

pub(super) use outcome::MoveOutcome;
pub(in crate::commands) use outcome::{moved_text, progress_json};

/// Move names to another acme-dns server, or on with what is under way
///
/// Registers the names at the new server and shows the CNAMEs to change. Both registrations are kept, and certificates
/// are issued through whichever the CNAME leads to, until every name server has led to the new one for as long as
/// resolvers may remember the old: then this command, or the next `renew`, sets the old one aside. Run it again at any
/// time: it carries on. Exits 3 while CNAMEs are to be changed, 4 while only time is needed.
#[derive(clap::Args, Debug)]
#[command(group = ArgGroup::new("which").args(["names", "all"]))]
pub(super) struct Args {
    /// Names to move; without any, all that are on their way
    #[arg(value_name = "NAME", value_parser = name)]
    names: Vec<Identifier>,
    /// The new server: certify (Certify DNS) or a base URL, with the credentials of `--acme-dns-user` and
    /// `--acme-dns-key-file` [default: where the names are on their way to, or the configured server]
    #[arg(long, value_name = "NAME|URL", requires = "which", value_parser = StringValueParser::new().map(Secret::new))]
    to: Option<Secret>,
    /// Move every name that is registered elsewhere
    #[arg(long, requires = "to")]
    all: bool,
    /// Tell how far the names are, and change nothing
    #[arg(long, conflicts_with_all = ["to", "cancel"])]
    status: bool,
    /// Give the move up: the new registration is set aside, unless the CNAME leads there already
    #[arg(long, requires = "names", conflicts_with = "to")]
    cancel: bool,
}

impl Args {
    /// The server to register at in this run, instead of the configured one.
    pub fn server(&self) -> Option<&Secret> {
        self.to.as_ref()
    }
}

type Each = Vec<(DnsName, Result<Progress>)>;

pub(super) async fn run(cx: &Context, args: &Args) -> Result<MoveOutcome> {
    if args.status {
        let courses = under_way(cx, &args.names)?;
        let each = look(cx, courses).await?.into_iter().map(|one| (one.name(), Ok(one))).collect();
        return Ok(MoveOutcome::Status(each));
    }
    if args.cancel {
        let mut each = Each::new();
        for name in &args.names {
            each.push((name.base().clone(), cancel(cx, &name.challenge_name()).await));
        }
        return Ok(MoveOutcome::Cancelled(each));
    }
    Ok(MoveOutcome::Moved(carry_on(cx, args).await?))
}

/// Begins what is not begun, and goes on with all of it.
async fn carry_on(cx: &Context, args: &Args) -> Result<Each> {
    let (mut courses, mut failed) = (Vec::new(), Each::new());
    for (server, names) in destinations(cx, args)? {
        for (challenge, course) in begin(cx, &names, &server).await? {
            match course {
                Ok(course) => courses.push(course),
                Err(error) => failed.push((crate::registrations::base(&challenge), Err(error))),
            }
        }
    }
    let mut each = go_on(cx, courses).await?;
    each.extend(failed);
    each.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(each)
}

/// Which names go where.
fn destinations(cx: &Context, args: &Args) -> Result<Vec<(Server, Vec<Identifier>)>> {
    let known = cx.store.moves()?;
    let names = wanted(cx, args, &known)?;
    if args.to.is_some() {
        return Ok(vec![(cx.settings.acme_dns()?, names)]);
    }
    let mut groups: BTreeMap<Option<Url>, Vec<Identifier>> = BTreeMap::new();
    for name in names {
        let course = known.iter().find(|one| one.challenge == name.challenge_name());
        groups.entry(course.map(|course| course.to.clone())).or_default().push(name);
    }
    groups.into_iter().map(|(to, names)| Ok((server(cx, to.as_ref())?, names))).collect()
}

/// Everything, or what is under way, where no names are given.
fn wanted(cx: &Context, args: &Args, known: &[Move]) -> Result<Vec<Identifier>> {
    if !args.names.is_empty() {
        return Ok(args.names.clone());
    }
    let challenges: Vec<DnsName> = match args.all {
        true => cx.store.registrations()?.into_iter().flatten().map(|(challenge, _)| challenge).collect(),
        false => known.iter().map(|one| one.challenge.clone()).collect(),
    };
    let names =
        challenges.iter().map(|challenge| Ok(Identifier::parse(crate::registrations::base(challenge).as_str())?));
    names.collect()
}

/// The server with its credentials where it is the configured one; others were registered at already.
fn server(cx: &Context, to: Option<&Url>) -> Result<Server> {
    match to.filter(|to| cx.settings.acme_dns_base().as_ref() != Some(*to)) {
        Some(to) => Ok(Server::parse(to.as_str(), cx.settings.allow_http)?),
        None => Ok(cx.settings.acme_dns()?),
    }
}

/// The moves of these names, or all.
fn under_way(cx: &Context, names: &[Identifier]) -> Result<Vec<Move>> {
    let is_meant = |one: &Move| names.is_empty() || names.iter().any(|name| name.challenge_name() == one.challenge);
    Ok(cx.store.moves()?.into_iter().filter(is_meant).collect())
}
