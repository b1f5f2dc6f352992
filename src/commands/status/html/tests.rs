use std::collections::BTreeSet;
use std::path::PathBuf;

use snapbox::str;
use url::Url;

use super::*;
use crate::acme::Window;
use crate::certificate::{Certificate, KeyType};
use crate::error::{Hint, Kind};
use crate::health::{Facts, Health, Limits, judge};
use crate::identifier::{DnsName, Identifier};
use crate::renewal::{Answer, Failure, Suggestion};
use crate::store::{Fault, Lineage, Look, Renewal};

const HOSTILE: &str = "</p><script>alert(1)</script> \" onload='x' &amp; \u{1b}]0;title\u{7}";

fn hours(hours: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + hours * 3600).unwrap()
}

fn certificate(from: i64, to: i64) -> Certificate {
    Certificate {
        names: BTreeSet::new(),
        other_names: Vec::new(),
        not_before: hours(from),
        not_after: hours(to),
        serial: "0a".to_owned(),
        fingerprint: String::new(),
        issuer: HOSTILE.to_owned(),
        public_key: Vec::new(),
        authority_key: vec![1],
    }
}

/// A lineage whose certificate begins and ends so many hours from now.
fn standing(name: &str, from: i64, to: i64) -> Standing {
    let directory = Url::parse("https://ca.example/directory").unwrap();
    let names = vec![Identifier::parse(name).unwrap()];
    Standing {
        lineage: Lineage::new(name, names, KeyType::default(), directory, hours(0)),
        certificate: Some(certificate(from, to)),
        damage: None,
        live_path: PathBuf::new(),
        compromised: false,
        outputs: Vec::new(),
        renewal: Renewal::default(),
        renew_before: None,
        place: 0.0,
    }
}

fn entry(standing: Standing, look: Option<Look>) -> Entry {
    let facts = Facts {
        lifetime: standing.certificate.as_ref().map(Certificate::lifetime),
        due: standing.due(),
        failure: standing.renewal.failure.as_ref(),
        ..Facts::default()
    };
    let health: Health = judge(&facts, &Limits::default(), hours(0));
    let (name, challenge) = (standing.lineage.name.clone(), DnsName::parse("_acme-challenge.example.com").unwrap());
    Entry { name, kept: Ok(standing), health, delegations: vec![(challenge, look)], undeployed: None, past: Vec::new() }
}

fn failing(name: &str) -> Standing {
    let hints = vec![Hint::new(HOSTILE).line(HOSTILE)];
    let (message, causes) = (HOSTILE.to_owned(), vec![HOSTILE.to_owned()]);
    let kind = Kind::ActionNeeded;
    let failure =
        Failure { count: 2, since: hours(-3), at: hours(-1), retry_at: Some(hours(1)), kind, message, causes, hints };
    let renewal = Renewal { failure: Some(failure), ..Renewal::default() };
    Standing { renewal, ..standing(name, -24, 24) }
}

fn broken() -> Look {
    let fault =
        Fault { code: HOSTILE.to_owned(), kind: Kind::ActionNeeded, message: HOSTILE.to_owned(), hints: Vec::new() };
    let caa = [("example.com".to_owned(), HOSTILE.to_owned())].into();
    Look { at: hours(-2), since: hours(-5), faults: vec![fault], caa }
}

fn report(entries: Vec<Entry>) -> Report {
    Report { now: hours(0), entries, limits: Limits::default(), run_at: None }
}

#[test]
fn nothing_that_others_said_becomes_markup() {
    let page = render(&report(vec![entry(failing("example.com"), Some(broken()))]));
    assert!(!page.contains("<script") && !page.contains('\u{1b}'), "{page}");
    // In the text, in its hint, in a line to copy, as a code, and as what CAA says.
    assert!(page.matches("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload='x' &amp;amp;").count() >= 5);
}

#[test]
fn a_page_fetches_nothing_and_runs_nothing() {
    let page = render(&report(vec![entry(standing("example.com", -24, 24), None)]));
    let hash = BASE64.encode(digest::digest(&digest::SHA256, STYLE.as_bytes()));
    assert!(page.contains(&format!("content=\"default-src 'none'; style-src 'sha256-{hash}';")), "{page}");
    // What the hash is of is what stands there: a style cannot end its element early, nor be escaped.
    assert!(page.contains(&format!("<style>{STYLE}</style>")));
    for word in ["src=\"", "http:", "https:", " style=\"", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn why_the_ca_suggests_a_moment_is_one_click_away() {
    let mut standing = standing("example.com", -24, 24);
    let id = standing.certificate.as_ref().and_then(Certificate::renewal_id).unwrap();
    let said = |url: &str| {
        let window = Window { start: hours(2), end: hours(4), explanation: Some(Url::parse(url).unwrap()) };
        Some(Suggestion::after(None, &id, Answer::Said(Some(window), None), hours(-1), 0.5))
    };
    standing.renewal.suggestion = said("https://ca.example/why?a=1&b=\"2\"");
    let page = render(&report(vec![entry(standing.clone(), None)]));
    assert!(
        page.contains("<a href=\"https://ca.example/why?a=1&amp;b=%222%22\" rel=\"noreferrer noopener\">see why</a>")
    );
    standing.renewal.suggestion = said("javascript:alert(1)");
    assert!(!render(&report(vec![entry(standing, None)])).contains("javascript:"));
}

#[test]
fn a_row_says_it_in_words_and_shapes_and_bars() {
    let mut failing = entry(failing("example.com"), None);
    failing.past = vec![certificate(-30, -12).lifetime()];
    let page = render(&report(vec![failing, entry(standing("good.example.com", -1, 47), None)]));
    let (_, body) = page.split_once("</thead>").unwrap();
    let (rows, _) = body.split_once("</table>").unwrap();
    let dates = regex::Regex::new("20[0-9]{2}-[0-9-]+( [0-9:]{5})?").unwrap();
    let lines = dates.replace_all(rows, "[DATE]").replace("><", ">\n<");
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(lines, str![[r#"
<tbody class="warning" role="rowgroup">
<tr role="row">
<td class="state" role="cell">
<svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
<path d="M6 .8 11.6 11H.4z">
</path>
</svg> failing</td>
<th class="name" role="rowheader" scope="row">example.com<small class="authority">ca.example</small>
</th>
<td class="moment" role="cell" data-label="Expires">in 24 hours<small>
<time datetime="[DATE]T22:13:20Z">[DATE]</time>
</small>
</td>
<td class="moment renewal" role="cell" data-label="Next renewal">in 60 minutes<small>
<time datetime="[DATE]T23:13:20Z">[DATE]</time>
</small>
<small>backed off after 2 failures</small>
</td>
<td class="seen" role="cell" data-label="Delegation">not seen</td>
<td class="caa" role="cell" data-label="CAA">not seen</td>
</tr>
<tr class="trouble" role="row">
<td role="cell" colspan="6">
<p>renewal failed 2 times in 3 hours: &lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload='x' &amp;amp;  ]0;title ; the next try is in 60 minutes; expires in 24 hours</p>
<p class="hint">&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload='x' &amp;amp;  ]0;title :</p>
<pre tabindex="0">
<code>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload='x' &amp;amp;  ]0;title </code>
</pre>
</td>
</tr>
<tr class="life" role="row">
<td role="cell" colspan="6">
<svg class="bar" role="img" aria-label="example.com: issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]">
<title>issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]</title>
<rect class="past" x="0.00%" y="8" width="18.17%" height="4">
</rect>
<rect class="span" x="1.92%" y="5" width="65.01%" height="10">
</rect>
<rect class="window" x="34.43%" y="5" width="32.50%" height="10">
</rect>
<line class="end" x1="66.93%" x2="66.93%" y1="0" y2="20">
</line>
<line class="now" x1="34.43%" x2="34.43%" y1="0" y2="20">
</line>
</svg>
<p class="told" aria-hidden="true">issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]</p>
</td>
</tr>
</tbody>
<tbody class="ok" role="rowgroup">
<tr role="row">
<td class="state" role="cell">
<svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
<circle cx="6" cy="6" r="4.5">
</circle>
</svg> good</td>
<th class="name" role="rowheader" scope="row">good.example.com<small class="authority">ca.example</small>
</th>
<td class="moment" role="cell" data-label="Expires">in 47 hours<small>
<time datetime="[DATE]T21:13:20Z">[DATE]</time>
</small>
</td>
<td class="moment renewal" role="cell" data-label="Next renewal">in 23 hours<small>
<time datetime="[DATE]T21:13:20Z">[DATE]</time>
</small>
<small>half left</small>
</td>
<td class="seen" role="cell" data-label="Delegation">not seen</td>
<td class="caa" role="cell" data-label="CAA">not seen</td>
</tr>
<tr class="life" role="row">
<td role="cell" colspan="6">
<svg class="bar" role="img" aria-label="good.example.com: issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]">
<title>issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]</title>
<rect class="span" x="33.07%" y="5" width="65.01%" height="10">
</rect>
<rect class="window" x="65.57%" y="5" width="32.50%" height="10">
</rect>
<line class="end" x1="98.08%" x2="98.08%" y1="0" y2="20">
</line>
<line class="now" x1="34.43%" x2="34.43%" y1="0" y2="20">
</line>
</svg>
<p class="told" aria-hidden="true">issued [DATE], to be renewed from [DATE] to [DATE], valid until [DATE]</p>
</td>
</tr>
</tbody>
"#]]);
}

#[test]
fn an_empty_house_is_a_page_too() {
    assert!(render(&report(Vec::new())).contains("There are no certificates yet."));
}
