//! A state directory as certdns would have left it after months: certificates of any age, and what is kept of them.

use std::path::PathBuf;

use certdns::certificate::Chain;
use jiff::{SignedDuration, Timestamp};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DistinguishedName, IsCa, KeyPair};
use serde_json::{Value, json};
use tempfile::TempDir;
use time::OffsetDateTime;

use super::command::{self, Run};

pub const DAY: i64 = 24;

/// A house without a world around it: nobody can be asked.
pub struct House {
    directory: TempDir,
    issuer: CertifiedIssuer<'static, KeyPair>,
    now: Timestamp,
}

/// A certificate by the hours from now at which it begins and ends.
#[derive(Clone, Copy)]
pub struct Life(pub i64, pub i64);

/// A name, what is wrong with it as a code and a message, and what CAA says.
pub type Seen<'a> = (&'a str, Option<(&'a str, &'a str)>, &'a str);

impl House {
    pub fn new() -> House {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name = DistinguishedName::new();
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        // Some minutes on: what is good for 30 days is told so while the test runs.
        let now = Timestamp::from_second(Timestamp::now().as_second() + 600).unwrap();
        House { directory: tempfile::tempdir().unwrap(), issuer, now }
    }

    pub fn run(&self, line: &str) -> Run {
        self.run_with(line, &[])
    }

    pub fn run_with(&self, line: &str, environment: &[(&str, &str)]) -> Run {
        let state = ("CERTDNS_STATE_DIR", self.state().display().to_string());
        let mut command = command::certdns(&[state], self.directory.path());
        command.envs(environment.iter().copied());
        command::run(command, &line.split_whitespace().collect::<Vec<_>>())
    }

    pub fn state(&self) -> PathBuf {
        self.directory.path().join("state")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// So many hours from now.
    pub fn at(&self, hours: i64) -> Timestamp {
        self.now.saturating_add(SignedDuration::from_hours(hours)).unwrap()
    }

    /// A lineage for a name, with a generation for each life; the last one is live.
    pub fn lineage(&self, name: &str, lives: &[Life]) -> &House {
        for (number, life) in (1..).zip(lives) {
            self.generation(name, number, *life);
        }
        let live = (!lives.is_empty()).then_some(lives.len());
        let document = json!({
            "version": 1, "name": name, "identifiers": [name], "key_type": "ecdsa-p256",
            "directory": "https://acme-v02.api.letsencrypt.org/directory", "live": live, "created_at": self.at(-2400),
        });
        self.write(&format!("lineages/{name}/lineage.json"), &document);
        self
    }

    /// Changes `lineage.json`.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Value)) -> &House {
        let file = format!("lineages/{name}/lineage.json");
        let mut document = serde_json::from_slice(&std::fs::read(self.state().join(&file)).unwrap()).unwrap();
        change(&mut document);
        self.write(&file, &document);
        self
    }

    /// A renewal that failed: how often, since when, why, and when it is tried again, in hours.
    pub fn failing(&self, name: &str, count: u32, since: i64, retry: i64, cause: &str) -> &House {
        let message = format!("could not renew {name}");
        let failure = json!({
            "count": count, "since": self.at(since), "at": self.at(-1), "retry_at": self.at(retry),
            "kind": "try-later", "message": message, "causes": [cause],
        });
        self.write(&format!("lineages/{name}/renewal.json"), &json!({ "version": 1, "failure": failure }));
        self
    }

    /// What the CA suggests for the live certificate: a window and a moment in it, in hours.
    pub fn suggested(&self, name: &str, window: Life, moment: i64, explanation: Option<&str>) -> &House {
        let chain = std::fs::read_dir(self.state().join("lineages").join(name)).unwrap();
        let newest = chain.map(|entry| entry.unwrap().path().join("fullchain.pem")).filter(|path| path.exists()).max();
        let chain = Chain::parse(&std::fs::read_to_string(newest.unwrap()).unwrap()).unwrap();
        let suggestion = json!({
            "certificate": chain.leaf().renewal_id().unwrap(),
            "window": { "start": self.at(window.0), "end": self.at(window.1), "explanation": explanation },
            "moment": self.at(moment), "asked_at": self.at(-1), "ask_again_at": self.at(5),
        });
        self.write(&format!("lineages/{name}/renewal.json"), &json!({ "version": 1, "suggestion": suggestion }));
        self
    }

    /// What was seen of the names.
    pub fn looked(&self, looks: &[Seen<'_>]) -> &House {
        let look = |(name, fault, caa): &Seen<'_>| {
            let faults: Vec<Value> = fault.iter().map(fault_json).collect();
            let look = json!({ "at": self.at(-2), "since": self.at(-50), "faults": faults, "caa": { *name: caa } });
            (format!("_acme-challenge.{name}"), look)
        };
        let looks: serde_json::Map<String, Value> = looks.iter().map(look).collect();
        self.write("looks.json", &json!({ "version": 1, "looks": looks }));
        self
    }

    fn generation(&self, name: &str, number: u32, Life(from, to): Life) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.distinguished_name = DistinguishedName::new();
        params.use_authority_key_identifier_extension = true;
        let moment = |hours| OffsetDateTime::from_unix_timestamp(self.at(hours).as_second()).unwrap();
        (params.not_before, params.not_after) = (moment(from), moment(to));
        let leaf = params.signed_by(&key, &self.issuer).unwrap();
        let [leaf, issuer] = [pem(leaf.der()), pem(self.issuer.der())];
        let folder = self.state().join(format!("lineages/{name}/{number:04}"));
        std::fs::create_dir_all(&folder).unwrap();
        let files = [("fullchain", leaf.clone() + &issuer), ("cert", leaf), ("chain", issuer)];
        for (file, text) in files.into_iter().chain([("privkey", key.serialize_pem())]) {
            std::fs::write(folder.join(format!("{file}.pem")), text).unwrap();
        }
    }

    fn write(&self, file: &str, document: &Value) {
        let path = self.state().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, document.to_string()).unwrap();
    }
}

fn fault_json((code, message): &(&str, &str)) -> Value {
    json!({
        "code": code, "kind": "action-needed", "message": message,
        "hints": [{ "text": "create this record at your DNS host", "lines": ["_acme-challenge CNAME x.auth.example.org."] }],
    })
}

fn pem(der: &[u8]) -> String {
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new("CERTIFICATE", der), config)
}
