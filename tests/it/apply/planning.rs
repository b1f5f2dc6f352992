//! What would be done, and what is done about differences.

use snapbox::str;

use super::{THREE, apply, lab, world};
use crate::support::{Lab, same};

#[test]
fn what_is_listed_otherwise_is_changed_and_what_is_left_out_is_as_usual() {
    let lab = lab();
    lab.run("issue -d a.example.test --key-type rsa2048 --combined --agree-tos").succeeded();
    let list = "[[certificate]]\nnames = ['a.example.test', 'b.example.test']\n";
    same(
        &apply(&lab, list, "--plan --offline").transcript(),
        str![[r#"
0
--- stdout
a.example.test: would be issued anew (other names are wanted)
  names: a.example.test -> a.example.test, b.example.test
  key type: rsa2048 -> ecdsa-p256
  outputs: combined.pem -> none

Nothing was done. Of 1 listed: 0 to issue, 1 to issue anew, 0 to update, 0 as listed.
--- stderr

"#]],
    );
    same(
        &apply(&lab, list, "--quiet").transcript(),
        str![[r#"
0
--- stdout
a.example.test: new certificate (other names are wanted), good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    lab.verify("a.example.test", &["a.example.test", "b.example.test"]);
    assert_eq!(lab.lineage("a.example.test")["key_type"], "ecdsa-p256");
    assert!(lab.lineage("a.example.test").get("outputs").is_none());
}

#[test]
fn a_plan_changes_nothing_and_tells_all() {
    let lab = Lab::new().delegated("a.example.test");
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d a.example.test --name old").succeeded();
    lab.run("register b.example.test").succeeded();
    let list =
        format!("{THREE}\n[[certificate]]\nnames = ['old.example.test']\nname = 'old'\nca = 'letsencrypt-staging'\n");
    let list = list.replace("names = [\"a.example.test\"]", "names = ['a.example.test']\nder = true");
    let before = world(&lab);
    same(
        &apply(&lab, &list, "--plan").transcript(),
        str![[r#"
0
--- stdout
a.example.test: would be updated, without a new certificate
  outputs: none -> cert.der, privkey.der
b.example.test: would be issued
web: would be issued
  would be registered: _acme-challenge.c.example.test
old: would be issued anew (other names are wanted)
  names: a.example.test -> old.example.test
  CA: localhost:[PORT] -> Let's Encrypt (staging)
  would be registered: _acme-challenge.old.example.test

Before all can be issued:

create this record at your DNS host:

_acme-challenge.b.example.test. CNAME [ID].auth.acme-dns.test.

Then run `certdns apply`.

Nothing was done. Of 4 listed: 2 to issue, 1 to issue anew, 1 to update, 0 as listed.
--- stderr
asking DNS about _acme-challenge.b.example.test

"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn scripts_get_the_whole_plan() {
    let lab = Lab::new().delegated("a.example.test");
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d a.example.test --name old").succeeded();
    let list = "[[certificate]]\nnames = ['a.example.test']\nder = true\nkey-type = 'rsa2048'\n\
                [[certificate]]\nnames = ['b.example.test', '*.b.example.test']\n";
    let before = world(&lab);
    let run = apply(&lab, list, "--plan --prune --offline --json").succeeded();
    same(
        &serde_json::to_string_pretty(&run.json()).unwrap(),
        str![[r#"
{
  "certificates": [
    {
      "action": "reissue",
      "differences": [
        {
          "from": "ecdsa-p256",
          "to": "rsa2048",
          "what": "key type"
        },
        {
          "from": null,
          "to": "cert.der, privkey.der",
          "what": "outputs"
        }
      ],
      "line": 1,
      "name": "a.example.test",
      "names": [
        "a.example.test"
      ],
      "reason": "another key type is wanted",
      "register": []
    },
    {
      "action": "issue",
      "differences": [],
      "line": 5,
      "name": "b.example.test",
      "names": [
        "b.example.test",
        "*.b.example.test"
      ],
      "reason": "there is none yet",
      "register": [
        "_acme-challenge.b.example.test"
      ]
    }
  ],
  "delete": [
    "old"
  ],
  "not_listed": [
    "old"
  ],
  "plan": true,
  "records": []
}
"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn a_certificate_request_is_listed_with_or_without_its_names() {
    let lab = lab();
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["a.example.test".to_owned()]).unwrap();
    params.distinguished_name = rcgen::DistinguishedName::new();
    std::fs::write(lab.path().join("a.csr"), params.serialize_request(&key).unwrap().pem().unwrap()).unwrap();
    apply(&lab, "[[certificate]]\ncsr = 'a.csr'\n", "--agree-tos").succeeded();
    let before = world(&lab);
    apply(&lab, "[[certificate]]\ncsr = 'a.csr'\nnames = ['a.example.test']\n", "").succeeded();
    assert_eq!(world(&lab), before);
    let told = |list: &str| {
        let run = apply(&lab, list, "--plan --offline");
        format!("{}{}", run.stdout, run.stderr)
    };
    same(
        &told("[[certificate]]\ncsr = 'a.csr'\nnames = ['b.example.test']\n"),
        str![[r#"
error: could not use the certificate for b.example.test in certdns.toml, line 1
  cause: `names` are not the names of the certificate request
   hint: list the names of the request, or leave `names` out

"#]],
    );
    same(
        &told("[[certificate]]\ncsr = 'a.csr'\ncombined = true\n"),
        str![[r#"
error: could not use the certificate in certdns.toml, line 1
  cause: the private key is not here, and `combined` cannot be made without it
   hint: leave it out (`--forget-outputs` does that to what was asked for before); fullchain, cert, chain and cert-der can be copied with `--install`

"#]],
    );
    // Without the request, the key is made here.
    same(
        &told("[[certificate]]\nnames = ['a.example.test']\n"),
        str![[r#"
a.example.test: would be issued anew (a new private key is wanted)
  key type: none -> ecdsa-p256
  certificate request: for the key [FINGERPRINT] -> none

Nothing was done. Of 1 listed: 0 to issue, 1 to issue anew, 0 to update, 0 as listed.

"#]],
    );
}
