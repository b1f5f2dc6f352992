//! Which of several registrations of a name is used: the one that its CNAME leads to at this moment.

use url::Url;

use crate::acmedns::Registration;
use crate::context::Context;
use crate::dns::Lead;
use crate::error::Result;
use crate::identifier::DnsName;

/// The registration that is used, and those beside it.
pub(super) type Chosen = (Registration, Vec<Registration>);

/// Chooses for each challenge name, in their order. Only for names with several registrations is DNS asked.
pub(super) async fn live(cx: &Context, challenges: &[DnsName], ask: bool) -> Vec<Result<Option<Chosen>>> {
    let configured = cx.settings.acme_dns_base();
    let all: Vec<_> = challenges.iter().map(|challenge| stored(cx, configured.as_ref(), challenge)).collect();
    let mut leads = if ask { leads(cx, challenges, &all).await } else { Vec::new() };
    let each = challenges.iter().zip(all);
    each.map(|(challenge, all)| {
        let at = leads.iter().position(|(name, _)| name == challenge);
        let lead = at.map(|at| leads.swap_remove(at).1);
        Ok(choose(all?, configured.as_ref(), lead.as_ref()))
    })
    .collect()
}

/// All of a name. Where one is damaged, the one at the configured server is as good as before.
fn stored(cx: &Context, configured: Option<&Url>, challenge: &DnsName) -> Result<Vec<Registration>> {
    cx.store.registrations_of(challenge).or_else(|error| {
        let at_home = configured.map(|server| cx.store.registration(server, challenge)).transpose().ok().flatten();
        at_home.flatten().map(|one| vec![one]).ok_or_else(|| error.into())
    })
}

async fn leads(cx: &Context, challenges: &[DnsName], all: &[Result<Vec<Registration>>]) -> Vec<(DnsName, Lead)> {
    let several = challenges.iter().zip(all).filter_map(|(challenge, all)| {
        let targets: Vec<DnsName> = all.as_ref().ok()?.iter().map(|one| one.fulldomain.clone()).collect();
        (targets.len() > 1).then(|| (challenge.clone(), move |target: &DnsName| targets.contains(target)))
    });
    let asked: Vec<_> = several.collect();
    // Without a resolver, whoever looks at DNS afterwards tells so.
    let Some(dns) = (!asked.is_empty()).then(|| cx.dns().ok()).flatten() else { return Vec::new() };
    let leads = dns.look().leads(&asked).await;
    asked.into_iter().map(|(challenge, _)| challenge).zip(leads).collect()
}

/// Of those that the CNAME leads to, else of all: the one at the configured server, else the newest.
fn choose(mut all: Vec<Registration>, configured: Option<&Url>, lead: Option<&Lead>) -> Option<Chosen> {
    let is_live = |one: &Registration| lead.is_some_and(|lead| lead.targets.contains(&one.fulldomain));
    let rank = |one: &Registration| (is_live(one), configured == Some(&one.server), one.registered_at);
    let at = (0..all.len()).max_by_key(|at| rank(&all[*at]))?;
    let chosen = all.swap_remove(at);
    Some((chosen, all))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::secret::Secret;

    fn registration(server: &str, second: i64) -> Registration {
        Registration {
            server: Url::parse(&format!("https://{server}/")).unwrap(),
            username: "u".to_owned(),
            password: Secret::new("p"),
            subdomain: "s".to_owned(),
            fulldomain: DnsName::parse(&format!("s.{server}")).unwrap(),
            allow_from: Vec::new(),
            registered_at: Timestamp::from_second(second).unwrap(),
        }
    }

    fn chosen(configured: Option<&str>, led_to: &[&str]) -> String {
        let all = vec![registration("a.example", 3), registration("b.example", 9), registration("c.example", 6)];
        let configured = configured.map(|server| Url::parse(&format!("https://{server}/")).unwrap());
        let targets = led_to.iter().map(|name| DnsName::parse(name).unwrap()).collect();
        let lead = Lead { targets, answered: true, ..Lead::default() };
        let (one, beside) = choose(all, configured.as_ref(), Some(&lead)).unwrap();
        assert_eq!(beside.len(), 2);
        one.fulldomain.to_string()
    }

    #[test]
    fn the_live_cname_decides_then_the_configuration_then_age() {
        assert_eq!(chosen(Some("a.example"), &["s.c.example"]), "s.c.example");
        assert_eq!(chosen(Some("a.example"), &["s.a.example", "s.b.example"]), "s.a.example");
        assert_eq!(chosen(Some("a.example"), &["elsewhere.example"]), "s.a.example");
        assert_eq!(chosen(None, &["s.a.example", "s.c.example"]), "s.c.example");
        assert_eq!(chosen(None, &[]), "s.b.example");
        assert!(choose(Vec::new(), None, None).is_none());
    }
}
