//! Proves a delegation end to end: a harmless value goes in at the acme-dns server, and must come out wherever a CA
//! may ask. Afterwards the values that were there are put back.

mod slots;

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use jiff::Timestamp;

use crate::acmedns::{self, AcmeDnsError, Published};
use crate::context::Context;
use crate::delegation::{Evidence, Finding, Severity};
use crate::dns::{Dns, DnsError, Published as Wanted, ReadBack};
use crate::enrolment::Enrolled;
use crate::error::{Error, Hint, Kind, Result};
use crate::event::{Event, SharedReporter};
use crate::inspection::Sight;
use crate::store::Store;

use slots::{Plan, foreign, fresh_value, plan};

const SIDE_BY_SIDE: usize = 16;
/// A value whose fate is unknown is looked for so long.
const ARRIVAL: Duration = Duration::from_secs(3);
/// How long a value may take to show at the service, and then through resolvers.
const VISIBLE: Duration = Duration::from_secs(10);
const READ_BACK: Duration = Duration::from_secs(5);
/// acme-dns tells its two slots apart by whole seconds.
const SLOT_AGE: Duration = Duration::from_millis(1100);

/// Probes every name, side by side; what was found belongs to the sights in their order. What has begun is brought to
/// its end, Ctrl-C or not: a value that gave way is put back.
///
/// # Errors
/// When the state directory or DNS cannot be used at all.
pub async fn probe_all(cx: &Context, seen: &[(Enrolled, Sight)]) -> Result<Vec<Vec<Finding>>> {
    let (dns, client) = (cx.dns()?, cx.acme_dns()?);
    let each = seen.iter().map(|(subject, sight)| {
        let (store, reporter) = (cx.store.clone(), cx.reporter.clone());
        let (dns, client) = (dns.clone(), client.clone());
        let probe = Probe { store, reporter, dns, client, subject: subject.clone(), sight: sight.clone() };
        cx.precious(async move { probe.run().await })
    });
    stream::iter(each).buffered(SIDE_BY_SIDE).collect::<Vec<_>>().await.into_iter().collect()
}

struct Probe {
    store: Store,
    reporter: SharedReporter,
    dns: Dns,
    client: acmedns::Client,
    subject: Enrolled,
    sight: Sight,
}

impl Probe {
    async fn run(&self) -> Result<Vec<Finding>> {
        let (registration, challenge) = (&self.subject.registration, &self.subject.challenge);
        // Whoever issues holds this lock; its values are not to be touched.
        let Some(_lock) = self.store.try_lock_registration(&registration.server, challenge)? else {
            return Ok(vec![self.skipped("a certificate is being issued for it just now, or another probe runs")]);
        };
        let mut journal = self.store.published(registration, challenge)?;
        let Some(found) = self.found(&journal).await else {
            return Ok(vec![self.skipped("what is published there now cannot be seen")]);
        };
        match plan(&found, &journal) {
            Plan::Skip { foreign } => {
                Ok(vec![self.skipped(&format!("a value is there that this machine did not publish ({foreign})"))])
            }
            Plan::Probe { restore } => Ok(self.publish_and_look(&mut journal, &restore).await),
        }
    }

    /// What shows at the target; `None` when that cannot be seen.
    async fn found(&self, journal: &[Published]) -> Option<BTreeSet<String>> {
        self.dns.published_values(&self.subject.registration.fulldomain, !journal.is_empty()).await
    }

    async fn publish_and_look(&self, journal: &mut Vec<Published>, restore: &[String]) -> Vec<Finding> {
        let value = fresh_value();
        let delay = match self.publish(&value, journal).await {
            Ok(delay) => delay,
            Err(error) => return vec![self.refused(&error.into())],
        };
        let pause = tokio::time::sleep(SLOT_AGE);
        let finding = self.look_for(&value, delay).await;
        pause.await;
        let restored = self.restore(restore, journal).await;
        [finding].into_iter().chain(restored.err()).collect()
    }

    /// Publishes, and notes it: the next issuance must know how old the values in the slots are. After a lost answer
    /// looking tells whether the value is there.
    async fn publish(&self, value: &str, journal: &mut Vec<Published>) -> Result<Duration, AcmeDnsError> {
        let (registration, challenge) = (&self.subject.registration, &self.subject.challenge);
        let delay = match self.client.update(registration, value).await {
            Ok(updated) => updated.propagation_delay,
            Err(error) if error.may_have_arrived() && self.arrives(value).await => Duration::ZERO,
            Err(error) => return Err(error),
        };
        journal.push(Published { value: value.to_owned(), at: Timestamp::now() });
        let surplus = journal.len().saturating_sub(2);
        journal.drain(..surplus);
        if let Err(error) = self.store.save_published(registration, challenge, journal) {
            self.reporter.report(Event::Warning { text: Error::from(error).message() });
        }
        Ok(delay)
    }

    async fn arrives(&self, value: &str) -> bool {
        let wanted = Wanted { delegation: self.sight.delegation.clone(), values: vec![value.to_owned()] };
        self.dns.wait_until_visible(&[wanted], ARRIVAL).await.is_ok()
    }

    async fn look_for(&self, value: &str, delay: Duration) -> Finding {
        let wanted = Wanted { delegation: self.sight.delegation.clone(), values: vec![value.to_owned()] };
        if let Err(error) = self.dns.wait_until_visible(&[wanted], VISIBLE + delay).await {
            return self.invisible(&error);
        }
        if !self.sight.leads_home() {
            return self.half_proven(value);
        }
        let seen = self.dns.read_back(&self.subject.challenge, value, READ_BACK + delay).await;
        self.proven(value, &seen)
    }

    /// Puts the values back that were there: the newest last, each a second younger than the one before. Whoever else
    /// publishes meanwhile comes first.
    async fn restore(&self, values: &[String], journal: &mut Vec<Published>) -> Result<(), Finding> {
        for (number, value) in values.iter().enumerate() {
            if number > 0 {
                tokio::time::sleep(SLOT_AGE).await;
            }
            let mut found = self.found(journal).await.unwrap_or_default();
            found.retain(|value| !values.contains(value));
            if let Some(foreign) = foreign(&found, journal) {
                return Err(self.left_behind(&format!("somebody else published meanwhile ({foreign})")));
            }
            let published = self.publish(value, journal).await;
            published.map_err(|error| self.left_behind(&told(&error.into())))?;
        }
        Ok(())
    }
}

/// What came of it, in words.
impl Probe {
    fn finding(&self, code: &'static str, severity: Severity, message: String) -> Finding {
        Finding::new(code, severity, &self.subject.challenge, message)
    }

    fn skipped(&self, why: &str) -> Finding {
        let name = &self.subject.challenge;
        self.finding("probe-skipped", Severity::Warning, format!("{name} was not probed: {why}"))
            .later()
            .hint(Hint::new("somebody's order may need what is there: probe it again later; what is left of an old order goes with the next one"))
    }

    fn refused(&self, error: &Error) -> Finding {
        let message = format!("no value could be published for {}: {}", self.subject.challenge, told(error));
        let finding = self.finding("probe-refused", Severity::Error, message);
        let finding = error.hints().iter().cloned().fold(finding, Finding::hint);
        if error.kind() == Kind::TryLater { finding.later() } else { finding }
    }

    fn invisible(&self, error: &DnsError) -> Finding {
        let server = self.subject.server();
        let message = format!("{server} took a value, but {error}");
        self.finding("probe-not-visible", Severity::Error, message)
            .later()
            .hint(Hint::new("this is the acme-dns server's side: its DNS does not show what its HTTP side took"))
    }

    fn half_proven(&self, value: &str) -> Finding {
        let (server, target) = (self.subject.server(), &self.sight.delegation.target);
        let message = format!(
            "the registration at {server} works: a value shows at {target}; {} does not lead there yet",
            self.subject.challenge
        );
        self.finding("probe-registration-works", Severity::Note, message).evidence(vec![self.at_service(value)])
    }

    fn proven(&self, value: &str, seen: &[ReadBack]) -> Finding {
        let evidence =
            [self.at_service(value)].into_iter().chain(seen.iter().map(|one| one.evidence.clone())).collect();
        let (challenge, server) = (&self.subject.challenge, self.subject.server());
        let missing = seen.iter().filter(|one| !one.shows).count();
        let finding = match missing {
            0 => {
                let message =
                    format!("proven end to end: a value published at {server} shows at {challenge} everywhere");
                return self.finding("probe-passed", Severity::Note, message).evidence(evidence);
            }
            _ if missing < seen.len() => {
                let message =
                    format!("a value published at {server} shows at {challenge}, but not through every resolver");
                self.finding("probe-partial", Severity::Warning, message)
            }
            _ => {
                let message =
                    format!("a value published at {server} does not show to resolvers that ask for {challenge}");
                self.finding("probe-failed", Severity::Error, message)
            }
        };
        finding.later().evidence(evidence).hint(Hint::new(
            "every server shows it, so it is the way in between: the delegation of the acme-dns zone, DNSSEC, or what a resolver remembers (then it passes in a while)",
        ))
    }

    fn left_behind(&self, why: &str) -> Finding {
        let message = format!("the values that were there for {} were not put back: {why}", self.subject.challenge);
        let finding = self.finding("probe-left-value", Severity::Warning, message).later();
        finding.hint(Hint::new("the value that was left validates nothing; the next issuance replaces it"))
    }

    fn at_service(&self, value: &str) -> Evidence {
        let question = format!("{} TXT", self.sight.delegation.target);
        let answer = format!("TXT {value:?}");
        Evidence { server: "whoever is asked about the acme-dns zone".to_owned(), question, answer }
    }
}

fn told(error: &Error) -> String {
    let causes = error.causes();
    std::iter::once(error.message()).chain(causes).collect::<Vec<_>>().join(": ")
}
