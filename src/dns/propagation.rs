//! Waits until values are visible: at every authoritative server, and not a moment longer.

use std::time::{Duration, Instant};

use backon::{BackoffBuilder, ExponentialBuilder};
use futures_util::future::join_all;
use futures_util::{StreamExt, TryStreamExt, stream};
use hickory_net::proto::rr::RecordType;

use super::ask::{Manner, Upstream};
use super::observing::Questions;
use super::reading::resolver_answer;
use super::{Dns, DnsError, Look, SIDE_BY_SIDE, View};
use crate::delegation::{Delegation, Hop, Seen};
use crate::event::Event;
use crate::identifier::DnsName;

/// A server that stays silent for so long while others show everything is not waited for.
const SILENCE: Duration = Duration::from_secs(3);

/// Values that are published at the end of a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub delegation: Delegation,
    pub values: Vec<String>,
}

/// What is still awaited.
#[derive(Debug, PartialEq, Eq)]
enum Progress {
    Visible,
    /// Visible but at these, which do not answer.
    VisibleBut(Vec<String>),
    Behind(Vec<String>),
    Nobody,
}

impl Dns {
    /// Returns when every server of each target shows all its values.
    ///
    /// # Errors
    /// [`DnsError::NotVisible`] when the time is over, [`DnsError::NoServers`] when nobody can be asked.
    pub async fn wait_until_visible(&self, published: &[Published], limit: Duration) -> Result<(), DnsError> {
        let each: Vec<_> = published.iter().map(|one| self.wait_for(one, limit)).collect();
        stream::iter(each).buffer_unordered(SIDE_BY_SIDE).try_for_each(|()| async { Ok(()) }).await
    }

    async fn wait_for(&self, published: &Published, limit: Duration) -> Result<(), DnsError> {
        let name = &published.delegation.target;
        let begun = Instant::now();
        let mut told = Vec::new();
        for pause in pauses() {
            let hop = self.glance().values_at(name).await;
            let behind = match progress(&hop, &published.values) {
                Progress::Visible => return Ok(()),
                Progress::VisibleBut(silent) if begun.elapsed() >= SILENCE => {
                    let text = format!("{name} is visible, but not all servers answer: {}", silent.join(", "));
                    self.reporter.report(Event::Warning { text });
                    return Ok(());
                }
                Progress::VisibleBut(servers) | Progress::Behind(servers) => servers,
                Progress::Nobody if begun.elapsed() >= SILENCE.min(limit) => {
                    return Err(DnsError::NoServers { name: name.clone() });
                }
                Progress::Nobody => vec!["any server".to_owned()],
            };
            if begun.elapsed() + pause > limit {
                return Err(DnsError::NotVisible { name: name.clone(), behind });
            }
            if told != behind {
                self.reporter.report(Event::WaitingForPropagation { name: name.clone(), behind: behind.clone() });
                told = behind;
            }
            tokio::time::sleep(pause).await;
        }
        unreachable!("the pauses have no end")
    }
}

impl Look {
    pub(super) async fn values_at(&self, name: &DnsName) -> Hop {
        match self.dns.view {
            View::Authoritative => self.look_at(name, Questions::Values).await,
            View::Resolver => self.values_through_resolvers(name).await,
        }
    }

    /// Only after publishing: by now nobody learns that the name is missing.
    async fn values_through_resolvers(&self, name: &DnsName) -> Hop {
        let each = self.round.resolvers().iter().map(|resolver| async move {
            let upstream = Upstream::Resolver(resolver.clone());
            let reply = self.round.ask(upstream, name, RecordType::TXT, Manner::Plain).await;
            Seen::new("", resolver, resolver_answer(&reply, name))
        });
        Hop::new(name, "TXT", join_all(each).await)
    }
}

/// 50 ms, growing, up to 5 s; without end.
fn pauses() -> impl Iterator<Item = Duration> {
    let builder = ExponentialBuilder::default().with_min_delay(Duration::from_millis(50));
    builder.with_factor(1.5).with_max_delay(Duration::from_secs(5)).without_max_times().build()
}

/// Who still lacks a value.
fn progress(hop: &Hop, values: &[String]) -> Progress {
    let shows = |seen: &&Seen| values.iter().all(|value| seen.answer.txt().contains(value));
    let place = |seen: &Seen| if seen.server.is_empty() { seen.address.clone() } else { seen.server.clone() };
    let (visible, other): (Vec<&Seen>, Vec<&Seen>) = hop.servers.iter().partition(shows);
    // Another address of a server that shows everything may be out of reach from here.
    let excused = |seen: &&Seen| !seen.answer.is_decisive() && visible.iter().any(|one| one.server == seen.server);
    let lacking = other.into_iter().filter(|seen| !excused(seen));
    let (answering, silent): (Vec<&Seen>, Vec<&Seen>) = lacking.partition(|seen| seen.answer.is_decisive());
    match (visible.is_empty(), answering.is_empty(), silent.is_empty()) {
        (false, true, true) => Progress::Visible,
        (false, true, false) => Progress::VisibleBut(silent.into_iter().map(place).collect()),
        (true, true, _) => Progress::Nobody,
        _ => Progress::Behind(answering.into_iter().map(place).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegation::Answer;

    fn told(answers: &[(&str, Answer)]) -> Progress {
        let servers = answers.iter().map(|(server, answer)| Seen::new(*server, &"192.0.2.1:53", answer.clone()));
        let hop = Hop::new(&DnsName::parse("x.auth.test").unwrap(), "TXT", servers.collect());
        progress(&hop, &["a".to_owned(), "b".to_owned()])
    }

    fn txt(values: &[&str]) -> Answer {
        Answer::Records { cname: Vec::new(), txt: values.iter().map(|value| (*value).to_owned()).collect() }
    }

    #[test]
    fn all_values_at_every_server_are_visible() {
        assert_eq!(told(&[("ns1", txt(&["b", "a"])), ("ns2", txt(&["a", "b"]))]), Progress::Visible);
    }

    #[test]
    fn a_server_that_lacks_one_value_is_behind() {
        let behind = Progress::Behind(vec!["ns2".to_owned()]);
        assert_eq!(told(&[("ns1", txt(&["a", "b"])), ("ns2", txt(&["a"]))]), behind);
        assert_eq!(told(&[("ns1", txt(&["a", "b"])), ("ns2", Answer::NxDomain)]), behind);
    }

    #[test]
    fn a_silent_server_is_not_behind_but_silent() {
        let silent = Progress::VisibleBut(vec!["ns2".to_owned()]);
        assert_eq!(told(&[("ns1", txt(&["a", "b"])), ("ns2", Answer::Silent)]), silent);
        assert_eq!(told(&[("ns1", txt(&["a", "b"])), ("ns1", Answer::Unreachable)]), Progress::Visible);
        assert_eq!(told(&[("ns1", txt(&["a", "b"])), ("ns1", Answer::Silent)]), Progress::Visible);
        assert_eq!(told(&[("ns1", Answer::Silent)]), Progress::Nobody);
    }
}
