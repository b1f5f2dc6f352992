//! For a browser: one page that needs nothing else, neither scripts nor anything from elsewhere. Every text in it is
//! escaped where it stands (`maud`), and so is what other machines said.

mod timeline;

use aws_lc_rs::digest;
use base64::prelude::{BASE64_STANDARD as BASE64, Engine};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::acme::authority_name;
use crate::health::Severity;
use crate::lineages::Standing;
use crate::output::{plain, span};

use super::{Entry, Report, words};
use timeline::Axis;

const STYLE: &str = include_str!("html/style.css");
const DATE_AND_ZONE: &str = "%Y-%m-%d %H:%M %Z";
/// So many names are shown; the rest is folded away.
const NAMES: usize = 4;

pub(super) fn render(report: &Report) -> String {
    let title = title(report);
    let axis = Axis::of(report);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                link rel="icon" href="data:,";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    (head(report))
                    @if report.entries.is_empty() {
                        p.empty { "There are no certificates yet." }
                    } @else {
                        (certificates(report, axis.as_ref()))
                        (legend(report))
                    }
                }
            }
        }
    };
    page.into_string()
}

/// Nothing is fetched, run or sent; of styles, only those of this page count.
fn policy() -> String {
    let hash = BASE64.encode(digest::digest(&digest::SHA256, STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'")
}

/// The worst first: a row of tabs shows no more.
fn title(report: &Report) -> String {
    let (critical, warning) = (report.count(Severity::Critical), report.count(Severity::Warning));
    match (critical, warning) {
        (0, 0) => "Certificates: all well".to_owned(),
        (0, warning) => format!("Certificates: {}", many(warning, "warning")),
        (critical, _) => format!("Certificates: {critical} critical"),
    }
}

fn head(report: &Report) -> Markup {
    let counts = [Severity::Critical, Severity::Warning, Severity::Ok].map(|one| (one, report.count(one)));
    html! {
        header {
            h1 { "Certificates" }
            p.when { "As of " (time(report.now, DATE_AND_ZONE)) @if report.run_at.is_some() { ", after a run of " code { "certdns renew" } } }
            ul.summary aria-label="Summary" {
                @for (severity, count) in counts {
                    li class=(words::severity(severity)) data-none[count == 0] {
                        (mark(severity)) " " strong { (count) } " " (label(severity))
                    }
                }
                @if let Some(next) = next(report) { li.next { (next) } }
            }
        }
    }
}

fn label(severity: Severity) -> &'static str {
    match severity {
        Severity::Ok => "well",
        Severity::Warning => "to look at",
        Severity::Critical => "critical",
    }
}

/// What comes next of those that are well.
fn next(report: &Report) -> Option<String> {
    let coming = report.entries.iter().filter_map(|entry| Some((entry.next_try(report.now)?, entry)));
    let (at, entry) = coming.filter(|(at, _)| *at > report.now).min_by_key(|(at, _)| *at)?;
    Some(format!("next renewal in {}: {}", span(at.duration_since(report.now)), plain(&entry.name)))
}

/// Roles are said although they are those of the elements: a narrow screen shows the rows as blocks, and some browsers
/// take a table for none then.
fn certificates(report: &Report, axis: Option<&Axis>) -> Markup {
    html! {
        table role="table" {
            caption.hidden { "Every certificate, the worst first" }
            thead role="rowgroup" {
                tr role="row" {
                    @for title in ["State", "Certificate", "Expires", "Next renewal", "Delegation", "CAA"] {
                        th role="columnheader" scope="col" { (title) }
                    }
                }
                @if let Some(axis) = axis {
                    tr.axis role="presentation" aria-hidden="true" { td colspan="6" { (axis.labels()) } }
                }
            }
            @for entry in &report.entries { (certificate(entry, report.now, axis)) }
        }
    }
}

fn certificate(entry: &Entry, now: Timestamp, axis: Option<&Axis>) -> Markup {
    let severity = entry.health.severity;
    html! {
        tbody class=(words::severity(severity)) role="rowgroup" {
            tr role="row" {
                td.state role="cell" { (mark(severity)) " " (words::state(entry.health.state)) }
                th.name role="rowheader" scope="row" { (text(&entry.name)) (names(entry)) (authority(entry)) }
                td.moment role="cell" data-label="Expires" { (expires(entry, now)) }
                td.moment.renewal role="cell" data-label="Next renewal" { (renewal(entry, now)) }
                td.seen role="cell" data-label="Delegation" { (text(&entry.delegation())) }
                td.caa role="cell" data-label="CAA" { (text(&entry.caa())) }
            }
            @if severity > Severity::Ok {
                tr.trouble role="row" { td role="cell" colspan="6" { (trouble(entry, now)) } }
            }
            @if let Some(axis) = axis {
                tr.life role="row" { td role="cell" colspan="6" { (axis.life(entry)) } }
            }
        }
    }
}

fn names(entry: &Entry) -> Markup {
    let names: Vec<String> = entry.names().into_iter().filter(|name| *name != entry.name).collect();
    let (shown, more) = names.split_at(names.len().min(NAMES));
    html! {
        @if !shown.is_empty() { small { (text(&shown.join(" "))) } }
        @if !more.is_empty() {
            details { summary { "and " (more.len()) " more" } small { (text(&more.join(" "))) } }
        }
    }
}

fn authority(entry: &Entry) -> Markup {
    let name = |standing: &Standing| authority_name(standing.lineage.issuing_directory());
    html! { @if let Some(standing) = entry.standing() { small.authority { (text(&name(standing))) } } }
}

fn expires(entry: &Entry, now: Timestamp) -> Markup {
    html! { @if let Some(lifetime) = entry.lifetime() { (moment(lifetime.not_after, now)) } @else { "–" } }
}

/// When it is renewed, and why then; where the CA explains itself there is a link.
fn renewal(entry: &Entry, now: Timestamp) -> Markup {
    let Some(at) = entry.next_try(now) else { return html! { "–" } };
    let link = entry.explanation().filter(|url| url.scheme() == "https");
    html! {
        @if at <= now { "due " }
        (moment(at, now))
        small {
            (text(&entry.reason(now)))
            @if let Some(url) = link { ", " a href=(url) rel="noreferrer noopener" { "see why" } }
        }
    }
}

/// How far off, and when that is.
fn moment(at: Timestamp, now: Timestamp) -> Markup {
    let left = at.duration_since(now);
    let said = if left.is_negative() { format!("{} ago", span(-left)) } else { format!("in {}", span(left)) };
    html! { (said) small { (time(at, "%Y-%m-%d %H:%M")) } }
}

fn trouble(entry: &Entry, now: Timestamp) -> Markup {
    html! {
        p { (text(&entry.sentence(now))) }
        @for hint in entry.hints() {
            p.hint { (text(&hint.text)) @if !hint.lines.is_empty() { ":" } }
            @for line in &hint.lines { pre tabindex="0" { code { (text(line)) } } }
        }
    }
}

/// A shape for those who do not see the colour; the word stands beside it.
fn mark(severity: Severity) -> Markup {
    html! {
        svg.mark viewBox="0 0 12 12" aria-hidden="true" {
            @match severity {
                Severity::Ok => circle cx="6" cy="6" r="4.5" {},
                Severity::Warning => path d="M6 .8 11.6 11H.4z" {},
                Severity::Critical => path d="M6 0 12 6 6 12 0 6z" {},
            }
        }
    }
}

fn legend(report: &Report) -> Markup {
    let key = |class: &str, word: &str| {
        html! { li { svg.key aria-hidden="true" { rect class=(class) y="3" width="100%" height="8" {} } " " (word) } }
    };
    let looks = report.entries.iter().flat_map(|entry| &entry.delegations).filter_map(|(_, look)| look.as_ref());
    let oldest = looks.map(|look| look.at).min();
    html! {
        footer {
            ul.legend aria-label="What the bars show" {
                (key("span", "valid")) (key("window", "to be renewed")) (key("past", "earlier certificates")) (key("now", "now"))
            }
            @if let Some(at) = oldest {
                p { "Delegation and CAA are as they were seen last, all since " (time(at, DATE_AND_ZONE)) "." }
            }
        }
    }
}

/// Text from wherever, without what no page needs.
fn text(text: &str) -> Markup {
    html! { (plain(text)) }
}

/// A moment in local time; machines read it as it is.
fn time(at: Timestamp, format: &str) -> Markup {
    let local = at.to_zoned_datetime(TimeZone::system());
    html! { time datetime=(at.strftime("%FT%TZ")) { (local.strftime(format)) } }
}

fn many(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests;
