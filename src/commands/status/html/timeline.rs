//! The lives of certificates beside each other, on one axis of time. All places are parts of the width: a bar is as wide
//! as there is room, and no text is stretched.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, ToSpan};
use maud::{Markup, html};

use crate::certificate::Lifetime;
use crate::commands::status::{Entry, Report};
use crate::lineages::Standing;
use crate::output::plain;

/// Neither the past nor the future is shown farther than this.
const FARTHEST: SignedDuration = SignedDuration::from_hours(120 * 24);
/// So many marks on the axis are enough.
const MARKS: usize = 9;

/// From when to when.
pub(super) struct Axis {
    from: Timestamp,
    to: Timestamp,
    now: Timestamp,
    marks: Vec<(Timestamp, String)>,
}

impl Axis {
    /// As wide as all lives; `None` where there are none.
    pub(super) fn of(report: &Report) -> Option<Axis> {
        let now = report.now;
        let lives: Vec<Lifetime> = report.entries.iter().filter_map(Entry::lifetime).collect();
        let first = lives.iter().map(|life| life.not_before).min()?.min(now).max(now.saturating_sub(FARTHEST).ok()?);
        let last = lives.iter().map(|life| life.not_after).max()?.max(now).min(now.saturating_add(FARTHEST).ok()?);
        let margin = (last.duration_since(first) / 50).max(SignedDuration::from_secs(1));
        let (from, to) = (first.saturating_sub(margin).ok()?, last.saturating_add(margin).ok()?);
        Some(Axis { from, to, now, marks: marks(from, to) })
    }

    /// Where a moment is, in percent of the width.
    fn place(&self, at: Timestamp) -> f64 {
        let whole = self.to.duration_since(self.from).as_secs_f64();
        (at.duration_since(self.from).as_secs_f64() / whole * 100.0).clamp(0.0, 100.0)
    }

    /// What stands over the bars.
    pub(super) fn labels(&self) -> Markup {
        let now = self.place(self.now);
        let far = |at: f64| (at - now).abs() > 4.0 && at < 96.0;
        html! {
            svg.labels {
                @for (at, label) in self.marks.iter().map(|(at, label)| (self.place(*at), label)) {
                    @if far(at) { text x=(percent(at)) y="11" { (label) } }
                }
                text.now x=(percent(now)) y="11" { "now" }
            }
        }
    }

    /// The life of a certificate, with those before it.
    pub(super) fn life(&self, entry: &Entry) -> Markup {
        let Some(life) = entry.lifetime() else { return html! {} };
        let window = window(entry, life);
        let said = told(life, window);
        html! {
            svg.bar role="img" aria-label=(plain(&format!("{}: {said}", entry.name))) {
                title { (said) }
                @for (at, _) in &self.marks { (self.line("mark", *at)) }
                @for past in &entry.past { (self.rect("past", past.not_before, past.not_after, 8.0, 4.0)) }
                (self.rect("span", life.not_before, life.not_after, 5.0, 10.0))
                @if let Some((start, end)) = window { (self.rect("window", start, end, 5.0, 10.0)) }
                (self.line("end", life.not_after))
                (self.line("now", self.now))
            }
            p.told aria-hidden="true" { (said) }
        }
    }

    fn rect(&self, class: &str, from: Timestamp, to: Timestamp, y: f64, height: f64) -> Markup {
        let (start, end) = (self.place(from), self.place(to));
        // What lived before the axis begins is not there.
        let width = if to <= self.from || from >= self.to { 0.0 } else { (end - start).max(0.3) };
        html! { rect class=(class) x=(percent(start)) y=(y) width=(percent(width)) height=(height) {} }
    }

    fn line(&self, class: &str, at: Timestamp) -> Markup {
        let x = percent(self.place(at));
        html! { line class=(class) x1=(x) x2=(x) y1="0" y2="20" {} }
    }
}

/// When it is to be renewed: the CA's window where there is one, else from when it is due to its end.
fn window(entry: &Entry, life: Lifetime) -> Option<(Timestamp, Timestamp)> {
    let suggested = entry.standing().and_then(Standing::suggestion).and_then(|one| one.window.as_ref());
    let due = entry.due().map(|due| due.at);
    match (suggested, due) {
        (Some(window), Some(due)) if due >= window.start && due <= window.end => Some((window.start, window.end)),
        (_, Some(due)) if due < life.not_after => Some((due.max(life.not_before), life.not_after)),
        _ => None,
    }
}

fn told(life: Lifetime, window: Option<(Timestamp, Timestamp)>) -> String {
    let day = super::words::date;
    let renewal = window.map(|(start, end)| format!(", to be renewed from {} to {}", day(start), day(end)));
    let (from, to, renewal) = (day(life.not_before), day(life.not_after), renewal.unwrap_or_default());
    format!("issued {from}{renewal}, valid until {to}")
}

/// The first of each month, or shorter steps where that would be too few.
fn marks(from: Timestamp, to: Timestamp) -> Vec<(Timestamp, String)> {
    let days = to.duration_since(from).as_hours() / 24;
    match days {
        60.. => stepped(from, to, first_of_month, 1.month(), "%b"),
        4..60 => stepped(from, to, |date| date, (days / 8).max(1).days(), "%-d %b"),
        _ => Vec::new(),
    }
}

fn stepped(
    from: Timestamp,
    to: Timestamp,
    start: fn(Date) -> Date,
    step: Span,
    label: &str,
) -> Vec<(Timestamp, String)> {
    let first = start(from.to_zoned_datetime(TimeZone::system()).date());
    let dates = first.series(step).skip(1).take(MARKS * 2);
    let moments = dates.filter_map(|date| Some((date.to_zoned_datetime(TimeZone::system()).ok()?, date)));
    let within = moments.map(|(at, date)| (at.timestamp(), date)).take_while(|(at, _)| *at < to);
    within.map(|(at, date)| (at, date.strftime(label).to_string())).collect()
}

fn first_of_month(date: Date) -> Date {
    date.first_of_month()
}

fn percent(part: f64) -> String {
    format!("{part:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(days: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + days * 86_400).unwrap()
    }

    #[test]
    fn places_are_parts_of_the_width_and_end_at_its_edges() {
        let axis = Axis { from: day(0), to: day(100), now: day(40), marks: Vec::new() };
        assert_eq!(
            [-5, 0, 25, 100, 200].map(|days| percent(axis.place(day(days)))),
            ["0.00%", "0.00%", "25.00%", "100.00%", "100.00%"]
        );
        assert!(axis.rect("past", day(-9), day(-5), 0.0, 1.0).into_string().contains("width=\"0.00%\""));
        assert!(axis.rect("span", day(5), day(5), 0.0, 1.0).into_string().contains("width=\"0.30%\""));
    }

    #[test]
    fn an_axis_has_a_few_marks_however_long_it_is() {
        let count = |days| marks(day(0), day(days)).len();
        assert_eq!(count(1), 0);
        for days in [4, 7, 20, 59, 60, 100, 240] {
            assert!((2..=12).contains(&count(days)), "{days}: {}", count(days));
        }
    }
}
