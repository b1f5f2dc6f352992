//! Names to registrations: what is stored is reused, what is missing is registered and on disk before a word is said.
//! Of several registrations of a name, the one that its live CNAME leads to is used.

mod choosing;

use std::collections::BTreeMap;

use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::acmedns::{AcmeDnsError, PLACEHOLDER, Published, Registration, Server};
use crate::context::Context;
use crate::delegation::Delegation;
use crate::error::{Doing, Result};
use crate::event::Event;
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};

/// So many names are registered side by side.
const SIDE_BY_SIDE: usize = 8;

/// A challenge name with its registration, and the names it proves.
#[derive(Clone, Debug)]
pub struct Enrolled {
    pub names: Vec<Identifier>,
    pub registration: Registration,
    pub challenge: DnsName,
    /// Whether it was registered just now.
    pub fresh: bool,
    /// Its registrations at other servers, while it is on its way between them: a CA may be led to any.
    pub beside: Vec<Registration>,
}

impl Enrolled {
    #[must_use]
    pub fn delegation(&self) -> Delegation {
        Delegation { challenge: self.challenge.clone(), target: self.registration.fulldomain.clone() }
    }

    /// All its registrations, the one that is used first.
    pub fn registrations(&self) -> impl Iterator<Item = &Registration> {
        std::iter::once(&self.registration).chain(&self.beside)
    }

    /// Where the CNAME may lead besides.
    #[must_use]
    pub fn other_targets(&self) -> Vec<DnsName> {
        self.beside.iter().map(|one| one.fulldomain.clone()).collect()
    }

    /// Host and port of the acme-dns server.
    #[must_use]
    pub fn server(&self) -> String {
        host_of(self.registration.server.as_str())
    }
}

/// The shape of a registration in every JSON document; never its credentials.
#[must_use]
pub fn registration_json(one: &Enrolled) -> Value {
    json!({
        "names": one.names,
        "challenge": one.challenge,
        "target": one.registration.fulldomain,
        "record": one.delegation().record(),
        "server": one.server(),
        "allow_from": one.registration.allow_from,
        "registered_at": one.registration.registered_at,
    })
}

/// Where missing names are registered.
pub enum Where {
    /// At this server, even when a registration at another one is there.
    At(Server),
    /// At the configured server, unless a registration at any server is there.
    WhereverItIs,
}

/// One registration for each challenge name, in the order of the names; an apex and its wildcard share one.
///
/// # Errors
/// The first failure; registrations that were made stay on disk, and the next run carries on from there.
pub async fn enrol(
    cx: &Context,
    names: &[Identifier],
    whither: &Where,
    allow_from: &[String],
) -> Result<Vec<Enrolled>> {
    // All of them to the end: a failure must not cut short a registration that is under way.
    let all = enrol_each(cx, names, whither, allow_from).await;
    all.into_iter().map(|(_, enrolled)| enrolled).collect()
}

/// The same, with what became of each challenge name.
pub async fn enrol_each(
    cx: &Context,
    names: &[Identifier],
    whither: &Where,
    allow_from: &[String],
) -> Vec<(DnsName, Result<Enrolled>)> {
    let found = found_at(cx, names, whither).await;
    let each = found.into_iter().map(|(challenge, found)| async move {
        let enrolled = async { enrol_one(cx, &challenge, found?, whither, allow_from).await }.await;
        (challenge, enrolled)
    });
    stream::iter(each).buffered(SIDE_BY_SIDE).collect().await
}

/// The stored registrations of these names; nobody is asked for more. `None` stands for a name without one.
///
/// # Errors
/// When one of them cannot be read.
pub async fn enrolled(cx: &Context, names: &[Identifier]) -> Result<Vec<(DnsName, Option<Enrolled>)>> {
    let each = enrolled_each(cx, names).await.into_iter();
    each.map(|(challenge, enrolled)| Ok((challenge, enrolled?))).collect()
}

/// The same, with what became of each challenge name.
pub async fn enrolled_each(cx: &Context, names: &[Identifier]) -> Vec<(DnsName, Result<Option<Enrolled>>)> {
    let found = found_at(cx, names, &Where::WhereverItIs).await.into_iter();
    found.map(|(challenge, found)| (challenge, found.map(|found| found.stored))).collect()
}

/// The challenge names of these that have no registration; nobody is asked.
///
/// # Errors
/// When a registration cannot be read.
pub fn unregistered(cx: &Context, names: &[Identifier]) -> Result<Vec<DnsName>> {
    let mut missing = Vec::new();
    for (challenge, _) in by_challenge(names) {
        if cx.store.registrations_of(&challenge)?.is_empty() {
            missing.push(challenge);
        }
    }
    Ok(missing)
}

/// The registration that is used for each of these challenge names that has one. Only about names with several is
/// DNS asked, and without `ask` it is not.
pub async fn used(cx: &Context, challenges: &[DnsName], ask: bool) -> BTreeMap<DnsName, Registration> {
    let chosen = challenges.iter().zip(choosing::live(cx, challenges, ask).await);
    chosen.filter_map(|(challenge, chosen)| Some((challenge.clone(), chosen.ok()??.0))).collect()
}

/// Names that share a challenge name, and their registration if there is one.
struct Found {
    names: Vec<Identifier>,
    stored: Option<Enrolled>,
}

async fn found_at(cx: &Context, names: &[Identifier], whither: &Where) -> Vec<(DnsName, Result<Found>)> {
    let groups = by_challenge(names);
    let challenges: Vec<DnsName> = groups.iter().map(|(challenge, _)| challenge.clone()).collect();
    let stored = match whither {
        Where::At(server) => {
            let at = |challenge| Ok(cx.store.registration(server.base(), challenge)?.map(|one| (one, Vec::new())));
            challenges.iter().map(at).collect()
        }
        Where::WhereverItIs => choosing::live(cx, &challenges, true).await,
    };
    let each = groups.into_iter().zip(stored).map(|((challenge, names), stored)| {
        let found = stored.map(|stored| {
            let stored = stored.map(|(registration, beside)| Enrolled {
                names: names.clone(),
                registration,
                challenge: challenge.clone(),
                fresh: false,
                beside,
            });
            Found { names, stored }
        });
        (challenge, found)
    });
    each.collect()
}

/// Challenge names in the order in which they first appear.
fn by_challenge(names: &[Identifier]) -> Vec<(DnsName, Vec<Identifier>)> {
    let mut order = Vec::new();
    let mut groups: BTreeMap<DnsName, Vec<Identifier>> = BTreeMap::new();
    for name in names {
        let group = groups.entry(name.challenge_name()).or_insert_with_key(|challenge| {
            order.push(challenge.clone());
            Vec::new()
        });
        if !group.contains(name) {
            group.push(name.clone());
        }
    }
    order.into_iter().filter_map(|challenge| groups.remove_entry(&challenge)).collect()
}

async fn enrol_one(
    cx: &Context,
    challenge: &DnsName,
    found: Found,
    whither: &Where,
    allow_from: &[String],
) -> Result<Enrolled> {
    let enrolled = match found.stored {
        Some(enrolled) => enrolled,
        None => register(cx, challenge, found.names, whither, allow_from).await?,
    };
    if !enrolled.fresh && !allow_from.is_empty() && enrolled.registration.allow_from != allow_from {
        let text = format!("{challenge} is registered already, and keeps the networks it was registered with");
        cx.report(Event::Warning { text });
    }
    prime(cx, challenge, &enrolled.registration, enrolled.fresh).await?;
    Ok(enrolled)
}

/// Registers under a lock: of two processes that need the same name, the second finds what the first saved.
async fn register(
    cx: &Context,
    challenge: &DnsName,
    names: Vec<Identifier>,
    whither: &Where,
    allow_from: &[String],
) -> Result<Enrolled> {
    let server = match whither {
        Where::At(server) => server.clone(),
        Where::WhereverItIs => cx.settings.acme_dns()?,
    };
    let lock = cx.store.lock_registration(server.base(), challenge, &cx.reporter).await?;
    let enrolled = |registration, fresh| Enrolled {
        names: names.clone(),
        registration,
        challenge: challenge.clone(),
        fresh,
        beside: Vec::new(),
    };
    if let Some(registration) = cx.store.registration(server.base(), challenge)? {
        return Ok(enrolled(registration, false));
    }
    let room = cx.store.reserve_registration(server.base(), challenge)?;
    cx.report(Event::Registering { challenge: challenge.clone(), server: server.to_string() });
    let base = names.first().map_or(challenge, Identifier::base).clone();
    let (client, allow_from) = (cx.acme_dns()?, allow_from.to_vec());
    // The server shows the password once: from here on nothing, Ctrl-C included, comes between asking and saving.
    let registration = cx.precious(async move {
        let _lock = lock;
        let registered = client.register(&server, &base, &allow_from).await;
        let registration = registered.doing(format!("could not register {base}"))?;
        room.keep(&registration)?;
        Ok(registration)
    });
    Ok(enrolled(registration.await?, true))
}

/// Publishes a first, harmless value: it proves the credentials, and no resolver gets to remember the target as
/// missing, which acme-dns says of names without values and resolvers then believe for up to an hour.
async fn prime(cx: &Context, challenge: &DnsName, registration: &Registration, fresh: bool) -> Result<()> {
    if !cx.store.published(registration, challenge)?.is_empty() || !fresh && shows_values(cx, registration).await {
        return Ok(());
    }
    let _lock = cx.store.lock_registration(&registration.server, challenge, &cx.reporter).await?;
    if !cx.store.published(registration, challenge)?.is_empty() {
        return Ok(());
    }
    let updated = cx.acme_dns()?.update(registration, PLACEHOLDER).await;
    if let Err(AcmeDnsError::UpdateForbidden { restricted: true, .. }) = updated {
        // Registering from an administrator's machine for servers in other networks is nothing unusual.
        let text =
            format!("{challenge} takes no updates from this machine, for it is outside its --allow-from networks");
        cx.report(Event::Warning { text });
        return Ok(());
    }
    updated.doing(format!("registered {challenge}, but could not publish a first value for it"))?;
    let first = Published { value: PLACEHOLDER.to_owned(), at: Timestamp::now() };
    Ok(cx.store.save_published(registration, challenge, &[first])?)
}

/// Whether others publish under a registration that came from elsewhere: another machine may be in the middle of an
/// order, and none of its values is to be pushed out for the sake of a harmless one.
async fn shows_values(cx: &Context, registration: &Registration) -> bool {
    let Ok(dns) = cx.dns() else { return false };
    dns.published_values(&registration.fulldomain, false).await.is_some_and(|values| !values.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apex_and_its_wildcard_are_one_group_and_the_order_of_names_is_kept() {
        let names = ["www.example.com", "*.example.com", "example.com", "www.example.com"];
        let names: Vec<Identifier> = names.iter().map(|name| Identifier::parse(name).unwrap()).collect();
        let groups = by_challenge(&names);
        let told: Vec<(String, usize)> = groups.iter().map(|(name, group)| (name.to_string(), group.len())).collect();
        let expected =
            [("_acme-challenge.www.example.com".to_owned(), 1), ("_acme-challenge.example.com".to_owned(), 2)];
        assert_eq!(told, expected);
    }
}
