//! Findings about what resolvers see: DNSSEC, and perspectives that differ.

use super::evidence::{Evidence, asked, said};
use super::judgement::Judge;
use super::observation::{Answer, Hop, Perspective};
use super::{Finding, Severity};
use crate::error::Hint;
use crate::identifier::DnsName;

impl Judge<'_> {
    pub(super) fn outside(&self) -> Vec<Finding> {
        let perspectives = &self.observation.perspectives;
        let (bogus, others): (Vec<&Perspective>, Vec<&Perspective>) =
            perspectives.iter().partition(|one| one.is_bogus());
        let (speaking, failing): (Vec<&Perspective>, Vec<&Perspective>) =
            others.into_iter().partition(|one| one.seen.answer.is_decisive() || (one.named && one.refuses()));
        let mut findings = Vec::new();
        if !bogus.is_empty() && !self.observation.hops.first().is_some_and(|first| first.bogus) {
            let evidence = bogus.iter().flat_map(|one| self.both_answers(one)).collect();
            findings.push(self.bogus(&self.delegation.challenge, evidence));
        }
        findings.extend(self.cannot_follow(&failing));
        findings.extend(self.dissent(&speaking));
        findings.extend(self.own_resolver_differs(&speaking));
        findings
    }

    /// The zone's very name servers could be found only without validation.
    pub(super) fn bogus_zone(&self, hop: &Hop) -> Option<Finding> {
        let zone = hop.zone.as_ref().filter(|_| hop.bogus)?;
        let question = format!("{zone} NS");
        let answer = "SERVFAIL; with DNSSEC validation off it answers".to_owned();
        Some(self.bogus(zone, vec![Evidence { server: "the resolver".to_owned(), question, answer }]))
    }

    /// A CA validates DNSSEC where there is any (CA/Browser Forum Baseline Requirements section 3.2.2.4).
    fn bogus(&self, name: &DnsName, evidence: Vec<Evidence>) -> Finding {
        let message = format!("DNSSEC is broken for {name}: resolvers that validate refuse to answer");
        self.error("dnssec-bogus", message).evidence(evidence).hint(Hint::new(
            "have your DNS host sign the zone again, and compare the DS records at your registrar with its keys; after a move to another DNS host, remove the old DS records",
        ))
    }

    fn cannot_follow(&self, failing: &[&Perspective]) -> Option<Finding> {
        // Where resolvers are believed, their failures are what the name servers' would be, and told as such.
        self.observation.hops.first()?.zone.as_ref()?;
        let first = failing.first()?;
        let fail: Vec<&str> = failing.iter().map(|one| one.seen.address.as_str()).collect();
        let (name, said) = (&self.delegation.challenge, said(&first.seen.answer));
        let message = format!("{name} cannot be looked up through {} ({said})", fail.join(", "));
        let evidence = failing.iter().flat_map(|one| self.both_answers(one)).collect();
        let finding = self.finding("perspective-fails", Severity::Warning, message).later().evidence(evidence);
        Some(finding.hint(Hint::new(match first.refuses() {
            true => "its name servers answer here, but a CA's resolver may fail like this one: check the name servers set at the registrar",
            false => "this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out",
        })))
    }

    /// Our own resolver may remember an old answer; no CA asks it, but whoever reads this may.
    fn own_resolver_differs(&self, speaking: &[&Perspective]) -> Option<Finding> {
        let agreed = self.agreed()?;
        let differs = |one: &&&Perspective| !one.named && !self.is_as_good(&one.seen.answer, agreed);
        let one = speaking.iter().find(differs)?;
        let message =
            format!("the resolver {} still says something else about {}", one.seen.address, self.delegation.challenge);
        let finding = self.finding("resolver-differs", Severity::Note, message).later();
        Some(finding.evidence(vec![self.answer_of(one, &one.seen.answer, "")]))
    }

    /// Perspectives that see another CNAME than the name servers have. As with a CA's own perspectives, one of several
    /// may differ, two of six or more (CA/Browser Forum Baseline Requirements section 3.2.2.9).
    fn dissent(&self, speaking: &[&Perspective]) -> Option<Finding> {
        let agreed = self.agreed()?;
        let named: Vec<&&Perspective> = speaking.iter().filter(|one| one.named).collect();
        let dissenting: Vec<&&&Perspective> =
            named.iter().filter(|one| !self.is_as_good(&one.seen.answer, agreed)).collect();
        let tolerated = match named.len() {
            0 | 1 => 0,
            2..=5 => 1,
            _ => 2,
        };
        let severity = if dissenting.len() > tolerated { Severity::Error } else { Severity::Warning };
        let places: Vec<&str> = dissenting.iter().map(|one| one.seen.address.as_str()).collect();
        let message = format!(
            "{} looks different through {} than at its name servers",
            self.delegation.challenge,
            places.join(", ")
        );
        let evidence = dissenting.iter().map(|one| self.answer_of(one, &one.seen.answer, "")).collect();
        let finding = self.finding("perspective-differs", severity, message).later().evidence(evidence);
        (!dissenting.is_empty()).then(|| {
            finding.hint(Hint::new(
                "resolvers remember old answers for a while (how long is the TTL of the record, or of the zone's SOA); if it stays so, the zone is not the same everywhere",
            ))
        })
    }

    /// Another registration of a name that is on its way is as good: values are published there, too.
    fn is_as_good(&self, answer: &Answer, agreed: &str) -> bool {
        let shown = answer.cname();
        shown == Some(agreed) || (self.is_home_by(agreed) && shown.is_some_and(|shown| self.is_home_by(shown)))
    }

    /// The CNAME that every name server shows; `None` when they do not agree.
    fn agreed(&self) -> Option<&str> {
        let mut targets = self.observation.hops.first()?.decisive().map(|seen| seen.answer.cname());
        let first = targets.next()??;
        targets.all(|target| target == Some(first)).then_some(first)
    }

    fn both_answers(&self, one: &Perspective) -> Vec<Evidence> {
        let unvalidated = one.unvalidated.iter().map(|answer| self.answer_of(one, answer, " without validation"));
        [self.answer_of(one, &one.seen.answer, "")].into_iter().chain(unvalidated).collect()
    }

    fn answer_of(&self, one: &Perspective, answer: &Answer, how: &str) -> Evidence {
        asked(&one.seen, format!("{} CNAME{how}", self.delegation.challenge), said(answer))
    }
}

impl Perspective {
    /// Whether it answers as DNS servers refuse to: to a CA that is as good as another answer.
    fn refuses(&self) -> bool {
        matches!(&self.seen.answer, Answer::Failed { code } if code == "SERVFAIL" || code == "REFUSED")
    }

    /// Whether it answers only with validation off.
    #[must_use]
    pub fn is_bogus(&self) -> bool {
        self.unvalidated.as_ref().is_some_and(Answer::is_decisive)
    }
}
