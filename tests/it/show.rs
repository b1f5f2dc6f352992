//! `certdns show`, as a person would use it.

use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn a_lineage_is_shown_whole() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos --combined").succeeded();
    same(
        &lab.run("show example.test").transcript(),
        str![[r#"
0
--- stdout
example.test
  names        example.test *.example.test
  state        generation 1 is live
  issuer       CN=certdns sandbox intermediate
  serial       [SERIAL]
  SHA-256      [FINGERPRINT]
  SPKI pin     [PIN]
  good from    [TIME] ([SPAN])
  good until   [TIME] (in 89 days)
  chain        CN=certdns sandbox intermediate, issued by CN=certdns sandbox root, until [TIME] (in 3649 days)
  renewal due  [TIME] (in 59 days)
  CA's wish    [TIME] (in 59 days) to [TIME] (in 59 days)
  key type     ecdsa-p256
  profile      the CA's own choice
  CA           localhost:[PORT]
  account      https://localhost:[PORT]/account/1
  files        [DIR]/state/lineages/example.test/live
  output       [DIR]/state/lineages/example.test/outputs/combined.pem
--- stderr

"#]],
    );
}

#[test]
fn offline_nobody_is_asked() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let asked = lab.sandbox.history.exchanges().len();
    let shown = lab.run("show example.test --offline --json").succeeded().json();
    assert_eq!(lab.sandbox.history.exchanges().len(), asked);
    assert_eq!(shown["renewal_info"], serde_json::Value::Null);
    assert_eq!(shown["account"], lab.account()["uri"]);
    assert_eq!(shown["chain"].as_array().unwrap().len(), 2);
    assert_eq!(shown["chain"][0]["fingerprint_sha256"], shown["fingerprint_sha256"]);
}

#[test]
fn the_window_is_that_of_the_ca() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let shown = lab.run("show example.test --json").succeeded().json();
    let moment = |value: &serde_json::Value| value.as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    let (start, end) = (moment(&shown["renewal_info"]["start"]), moment(&shown["renewal_info"]["end"]));
    assert!(start < end && end < moment(&shown["not_after"]), "{shown}");
}

#[test]
fn a_ca_that_is_down_hides_nothing_else() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.run_with("show example.test", &[("CERTDNS_CA_ROOT", lab.sandbox.issuer_root().to_str().unwrap())]).succeeded();
}

#[test]
fn an_unknown_lineage_is_an_error() {
    same(
        &Lab::new().run("show other").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there is no lineage called other
   hint: `certdns list` tells what there is

"#]],
    );
}
