//! `certdns show`: one lineage, whole.

use std::fmt::Write;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use crate::acme::{Window, authority_name};
use crate::certificate::{Certificate, Chain};
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::hooks::Hooks;
use crate::output::{Outcome, error_json, error_text, moment, plain};
use crate::store::{Lineage, lineage_name};

use crate::lineages::{Standing, load, standing};

/// Show a certificate: names, issuer, dates, fingerprints, chain, account and files
///
/// Asks the CA when it would like the certificate to be renewed (RFC 9773), and nobody else.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The lineage, as `certdns list` names it
    #[arg(value_name = "LINEAGE")]
    lineage: String,
    /// Ask nobody; the CA's wish for renewal is left out
    #[arg(long)]
    offline: bool,
}

/// So long is the CA waited for.
const LIMIT: Duration = Duration::from_secs(5);

/// A lineage with all that is known of its live certificate.
pub struct ShowOutcome {
    standing: Standing,
    chain: Option<Chain>,
    account: Option<Url>,
    suggestion: Suggestion,
}

/// What the CA says of renewal.
enum Suggestion {
    NotAsked,
    None,
    Window(Window),
    Unknown(String),
}

/// Reads, then asks the CA.
pub async fn run(cx: &Context, args: Args) -> Result<ShowOutcome> {
    let lineage = named(cx, &args.lineage)?;
    let origin = lineage.live.map(|generation| lineage.origin(generation));
    let chain = cx.store.live_chain(&lineage).ok().flatten();
    let standing = standing(cx, lineage);
    let suggestion = match (&standing.certificate, &origin) {
        (Some(certificate), Some(origin)) if !args.offline => suggestion(cx, certificate, &origin.directory).await,
        _ => Suggestion::NotAsked,
    };
    Ok(ShowOutcome { standing, chain, account: origin.and_then(|origin| origin.account), suggestion })
}

/// The lineage of that name.
pub(super) fn named(cx: &Context, text: &str) -> Result<Lineage> {
    load(cx, &lineage_name(text)?)
}

async fn suggestion(cx: &Context, certificate: &Certificate, directory: &Url) -> Suggestion {
    let Some(id) = certificate.renewal_id() else { return Suggestion::None };
    let asked = async { Ok::<_, Error>(cx.authority(directory).await?.renewal_window(&id).await?) };
    match tokio::time::timeout(LIMIT, asked).await {
        Ok(Ok(info)) => info.window.map_or(Suggestion::None, Suggestion::Window),
        Ok(Err(error)) => Suggestion::Unknown(error.message()),
        Err(_) => Suggestion::Unknown(format!("{} gave no answer in time", authority_name(directory))),
    }
}

impl Suggestion {
    fn json(&self) -> Value {
        let Suggestion::Window(window) = self else { return Value::Null };
        json!({ "start": window.start, "end": window.end, "explanation": window.explanation })
    }

    fn text(&self, now: Timestamp) -> String {
        match self {
            Suggestion::NotAsked => "not asked".to_owned(),
            Suggestion::None => "none".to_owned(),
            Suggestion::Unknown(why) => format!("unknown: {why}"),
            Suggestion::Window(Window { start, end, explanation }) => {
                let why = explanation.as_ref().map(|url| format!(", see {url}")).unwrap_or_default();
                format!("{} to {}{why}", moment(*start, now), moment(*end, now))
            }
        }
    }
}

impl Outcome for ShowOutcome {
    fn json(&self) -> Value {
        let mut document = self.standing.json();
        let certificate = self.standing.certificate.as_ref();
        document["spki_sha256"] = json!(certificate.map(Certificate::spki_pin));
        document["chain"] = self.chain_json();
        document["renewal_info"] = self.suggestion.json();
        document["hooks"] = json!(self.standing.lineage.hooks);
        document["account"] = json!(self.account);
        document["damage"] = json!(self.standing.damage.as_deref().map(|error| error_json(error)["error"].clone()));
        document
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.standing.lineage.name);
        for (label, value) in self.lines(Timestamp::now()) {
            let _ = writeln!(text, "  {label:<13}{}", plain(&value));
        }
        if let Some(damage) = &self.standing.damage {
            let _ = write!(text, "\n{}", error_text(damage));
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        self.standing.damage.as_ref().map(|_| Kind::Failed)
    }
}

impl ShowOutcome {
    fn chain_json(&self) -> Value {
        let link = |link: &crate::certificate::Link| {
            json!({
                "subject": link.subject,
                "issuer": link.issuer,
                "not_after": link.not_after,
                "fingerprint_sha256": link.fingerprint,
            })
        };
        self.chain.iter().flat_map(Chain::links).map(|one| link(&one)).collect()
    }

    fn lines(&self, now: Timestamp) -> Vec<(&'static str, String)> {
        let lineage = &self.standing.lineage;
        let mut lines = vec![("names", joined(&lineage.identifiers)), ("state", self.state())];
        if let Some(certificate) = &self.standing.certificate {
            lines.extend(certificate_lines(certificate, now));
            lines.extend(self.chain.iter().flat_map(Chain::links).skip(1).map(|link| {
                ("chain", format!("{}, issued by {}, until {}", link.subject, link.issuer, moment(link.not_after, now)))
            }));
            lines.push(("renewal due", self.standing.due_at().map(|due| moment(due, now)).unwrap_or_default()));
            lines.push(("CA's wish", self.suggestion.text(now)));
        }
        lines.push(("key type", key_type(lineage)));
        lines.push(("profile", lineage.recipe.profile.clone().unwrap_or_else(|| "the CA's own choice".to_owned())));
        lines.push(("CA", authority(lineage)));
        lines.push(("account", self.account.as_ref().map_or("not known", |uri| uri.as_str()).to_owned()));
        lines.push(("files", self.standing.live_path.display().to_string()));
        lines.extend(hook_lines(&lineage.hooks));
        lines.extend(self.standing.outputs.iter().map(|path| ("output", path.display().to_string())));
        lines
    }

    fn state(&self) -> String {
        let Some(generation) = self.standing.lineage.live else { return "not issued yet".to_owned() };
        let how = match (self.standing.lineage.live_revoked(), &self.standing.damage) {
            (Some(revoked), _) => format!(", revoked ({})", revoked.reason),
            (None, Some(_)) => ", damaged".to_owned(),
            (None, None) if self.standing.compromised => ", its private key is compromised".to_owned(),
            (None, None) => String::new(),
        };
        format!("generation {generation} is live{how}")
    }
}

/// The CA that the live certificate is from, which may have stood in for the lineage's own.
fn authority(lineage: &Lineage) -> String {
    let name = authority_name(lineage.issuing_directory());
    match &lineage.issued_by {
        Some(_) => format!("{name}, in place of {}", authority_name(&lineage.directory)),
        None => name,
    }
}

fn key_type(lineage: &Lineage) -> String {
    match lineage.recipe.csr {
        Some(_) => "the key is elsewhere: a request is signed (`--csr`)".to_owned(),
        None if lineage.recipe.reuse_key => format!("{}, the same key at every renewal", lineage.key_type),
        None => lineage.key_type.to_string(),
    }
}

fn hook_lines(hooks: &Hooks) -> Vec<(&'static str, String)> {
    let stages = [("pre hook", &hooks.pre), ("deploy hook", &hooks.deploy), ("post hook", &hooks.post)];
    stages.into_iter().flat_map(|(label, hooks)| hooks.iter().map(move |hook| (label, hook.to_string()))).collect()
}

fn certificate_lines(certificate: &Certificate, now: Timestamp) -> Vec<(&'static str, String)> {
    vec![
        ("issuer", certificate.issuer.clone()),
        ("serial", certificate.serial.clone()),
        ("SHA-256", certificate.fingerprint.clone()),
        ("SPKI pin", certificate.spki_pin()),
        ("good from", moment(certificate.not_before, now)),
        ("good until", moment(certificate.not_after, now)),
    ]
}

fn joined(names: &[impl ToString]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
