//! The list, parsed as a whole: one entry that is wrong, and nothing is done.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;
use std::path::PathBuf;

use super::fault::ApplyFault;
use crate::commands::hooking::HookArgs;
use crate::commands::issue::{Desired, NotAfter, read_request};
use crate::commands::outputting::OutputArgs;
use crate::commands::register::parse_names;
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::hooks::{Hooks, Stage};
use crate::identifier::Identifier;
use crate::outputs::{Content, Install, Outputs, check_without_key};
use crate::settings::{CertificateEntry, OneOrMore};
use crate::store::lineage_name;

/// A certificate of the list.
#[derive(Clone, Debug)]
pub(in crate::commands) struct Entry {
    /// Where it begins in the file.
    pub line: usize,
    /// The lineage, where it is named.
    pub name: Option<String>,
    pub desired: Desired,
}

/// All of them, in the order of the file.
///
/// # Errors
/// The first that is wrong, or two that cannot both be meant.
pub(super) fn entries(cx: &Context) -> Result<Vec<Entry>> {
    let listed = &cx.settings.certificates;
    if listed.is_empty() {
        return Err(ApplyFault::Nothing { path: cx.settings.config_file.clone() }.into());
    }
    let read = |one: &CertificateEntry| entry(cx, one).doing(format!("could not use {}", place(cx, one)));
    let entries = listed.iter().map(read).collect::<Result<Vec<_>>>()?;
    match clash(&entries) {
        None => Ok(entries),
        Some((lines, what)) => Err(ApplyFault::Same { path: cx.settings.config_file.clone(), lines, what }.into()),
    }
}

fn place(cx: &Context, one: &CertificateEntry) -> String {
    let file = cx.settings.config_file.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let title = one.names.first().or(one.name.as_ref()).map(|name| format!("for {name} ")).unwrap_or_default();
    format!("the certificate {title}in {file}, line {}", one.line)
}

/// What is listed is all there is to it: what is not listed is as for a new certificate.
pub(in crate::commands) fn entry(cx: &Context, one: &CertificateEntry) -> Result<Entry> {
    excluded(one)?;
    let key_type = one.key_type.as_deref().map(|text| parsed("key-type", text)).transpose()?;
    let desired = of_its_authority(cx, one, of_its_names(cx, one)?)?;
    let desired = Desired {
        may_rename: true,
        key_type: desired.request.is_none().then(|| key_type.unwrap_or_default()),
        reuse_key: Some(one.reuse_key.unwrap_or_default()),
        profile: Some(one.profile.clone().unwrap_or_default()),
        preferred_chain: Some(one.preferred_chain.clone().unwrap_or_default()),
        not_after: Some(not_after(one.not_after.as_deref().unwrap_or_default())?),
        renew_before: Some(parsed("renew-before", one.renew_before.as_deref().unwrap_or_default())?),
        outputs: outputs(one)?,
        hooks: HookArgs::listed(hooks(one)?),
        ..desired
    };
    Ok(Entry { line: one.line, name: one.name.as_deref().map(lineage_name).transpose()?, desired })
}

/// The names, or the request with its own.
fn of_its_names(cx: &Context, one: &CertificateEntry) -> Result<Desired> {
    let request = one.csr.as_deref().map(read_request).transpose()?;
    let names = parse_names(&one.names)?;
    match &request {
        None if names.is_empty() => Err(ApplyFault::NoNames.into()),
        Some(request) if !names.is_empty() && set(request.names()) != set(&names) => Err(ApplyFault::OtherNames.into()),
        _ => Ok(Desired::of(cx, names, request)?),
    }
}

/// The CA and the account that are listed, else those of the settings.
fn of_its_authority(cx: &Context, one: &CertificateEntry, desired: Desired) -> Result<Desired> {
    let listed = one.ca.as_deref().map(|ca| cx.settings.authority(ca)).transpose()?;
    let directory_given = desired.directory_given || listed.is_some();
    let directory = listed.unwrap_or_else(|| desired.directory.clone());
    let account = one.account.clone().or_else(|| cx.settings.account_at(&directory).map(str::to_owned));
    Ok(Desired { directory, directory_given, account, ..desired })
}

fn excluded(one: &CertificateEntry) -> Result<(), ApplyFault> {
    let pairs = [
        (one.csr.is_some() && one.key_type.is_some(), "csr", "key-type"),
        (one.csr.is_some() && one.reuse_key == Some(true), "csr", "reuse-key"),
        (one.pfx && one.pfx_legacy, "pfx", "pfx-legacy"),
    ];
    let both = pairs.into_iter().find(|(both, ..)| *both);
    both.map_or(Ok(()), |(_, key, other)| Err(ApplyFault::Excluded { key, other }))
}

fn parsed<T: std::str::FromStr>(key: &'static str, text: &str) -> Result<T, ApplyFault>
where
    T::Err: Display,
{
    text.parse().map_err(|why: T::Err| ApplyFault::Value { key, value: text.to_owned(), why: why.to_string() })
}

/// A day in the calendar would come, and the list be wrong from then on.
fn not_after(text: &str) -> Result<NotAfter, ApplyFault> {
    match parsed("not-after", text)? {
        NotAfter::At(_) => {
            let why = "write a length of time such as 7d or 36h, which holds for every renewal".to_owned();
            Err(ApplyFault::Value { key: "not-after", value: text.to_owned(), why })
        }
        usual_or_length => Ok(usual_or_length),
    }
}

fn hooks(one: &CertificateEntry) -> Result<Hooks> {
    Ok(Hooks {
        pre: one.pre_hook.clone().hooks(Stage::Pre)?,
        deploy: one.deploy_hook.clone().hooks(Stage::Deploy)?,
        post: one.post_hook.clone().hooks(Stage::Post)?,
    })
}

fn outputs(one: &CertificateEntry) -> Result<OutputArgs> {
    let copies = one.install.as_ref().map(OneOrMore::as_slice).unwrap_or_default();
    let installs = copies.iter().map(|text| parsed("install", text)).collect::<Result<Vec<Install>, _>>()?;
    let pfx = one.pfx || one.pfx_legacy || one.pfx_password_file.is_some();
    if let Some(copy) = installs.iter().position(|copy| copy.content == Content::Pfx).filter(|_| !pfx) {
        let why = "there is no PKCS#12 file to copy without `pfx = true`".to_owned();
        return Err(ApplyFault::Value { key: "install", value: copies[copy].clone(), why }.into());
    }
    if one.csr.is_some() {
        let pfx = pfx.then(crate::outputs::Pfx::default);
        check_without_key(&Outputs { combined: one.combined, der: one.der, pfx, installs: installs.clone() })?;
    }
    Ok(OutputArgs {
        combined: one.combined,
        pfx: one.pfx,
        pfx_legacy: one.pfx_legacy,
        pfx_password_file: one.pfx_password_file.clone(),
        der: one.der,
        installs,
        forget_outputs: true,
        standing: true,
        ..OutputArgs::default()
    })
}

/// What two entries have in common that may clash.
#[derive(PartialEq, Eq, Hash)]
enum Shared<'a> {
    Name(&'a str),
    Names(BTreeSet<&'a Identifier>),
    Place(PathBuf),
}

/// Two entries that cannot both be meant, and why.
fn clash(entries: &[Entry]) -> Option<((usize, usize), String)> {
    let mut known: HashMap<Shared<'_>, Vec<&Entry>> = HashMap::new();
    for entry in entries {
        let name = entry.name.iter().map(|name| Shared::Name(name));
        let places = entry.desired.outputs.installs.iter().map(|install| Shared::Place(install.place()));
        for shared in name.chain([Shared::Names(set(&entry.desired.names))]).chain(places) {
            let before = known.entry(shared).or_default();
            let clash = |before: &&Entry| Some(((before.line, entry.line), clash_of(before, entry)?));
            if let Some(clash) = before.iter().find_map(clash) {
                return Some(clash);
            }
            before.push(entry);
        }
    }
    None
}

/// Why two entries cannot both be meant. The same names twice are two certificates (of two key types, say) only where
/// both are named.
pub(in crate::commands) fn clash_of(one: &Entry, other: &Entry) -> Option<String> {
    if one.name.is_some() && one.name == other.name {
        return Some(format!("are both called {}", one.name.as_deref().unwrap_or_default()));
    }
    let named = one.name.is_some() && other.name.is_some();
    if !named && set(&one.desired.names) == set(&other.desired.names) {
        return Some("have the same names".to_owned());
    }
    let (here, there) = (&one.desired.outputs.installs, &other.desired.outputs.installs);
    let copy = here.iter().find(|copy| there.iter().any(|theirs| theirs.is_at_place_of(copy)))?;
    Some(format!("are both copied to {}", copy.path.display()))
}

pub(super) fn set(names: &[Identifier]) -> BTreeSet<&Identifier> {
    names.iter().collect()
}
