//! What a file does not say of a registration comes from around it, or from the live CNAME; and is said.

use jiff::Timestamp;

use super::fault::TakeFault;
use super::formats::{Client, Entry, Told};
use crate::acmedns::{CERTIFY, Registration, Server};
use crate::context::Context;
use crate::dns::Lead;
use crate::error::{Error, Result};
use crate::http::host_of;
use crate::identifier::DnsName;
use crate::secret::Secret;
use crate::store::Record;

/// Services whose targets tell their server.
const SERVICES: [(&str, &str); 2] =
    [(".auth.certifytheweb.com", CERTIFY), (".auth.acme-dns.io", "https://auth.acme-dns.io/")];

/// A registration that has all it needs, and where that came from.
pub struct Completed {
    pub record: Record,
    /// What the file itself did not say: "the server auth.example.org: from the file name".
    pub said: Vec<String>,
}

/// Completes an entry of a client's file. `lead` is where the live CNAME leads, where that was asked.
pub fn complete(
    cx: &Context,
    client: Client,
    entry: &Entry,
    zone: Option<&DnsName>,
    lead: Option<&Lead>,
) -> Result<Completed> {
    let mut said = Vec::new();
    let name = base(&entry.challenge);
    let fulldomain = match &entry.fulldomain {
        Some(target) => target.clone(),
        None => target(entry, zone, lead, &mut said)?,
    };
    let server = server(cx, entry, &fulldomain, &mut said)?;
    if server.basic().is_some() {
        said.push(format!(
            "the credentials for registering at {server} stand in the file and were left there: `--acme-dns-user` and `--acme-dns-key-file` take them"
        ));
    }
    let registration = Registration {
        server: server.base().clone(),
        username: entry.username.clone(),
        password: entry.password.clone(),
        subdomain: entry.subdomain.clone(),
        fulldomain,
        allow_from: entry.allow_from.clone(),
        registered_at: entry.registered_at.unwrap_or_else(Timestamp::now),
    };
    if let Some(what) = registration.flaw() {
        return Err(TakeFault::Unusable { name, what }.into());
    }
    Ok(Completed { record: entry.record(client, registration), said })
}

fn target(
    entry: &Entry,
    zone: Option<&DnsName>,
    lead: Option<&Lead>,
    said: &mut Vec<String>,
) -> Result<DnsName, Error> {
    let missing = || TakeFault::NoTarget { name: base(&entry.challenge), subdomain: entry.subdomain.clone() };
    let given = zone.map(|zone| DnsName::parse(&format!("{}.{zone}", entry.subdomain))).transpose();
    if let Some(target) = given.map_err(|_| missing())? {
        said.push(format!("the target {target}: from `--zone`"));
        return Ok(target);
    }
    let live = lead.into_iter().flat_map(|lead| &lead.targets).find(|target| is_of(target, entry));
    let target = live.ok_or_else(missing)?;
    said.push(format!("the target {target}: from the live CNAME of {}", entry.challenge));
    Ok(target.clone())
}

/// Whether a target can be this registration's.
#[must_use]
pub fn is_of(target: &DnsName, entry: &Entry) -> bool {
    target.as_str().split_once('.').is_some_and(|(label, _)| label.eq_ignore_ascii_case(&entry.subdomain))
}

fn server(cx: &Context, entry: &Entry, target: &DnsName, said: &mut Vec<String>) -> Result<Server, Error> {
    let name = || base(&entry.challenge);
    let told = entry.server.clone().or_else(|| by_target(target)).or_else(|| configured(cx));
    let told = told.ok_or_else(|| TakeFault::NoServer { name: name() })?;
    let server = Server::parse(told.text.expose(), cx.settings.allow_http);
    let server = server.map_err(|source| TakeFault::Server { name: name(), source })?;
    if told.whence != "the file" {
        said.push(format!("the server {}: from {}", host_of(server.base().as_str()), told.whence));
    }
    Ok(server)
}

fn by_target(target: &DnsName) -> Option<Told> {
    let (_, url) = SERVICES.iter().find(|(end, _)| target.as_str().ends_with(end))?;
    Some(Told { text: Secret::new(*url), whence: "its target" })
}

fn configured(cx: &Context) -> Option<Told> {
    let base = cx.settings.acme_dns_base()?;
    Some(Told { text: Secret::new(base.as_str()), whence: "`--acme-dns`, or the configuration" })
}

/// The name that is proven.
#[must_use]
pub fn base(challenge: &DnsName) -> DnsName {
    challenge.parent().unwrap_or_else(|| challenge.clone())
}
