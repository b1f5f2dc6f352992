//! Findings about servers that cannot be asked, or do not answer: on the way to the CNAME, and on the acme-dns side.

use super::evidence::{evidence, proven, told};
use super::judgement::Judge;
use super::observation::{Answer, Hop, Trouble};
use super::{Finding, Severity};
use crate::error::{Hint, Kind};
use crate::identifier::DnsName;

impl Judge<'_> {
    /// The acme-dns side: its servers must answer; no value there yet is as it should be.
    pub(super) fn target(&self, hop: &Hop) -> Vec<Finding> {
        if let Some(trouble) = self.trouble(hop) {
            return vec![trouble.of_the_service()];
        }
        if hop.decisive().next().is_none() {
            return vec![self.nobody_answers(hop).of_the_service()];
        }
        let mut findings = self.quiet_servers(hop);
        if hop.decisive().all(|seen| seen.answer.txt().is_empty()) {
            let message = format!("the acme-dns server shows no value at {} yet", hop.name);
            findings.push(self.finding("target-empty", Severity::Note, message).evidence(evidence(hop)));
        }
        findings
    }

    /// Servers that did not answer beside others that did.
    pub(super) fn quiet_servers(&self, hop: &Hop) -> Vec<Finding> {
        let answered = |server: &str| hop.decisive().any(|seen| seen.server == server);
        // A name server with two addresses is fine when one of them can be reached from here.
        let quiet = hop.servers.iter().filter(|seen| !seen.answer.is_decisive() && !answered(&seen.server));
        let quiet: Vec<String> = quiet.map(|seen| told(seen, hop.name.as_str())).collect();
        if quiet.is_empty() {
            return Vec::new();
        }
        let message = format!("not every name server answers about {}", hop.name);
        vec![
            self.finding("server-silent", Severity::Warning, message)
                .later()
                .evidence(quiet)
                .hint(Hint::new("a CA may happen to ask just that server; if it stays so, tell your DNS host")),
        ]
    }

    pub(super) fn nobody_answers(&self, hop: &Hop) -> Finding {
        let silent = hop.servers.iter().all(|seen| matches!(seen.answer, Answer::Silent | Answer::Unreachable));
        let message = format!("no name server gives an answer about {}", hop.name);
        let finding =
            self.error(if silent { "servers-silent" } else { "servers-fail" }, message).later().evidence(evidence(hop));
        if silent {
            finding.hint(Hint::new(
                "if this network lets no DNS out but to its own resolver, add `--dns-view resolver`; else try again later",
            ))
        } else {
            finding.hint(Hint::new(
                "the servers are up, but do not serve this zone: check the name servers set at your registrar",
            ))
        }
    }

    pub(super) fn trouble(&self, hop: &Hop) -> Option<Finding> {
        let name = &hop.name;
        Some(match hop.trouble.as_ref()? {
            Trouble::ResolverDown { resolvers } => {
                let list: Vec<String> = resolvers.iter().map(ToString::to_string).collect();
                self.error("resolver-down", format!("the resolver {} does not answer", list.join(", ")))
                    .later()
                    .hint(Hint::new("name one that does with `--resolver IP` (`CERTDNS_RESOLVERS`)"))
            }
            Trouble::ResolverFails { said } => self
                .error("resolver-fails", format!("the resolver could not find the name servers of {name} ({said})"))
                .later()
                .hint(Hint::new("broken DNSSEC or unreachable name servers look like this; ask another resolver with `--resolver IP` to tell them apart")),
            Trouble::NoZone => self
                .error("zone-missing", format!("no zone for {} is in DNS", proven(name)))
                .hint(Hint::new("check the spelling, and at the registrar that the domain is registered and has name servers")),
            Trouble::NoAddresses { servers } => {
                let list: Vec<&str> = servers.iter().map(DnsName::as_str).collect();
                self.error("servers-without-address", format!("the name servers of {name} have no addresses: {}", list.join(", ")))
                    .hint(Hint::new("check the name servers set at the registrar, and their glue records"))
            }
        })
    }
}

impl Finding {
    /// The same on the other side: nothing that the user's own DNS host could mend.
    pub(super) fn of_the_service(mut self) -> Finding {
        self.code = match self.code {
            "servers-silent" => "service-silent",
            "servers-fail" => "service-fails",
            "zone-missing" | "servers-without-address" => "service-zone-missing",
            code => code,
        };
        self.kind = Kind::TryLater;
        if self.code != "resolver-down" && self.code != "resolver-fails" {
            self.hints = vec![Hint::new(
                "the acme-dns server's own DNS is not reachable: is it up, and is its zone delegated to it? From a network that lets no DNS out, add `--dns-view resolver`",
            )];
        }
        self
    }
}
