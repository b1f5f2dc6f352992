//! Whether a timer runs, when it last ran, how that ended, when it runs next: as each scheduler tells it.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ZonedDateTime};
use serde_json::Value;

/// What a scheduler knows of the timer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Whether it runs things at their time, as its files say now.
    pub running: bool,
    pub last: Option<LastRun>,
    pub next: Option<Timestamp>,
}

/// The last time that it ran something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastRun {
    pub at: Option<Timestamp>,
    pub ended: Ended,
}

/// How that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Well,
    /// In the words of the scheduler.
    Badly(String),
    NotYet,
    Unknown,
}

/// `systemctl show TIMER SERVICE`: a block of lines for each.
#[must_use]
pub(super) fn systemd(text: &str) -> Activity {
    let (timer, service) = text.trim().split_once("\n\n").unwrap_or((text, ""));
    let value = |block: &str, name: &str| {
        let mut lines = block.lines().filter_map(|line| line.split_once('='));
        lines.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).unwrap_or_default()
    };
    let running = value(timer, "ActiveState") == "active"
        && value(timer, "UnitFileState") == "enabled"
        && [timer, service].iter().all(|block| value(block, "NeedDaemonReload") != "yes");
    // What the service knows is gone after a restart of the machine; the timer remembers its moment.
    let (began, ended) = (value(service, "ExecMainStartTimestamp"), value(service, "ExecMainExitTimestamp"));
    let how = match (value(service, "Result").as_str(), value(service, "ActiveState").as_str()) {
        (_, "activating") => Ended::NotYet,
        _ if moment(&ended).is_none() => Ended::Unknown,
        ("success", _) => Ended::Well,
        ("exit-code", _) => Ended::Badly(format!("exit code {}", value(service, "ExecMainStatus"))),
        (result, _) => Ended::Badly(result.to_owned()),
    };
    let at = moment(&began).or_else(|| moment(&value(timer, "LastTriggerUSec")));
    let last = at.map(|at| LastRun { at: Some(at), ended: how });
    Activity { running, last, next: moment(&value(timer, "NextElapseUSecRealtime")) }
}

/// `Wed 2026-11-25 17:00:00 UTC`; empty or `n/a` where there is none.
fn moment(text: &str) -> Option<Timestamp> {
    let civil = DateTime::strptime("%a %Y-%m-%d %H:%M:%S UTC", text).ok()?;
    civil.to_zoned_datetime(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// `launchctl print`: it knows how the last run ended, not when that was.
#[must_use]
pub(super) fn launchd(text: &str) -> Activity {
    let value = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.trim().split_once(" = "));
        lines.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
    };
    let last = match (value("state").as_deref(), value("last exit code").as_deref()) {
        (Some("running"), _) => Some(Ended::NotYet),
        (_, Some("0")) => Some(Ended::Well),
        (_, Some(code)) if code.starts_with(|c: char| c.is_ascii_digit()) => {
            Some(Ended::Badly(format!("exit code {code}")))
        }
        _ => None,
    };
    Activity { running: true, last: last.map(|ended| LastRun { at: None, ended }), next: None }
}

/// What [`super::task`] has PowerShell say: a JSON object with moments in UTC.
#[must_use]
pub(super) fn task(text: &str) -> Activity {
    /// What Task Scheduler answers for a task that never ran: `SCHED_S_TASK_HAS_NOT_RUN`.
    const NEVER: u64 = 0x0004_1303;
    const RUNNING: u64 = 0x0004_1301;
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    let moment = |name: &str| value[name].as_str().and_then(|text| text.parse::<Timestamp>().ok());
    let ended = match value["result"].as_u64().filter(|code| *code != NEVER) {
        Some(0) => Some(Ended::Well),
        Some(RUNNING) => Some(Ended::NotYet),
        Some(code) => Some(Ended::Badly(format!("exit code {code}"))),
        None => None,
    };
    let last = ended.map(|ended| LastRun { at: moment("last"), ended });
    Activity { running: value["enabled"] == true, last, next: moment("next") }
}

/// When a timer of this minute runs next.
#[must_use]
pub(super) fn next(minute: u8, now: &ZonedDateTime) -> Option<Timestamp> {
    let this_hour = now.with().minute(i8::try_from(minute).ok()?).second(0).subsec_nanosecond(0).build().ok()?;
    let next = if this_hour > *now { this_hour } else { this_hour.checked_add(Span::new().hours(1)).ok()? };
    Some(next.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    const TIMER: &str = "UnitFileState=enabled\nActiveState=active\nNeedDaemonReload=no\n\
        LastTriggerUSec=Wed 2026-11-25 17:10:04 UTC\nNextElapseUSecRealtime=Wed 2026-11-25 18:10:04 UTC\n";

    fn show(service: &str) -> Activity {
        systemd(&format!("{TIMER}\n{service}\nNeedDaemonReload=no\n"))
    }

    #[test]
    fn systemd_tells_when_it_ran_and_how_that_ended() {
        let ran =
            "ExecMainStartTimestamp=Wed 2026-11-25 17:10:05 UTC\nExecMainExitTimestamp=Wed 2026-11-25 17:10:06 UTC";
        let good = show(&format!("ActiveState=inactive\nResult=success\nExecMainStatus=0\n{ran}"));
        assert_eq!(good.last, Some(LastRun { at: Some(at("2026-11-25T17:10:05Z")), ended: Ended::Well }));
        assert_eq!(good.next, Some(at("2026-11-25T18:10:04Z")));
        assert!(good.running);
        let bad = show(&format!("ActiveState=failed\nResult=exit-code\nExecMainStatus=3\n{ran}"));
        assert_eq!(bad.last.unwrap().ended, Ended::Badly("exit code 3".to_owned()));
        let slow = show(&format!("ActiveState=failed\nResult=timeout\nExecMainStatus=15\n{ran}"));
        assert_eq!(slow.last.unwrap().ended, Ended::Badly("timeout".to_owned()));
        let now = show("ActiveState=activating\nResult=success\nExecMainStartTimestamp=Wed 2026-11-25 17:10:05 UTC");
        assert_eq!(now.last.unwrap().ended, Ended::NotYet);
    }

    #[test]
    fn after_a_restart_of_the_machine_systemd_knows_the_moment_only() {
        let service =
            "ActiveState=inactive\nResult=success\nExecMainStatus=0\nExecMainStartTimestamp=\nExecMainExitTimestamp=";
        let last = show(service).last.unwrap();
        assert_eq!(last, LastRun { at: Some(at("2026-11-25T17:10:04Z")), ended: Ended::Unknown });
    }

    #[test]
    fn a_timer_that_is_off_or_not_read_again_does_not_run() {
        for (from, to) in [("=enabled", "=disabled"), ("=active", "=inactive"), ("Reload=no", "Reload=yes")] {
            assert!(!systemd(&TIMER.replace(from, to)).running, "{to}");
        }
        assert_eq!(systemd(""), Activity::default());
        assert_eq!(systemd("LastTriggerUSec=n/a\nNextElapseUSecRealtime=infinity\n"), Activity::default());
    }

    #[test]
    fn launchd_tells_how_the_last_run_ended() {
        let print = |state: &str, code: &str| {
            let text =
                format!("system/org.certdns.renew = {{\n\tstate = {state}\n\truns = 4\n\tlast exit code = {code}\n}}");
            launchd(&text).last.map(|last| last.ended)
        };
        assert_eq!(print("not running", "0"), Some(Ended::Well));
        assert_eq!(print("not running", "1"), Some(Ended::Badly("exit code 1".to_owned())));
        assert_eq!(print("not running", "(never exited)"), None);
        assert_eq!(print("running", "0"), Some(Ended::NotYet));
    }

    #[test]
    fn task_scheduler_tells_all_of_it() {
        let ran = r#"{"enabled":true,"last":"2026-11-25T17:10:05.0000000Z","next":"2026-11-25T18:10:05.0000000Z","result":4}"#;
        let activity = task(ran);
        assert!(activity.running);
        assert_eq!(activity.next, Some(at("2026-11-25T18:10:05Z")));
        let last = LastRun { at: Some(at("2026-11-25T17:10:05Z")), ended: Ended::Badly("exit code 4".to_owned()) };
        assert_eq!(activity.last, Some(last));
        assert_eq!(task(r#"{"enabled":true,"last":"1999-11-30T00:00:00Z","result":267011}"#).last, None);
        assert_eq!(task("no JSON"), Activity::default());
    }

    #[test]
    fn the_next_run_is_at_the_minute_of_this_hour_or_the_next() {
        let now: ZonedDateTime = "2026-11-25T17:20:30[UTC]".parse().unwrap();
        assert_eq!(next(30, &now), Some(at("2026-11-25T17:30:00Z")));
        assert_eq!(next(20, &now), Some(at("2026-11-25T18:20:00Z")));
        assert_eq!(next(0, &now), Some(at("2026-11-25T18:00:00Z")));
    }
}
