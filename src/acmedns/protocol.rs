//! The bodies of the acme-dns protocol, and what makes an answer believable.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Registration, Server};
use crate::identifier::DnsName;
use crate::secret::Secret;

/// `POST /register`. `subject` is an extension of Certify DNS.
#[derive(Serialize)]
pub(super) struct RegisterBody<'a> {
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub allowfrom: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<&'a str>,
}

/// `POST /update`.
#[derive(Serialize)]
pub(super) struct UpdateBody<'a> {
    pub subdomain: &'a str,
    pub txt: &'a str,
}

#[derive(Deserialize)]
pub(super) struct RegisterReply {
    username: String,
    password: Secret,
    fulldomain: String,
    subdomain: String,
}

/// An acme-dns server echoes `txt`; Certify DNS may add how long to wait before the challenge is looked at.
#[derive(Deserialize)]
pub(super) struct UpdateReply {
    #[serde(default, rename = "propagationDelaySeconds")]
    pub propagation_delay_seconds: Option<f64>,
}

#[derive(Deserialize)]
pub(super) struct ErrorReply {
    pub error: String,
}

impl RegisterReply {
    /// A registration, if the answer can be worked with: a target name, and credentials that fit into headers.
    pub(super) fn registration(self, server: &Server, allow_from: &[String], now: Timestamp) -> Option<Registration> {
        let fulldomain = DnsName::parse(&self.fulldomain).ok()?;
        let registration = Registration {
            server: server.base().clone(),
            username: self.username,
            password: self.password,
            subdomain: self.subdomain,
            fulldomain,
            allow_from: allow_from.to_vec(),
            registered_at: now,
        };
        registration.flaw().is_none().then_some(registration)
    }
}

/// The longest wait a service can talk us into.
const MAX_PROPAGATION_DELAY: f64 = 600.0;

impl UpdateReply {
    pub(super) fn propagation_delay(&self) -> Duration {
        let seconds = self.propagation_delay_seconds.unwrap_or_default();
        Duration::from_secs_f64(if seconds.is_finite() { seconds.clamp(0.0, MAX_PROPAGATION_DELAY) } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(fulldomain: &str, password: &str) -> Option<Registration> {
        let body = serde_json::json!({
            "username": "u", "password": password, "fulldomain": fulldomain, "subdomain": "d420", "allowfrom": []
        });
        let server = Server::parse("https://auth.example.org/KEY", false).unwrap();
        let reply: RegisterReply = serde_json::from_value(body).unwrap();
        reply.registration(&server, &["192.0.2.0/24".into()], Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_registration_remembers_its_server_and_networks() {
        let registration = reply("D420.auth.example.org", "secret").unwrap();
        assert_eq!(registration.server.as_str(), "https://auth.example.org/KEY/");
        assert_eq!(registration.fulldomain.as_str(), "d420.auth.example.org");
        assert_eq!(registration.allow_from, ["192.0.2.0/24"]);
    }

    #[test]
    fn answers_that_cannot_be_worked_with_are_no_registrations() {
        assert!(reply("other.auth.example.org", "secret").is_none());
        assert!(reply("d420..example.org", "secret").is_none());
        assert!(reply("d420.auth.example.org", "se\ncret").is_none());
        assert!(reply("d420.auth.example.org", "").is_none());
    }

    #[test]
    fn the_wait_a_service_asks_for_is_bounded() {
        let delay = |seconds| UpdateReply { propagation_delay_seconds: seconds }.propagation_delay();
        assert_eq!(delay(Some(5.0)), Duration::from_secs(5));
        assert_eq!(delay(Some(1e9)), Duration::from_secs(600));
        assert_eq!(delay(Some(-1.0)), Duration::ZERO);
        assert_eq!(delay(None), Duration::ZERO);
    }
}
