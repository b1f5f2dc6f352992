//! For scripts: everything.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::deploying::Undeployed;
use crate::health::Severity;
use crate::lineages::Standing;
use crate::output::{error_json, plain};
use crate::renewal::Failure;
use crate::store::{Fault, Look};

use super::Report;
use super::entry::{Entry, Seen, seen};

pub(super) fn document(report: &Report) -> Value {
    let lineages: Vec<Value> = report.entries.iter().map(|entry| lineage(entry, report.now)).collect();
    json!({
        "at": report.now,
        "severity": report.worst(),
        "counts": {
            "ok": report.count(Severity::Ok),
            "warning": report.count(Severity::Warning),
            "critical": report.count(Severity::Critical),
        },
        "warn": report.limits.warn,
        "crit": report.limits.crit,
        "lineages": lineages,
    })
}

fn lineage(entry: &Entry, now: Timestamp) -> Value {
    let mut document = match &entry.kept {
        Ok(standing) => standing.json(),
        Err(error) => json!({ "name": entry.name, "error": error_json(error)["error"] }),
    };
    document["state"] = json!(entry.health.state);
    document["severity"] = json!(entry.health.severity);
    document["kind"] = json!(entry.health.kind);
    document["message"] = json!(plain(&entry.sentence(now)));
    document["hints"] = json!(entry.hints());
    document["renewal"] = entry.standing().map(|standing| renewal(entry, standing, now)).into();
    document["damage"] =
        json!(entry.standing().and_then(|one| one.damage.as_deref()).map(|one| error_json(one)["error"].clone()));
    document["undeployed"] = entry.undeployed.as_ref().map(undeployed).into();
    document["delegation"] =
        entry.delegations.iter().map(|(challenge, look)| delegation(challenge.as_str(), look.as_ref())).collect();
    document["caa"] =
        entry.caa_by_name().iter().map(|(name, word)| json!({ "name": name, "restriction": word })).collect();
    document
}

fn renewal(entry: &Entry, standing: &Standing, now: Timestamp) -> Value {
    let suggestion = standing.suggestion();
    let window = suggestion.and_then(|suggestion| suggestion.window.as_ref());
    json!({
        "at": entry.next_try(now),
        "due_at": standing.due_at(),
        "reason": standing.due().map(|due| due.why.to_string()),
        "renew_before": standing.renew_before,
        "window": window.map(|window| json!({ "start": window.start, "end": window.end })),
        "explanation": window.and_then(|window| window.explanation.as_ref()),
        "asked_at": suggestion.map(|suggestion| suggestion.asked_at),
        "failure": entry.failure().map(failure),
    })
}

fn undeployed(undeployed: &Undeployed) -> Value {
    json!({
        "message": plain(&undeployed.what),
        "failed_at": undeployed.since,
        "served_not_after": undeployed.served.map(|served| served.not_after),
    })
}

fn failure(failure: &Failure) -> Value {
    json!({
        "count": failure.count,
        "since": failure.since,
        "at": failure.at,
        "retry_at": failure.retry_at,
        "kind": failure.kind,
        "message": plain(&failure.message),
        "causes": failure.causes.iter().map(|cause| plain(cause)).collect::<Vec<_>>(),
        "hints": failure.hints,
    })
}

fn delegation(challenge: &str, look: Option<&Look>) -> Value {
    let state = match seen(look) {
        Seen::Standing => "ok",
        Seen::Never => "unknown",
        Seen::Unclear => "unclear",
        Seen::Broken => "broken",
    };
    let fault = |fault: &Fault| json!({ "code": fault.code, "kind": fault.kind, "message": plain(&fault.message), "hints": fault.hints });
    json!({
        "challenge": challenge,
        "state": state,
        "seen_at": look.map(|look| look.at),
        "since": look.map(|look| look.since),
        "faults": look.map(|look| look.faults.iter().map(fault).collect::<Vec<_>>()).unwrap_or_default(),
    })
}
