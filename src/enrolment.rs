//! Names to registrations: what is stored is reused, what is missing is registered and on disk before a word is said.

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
}

impl Enrolled {
    #[must_use]
    pub fn delegation(&self) -> Delegation {
        Delegation { challenge: self.challenge.clone(), target: self.registration.fulldomain.clone() }
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
    let groups = by_challenge(names);
    let each = groups.into_iter().map(|(challenge, names)| async move {
        (challenge.clone(), enrol_one(cx, challenge, names, whither, allow_from).await)
    });
    stream::iter(each).buffered(SIDE_BY_SIDE).collect().await
}

/// The stored registrations of these names, without asking anybody for more. `None` stands for a name without one.
pub fn enrolled(cx: &Context, names: &[Identifier]) -> Result<Vec<(DnsName, Option<Enrolled>)>> {
    let server = cx.settings.acme_dns_base();
    let find = |(challenge, names): (DnsName, Vec<Identifier>)| {
        let registration = stored(cx, server.as_ref(), &challenge)?;
        let enrolled = registration.map(|registration| enrolled_as(challenge.clone(), names, registration, false));
        Ok((challenge, enrolled))
    };
    by_challenge(names).into_iter().map(find).collect()
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
    challenge: DnsName,
    names: Vec<Identifier>,
    whither: &Where,
    allow_from: &[String],
) -> Result<Enrolled> {
    let found = match whither {
        Where::At(server) => cx.store.registration(server.base(), &challenge)?,
        Where::WhereverItIs => stored(cx, cx.settings.acme_dns_base().as_ref(), &challenge)?,
    };
    let (registration, fresh) = match found {
        Some(registration) => (registration, false),
        None => register(cx, &challenge, &names, whither, allow_from).await?,
    };
    if !fresh && !allow_from.is_empty() && registration.allow_from != allow_from {
        let text = format!("{challenge} is registered already, and keeps the networks it was registered with");
        cx.report(Event::Warning { text });
    }
    prime(cx, &challenge, &registration, fresh).await?;
    Ok(enrolled_as(challenge, names, registration, fresh))
}

fn enrolled_as(challenge: DnsName, names: Vec<Identifier>, registration: Registration, fresh: bool) -> Enrolled {
    Enrolled { names, registration, challenge, fresh }
}

/// The registration at the configured server, else the newest at any server.
fn stored(cx: &Context, server: Option<&url::Url>, challenge: &DnsName) -> Result<Option<Registration>> {
    let configured = server.map(|server| cx.store.registration(server, challenge)).transpose()?.flatten();
    match configured {
        Some(registration) => Ok(Some(registration)),
        None => Ok(cx.store.registrations_of(challenge)?.into_iter().max_by_key(|found| found.registered_at)),
    }
}

/// Registers under a lock: of two processes that need the same name, the second finds what the first saved.
async fn register(
    cx: &Context,
    challenge: &DnsName,
    names: &[Identifier],
    whither: &Where,
    allow_from: &[String],
) -> Result<(Registration, bool)> {
    let server = match whither {
        Where::At(server) => server.clone(),
        Where::WhereverItIs => cx.settings.acme_dns()?,
    };
    let lock = cx.store.lock_registration(server.base(), challenge, &cx.reporter).await?;
    if let Some(registration) = cx.store.registration(server.base(), challenge)? {
        return Ok((registration, false));
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
    Ok((registration.await?, true))
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
