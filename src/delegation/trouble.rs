//! Findings about servers that cannot be asked, or do not answer: on the way to the CNAME, and on the acme-dns side.

use super::evidence::{Evidence, asked, evidence, proven, said, told};
use super::judgement::Judge;
use super::observation::{Answer, Denial, Hop, Seen, Trouble};
use super::{Finding, Severity};
use crate::error::{Hint, Kind};
use crate::identifier::DnsName;

impl Judge<'_> {
    /// The acme-dns side: its servers must answer; no value there yet is as it should be.
    pub(super) fn target(&self, hop: &Hop) -> Vec<Finding> {
        if let Some(trouble) = self.trouble(hop) {
            return vec![trouble.of_the_service()];
        }
        let mut findings: Vec<Finding> = self.bogus_zone(hop).into_iter().collect();
        if hop.decisive().next().is_none() {
            findings.push(self.nobody_answers(hop));
        } else {
            findings.extend(self.quiet_servers(hop));
            findings.extend(self.without_tcp(hop));
        }
        let mut findings: Vec<Finding> = findings.into_iter().map(Finding::of_the_service).collect();
        findings.extend(self.empty_target(hop));
        findings
    }

    /// Values never go away again: where we once published one, there is one, unless the registration is gone.
    fn empty_target(&self, hop: &Hop) -> Option<Finding> {
        let mut decisive = hop.decisive().peekable();
        decisive.peek()?;
        if !decisive.all(|seen| seen.answer.txt().is_empty()) {
            return None;
        }
        let name = &hop.name;
        if !self.has_published() {
            let message = format!("the acme-dns server shows no value at {name} yet");
            return Some(self.finding("target-empty", Severity::Note, message).evidence(evidence(hop)));
        }
        let message = format!(
            "the acme-dns server shows nothing at {name}, where a value was published: is the registration gone, or is this another server?"
        );
        let hint = Hint::new("`--probe` publishes a value and tells for certain")
            .line(format!("certdns check {} --probe", self.base()));
        Some(self.finding("target-gone", Severity::Warning, message).hint(hint).evidence(evidence(hop)))
    }

    /// Servers that did not answer beside others that did; each way of not answering is a finding of its own.
    pub(super) fn quiet_servers(&self, hop: &Hop) -> Vec<Finding> {
        let answered = |server: &str| hop.decisive().any(|seen| seen.server == server);
        // A name server with two addresses is fine when one of them can be reached from here.
        let quiet = hop.servers.iter().filter(|seen| !seen.answer.is_decisive() && !answered(&seen.server));
        let mut groups: Vec<(&'static str, Vec<Evidence>)> = Vec::new();
        for (code, evidence) in quiet.map(|seen| (how_quiet(&seen.answer), told(seen, hop))) {
            match groups.iter_mut().find(|(known, _)| *known == code) {
                Some((_, all)) => all.push(evidence),
                None => groups.push((code, vec![evidence])),
            }
        }
        groups.into_iter().map(|(code, evidence)| self.quiet(hop, code, evidence)).collect()
    }

    fn quiet(&self, hop: &Hop, code: &'static str, evidence: Vec<Evidence>) -> Finding {
        let what = match code {
            "server-lame" => "not every name server serves the zone of",
            "server-fails" => "not every name server can answer about",
            _ => "not every name server answers about",
        };
        let finding = self.finding(code, Severity::Warning, format!("{what} {}", hop.name)).later();
        finding
            .evidence(evidence)
            .hint(Hint::new("a CA may happen to ask just that server; if it stays so, tell your DNS host"))
    }

    /// Servers that answer over UDP alone: RFC 7766 demands both.
    pub(super) fn without_tcp(&self, hop: &Hop) -> Option<Finding> {
        let deaf = |seen: &&Seen| seen.tcp == Some(false) && seen.answer.is_decisive();
        let zone = hop.zone.as_ref()?;
        let question = format!("{zone} SOA over TCP");
        let evidence: Vec<Evidence> =
            hop.servers.iter().filter(deaf).map(|seen| asked(seen, question.clone(), "no answer".to_owned())).collect();
        let message = format!(
            "not every name server of {zone} answers over TCP; a CA needs it for answers that do not fit into UDP"
        );
        let finding = self.finding("tcp-fails", Severity::Warning, message).later();
        (!evidence.is_empty()).then(|| {
            finding
                .evidence(evidence)
                .hint(Hint::new("have TCP port 53 opened at the name server (a firewall, most likely)"))
        })
    }

    /// Servers that answer for CNAME but not for TXT, which is what a CA asks for.
    pub(super) fn without_txt(&self, hop: &Hop) -> Option<Finding> {
        let question = format!("{} TXT", hop.name);
        let mute = |seen: &Seen| seen.without_txt.as_ref().map(|answer| asked(seen, question.clone(), said(answer)));
        let evidence: Vec<Evidence> = hop.servers.iter().filter_map(mute).collect();
        let all = evidence.len() == hop.decisive().count();
        let severity = if all { Severity::Error } else { Severity::Warning };
        let message = format!("not every name server answers for TXT at {}, and a CA asks for that", hop.name);
        let finding = self.finding("txt-fails", severity, message).later().evidence(evidence.clone());
        (!evidence.is_empty()).then(|| finding.hint(Hint::new("tell your DNS host: the CNAME is answered, TXT is not")))
    }

    pub(super) fn nobody_answers(&self, hop: &Hop) -> Finding {
        let silent = hop.servers.iter().all(|seen| matches!(seen.answer, Answer::Silent | Answer::Unreachable));
        let message = format!("no name server gives an answer about {}", hop.name);
        let finding =
            self.error(if silent { "servers-silent" } else { "servers-fail" }, message).later().evidence(evidence(hop));
        finding.hint(Hint::new(if silent {
            "if this network lets no DNS out but to its own resolver, add `--dns-view resolver`; else try again later"
        } else if hop.servers.iter().any(|seen| how_quiet(&seen.answer) == "server-lame") {
            "the servers are up, but do not serve this zone: check the name servers set at your registrar"
        } else {
            "the servers are up, but cannot answer about this name: tell your DNS host"
        }))
    }

    pub(super) fn trouble(&self, hop: &Hop) -> Option<Finding> {
        let name = &hop.name;
        Some(match hop.trouble.as_ref()? {
            Trouble::ResolverDown { resolvers } => self
                .error("resolver-down", format!("the resolver {} does not answer", resolvers.join(", ")))
                .later()
                .hint(Hint::new("name one that does with `--resolver IP` (`CERTDNS_RESOLVERS`)")),
            Trouble::ResolverFails { said } => self
                .error("resolver-fails", format!("the resolver could not find the name servers of {name} ({said})"))
                .later()
                .hint(Hint::new("name servers that cannot be reached look like this; ask another resolver with `--resolver IP` to tell")),
            Trouble::NoZone { denials } => self.no_zone(name, denials),
            Trouble::NoAddresses { servers } => {
                let list: Vec<&str> = servers.iter().map(DnsName::as_str).collect();
                self.error("servers-without-address", format!("the name servers of {name} have no addresses: {}", list.join(", ")))
                    .hint(Hint::new("check the name servers set at the registrar, and their glue records"))
            }
        })
    }

    /// Nothing above the name is a zone: it does not exist, or it is there and was handed to nobody.
    fn no_zone(&self, name: &DnsName, denials: &[Denial]) -> Finding {
        let seen = |denial: &Denial| Evidence {
            server: "the resolver".to_owned(),
            question: format!("{} NS", denial.name),
            answer: if denial.said == "NOERROR" { "no such record".to_owned() } else { denial.said.clone() },
        };
        let highest = denials.last();
        let domain = highest.map_or(proven(name), |denial| denial.name.as_str());
        let finding = match highest.is_some_and(|denial| denial.said == "NOERROR") {
            true => self
                .error("zone-not-delegated", format!("{domain} is in DNS, but no name servers are set for it"))
                .hint(Hint::new("set the name servers of your DNS host at the registrar")),
            false => self
                .error("zone-missing", format!("{domain} does not exist in DNS (NXDOMAIN)"))
                .hint(Hint::new("check the spelling, and at the registrar that the domain is registered, not expired, and has name servers")),
        };
        finding.evidence(denials.iter().map(seen).collect())
    }
}

fn how_quiet(answer: &Answer) -> &'static str {
    match answer {
        Answer::Lame => "server-lame",
        Answer::Failed { code } if code == "REFUSED" => "server-lame",
        Answer::Failed { .. } => "server-fails",
        _ => "server-silent",
    }
}

impl Finding {
    /// The same on the other side: nothing that the user's own DNS host could mend.
    fn of_the_service(mut self) -> Finding {
        self.code = match self.code {
            "servers-silent" => "service-silent",
            "servers-fail" => "service-fails",
            "server-silent" => "service-server-silent",
            "server-lame" => "service-server-lame",
            "server-fails" => "service-server-fails",
            "tcp-fails" => "service-tcp-fails",
            "dnssec-bogus" => "service-dnssec-bogus",
            "zone-missing" | "zone-not-delegated" | "servers-without-address" => "service-zone-missing",
            code => code,
        };
        self.kind = Kind::TryLater;
        let unreachable = self.severity == Severity::Error && self.code.starts_with("service-");
        if unreachable && self.code != "service-dnssec-bogus" {
            self.hints = vec![Hint::new(
                "the acme-dns server's own DNS is not reachable: is it up, and is its zone delegated to it? From a network that lets no DNS out, add `--dns-view resolver`",
            )];
        } else if self.code.starts_with("service-") {
            self.hints = vec![Hint::new("this is the acme-dns server's side: whoever runs it can mend it")];
        }
        self
    }
}
