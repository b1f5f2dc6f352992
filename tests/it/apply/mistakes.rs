//! Lists that cannot be meant so, and which lineage an entry means.

use snapbox::str;

use super::{apply, lab, world};
use crate::support::same;

#[test]
fn the_lineage_is_found_by_its_name_its_names_or_the_first_of_them() {
    let lab = lab();
    lab.delegate_all(&["d.example.test".to_owned()]);
    let names = |names: &str| format!("[[certificate]]\nnames = [{names}]\n");
    apply(&lab, &names("'a.example.test', 'b.example.test'"), "--agree-tos").succeeded();
    let changed = |list: &str| {
        let run = apply(&lab, list, "--json").succeeded().json();
        let one = &run["certificates"][0];
        format!("{} {} {}", one["name"], one["result"], one["lineage"]["names"])
    };
    same(
        &changed(&names("'b.example.test', 'a.example.test'")),
        str![[r#""a.example.test" "none" ["a.example.test","b.example.test"]"#]],
    );
    same(
        &changed(&names("'a.example.test', 'c.example.test'")),
        str![[r#""a.example.test" "issued" ["a.example.test","c.example.test"]"#]],
    );
    let named = "name = 'a.example.test'\n";
    same(
        &changed(&(names("'d.example.test', 'c.example.test'") + named)),
        str![[r#""a.example.test" "issued" ["d.example.test","c.example.test"]"#]],
    );
    same(&changed(&names("'a.example.test'")), str![[r#""a.example.test" "issued" ["a.example.test"]"#]]);
    // A lineage that one entry names is not taken by another, whatever names it has today.
    let list = format!("{}name = 'a.example.test'\n{}", names("'b.example.test'"), names("'a.example.test'"));
    let run = apply(&lab, &list, "--plan --offline");
    same(
        &run.transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own

"#]],
    );
}

#[test]
fn a_list_with_a_mistake_is_refused_as_a_whole() {
    let lab = lab();
    let good = "[[certificate]]\nnames = ['a.example.test']\n\n";
    let bad = [
        "[[certificate]]\nnmaes = ['b.example.test']",
        "[[certificate]]\nnames = 'b.example.test'",
        "[[certificate]]\nnames = ['b..test']",
        "[[certificate]]\nnames = []\nname = 'b'",
        "[[certificate]]\nnames = ['b.example.test', '*.example.test']",
        "[[certificate]]\nnames = ['b.example.test']\nkey-type = 'rsa1024'",
        "[[certificate]]\nnames = ['b.example.test']\nname = '../b'",
        "[[certificate]]\nnames = ['b.example.test']\nca = 'letsencyrpt'",
        "[[certificate]]\nnames = ['b.example.test']\nnot-after = '2030-01-01'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = 'pfx=b.pfx'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = ['key=b.pem']",
        "[[certificate]]\nnames = ['b.example.test']\npfx = true\npfx-legacy = true",
        "[[certificate]]\ncsr = 'b.csr'",
        "[[certificate]]\nnames = ['a.example.test']",
        "[[certificate]]\nnames = ['a.example.test', 'b.example.test']",
        "[[certificate]]\nnames = ['b.example.test']\nname = 'a.example.test'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = 'cert=x'\n[[certificate]]\nnames = ['c.example.test']\ninstall = 'cert=x'",
    ];
    let before = world(&lab);
    let told: String = bad
        .map(|bad| {
            let run = apply(&lab, &format!("{good}{bad}\n"), "--agree-tos");
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.transcript());
            run.stderr
        })
        .concat();
    same(
        &told,
        str![[r#"
error: certdns.toml, line 5: unknown key `nmaes`
   hint: did you mean `names`?
error: certdns.toml, line 5: invalid type: string "b.example.test", expected a sequence
   hint: the keys are those of `certdns help`, without `--`
error: could not use the certificate for b..test in certdns.toml, line 4
  cause: "b..test" has an empty label
   hint: labels are parted by single dots: `www.example.com`
error: could not use the certificate for b in certdns.toml, line 4
  cause: `names` is missing
   hint: list them: names = ["example.com", "*.example.com"]
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: b.example.test is covered by the wildcard beside it; CAs refuse both in one certificate
   hint: leave out b.example.test: the wildcard is enough
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: key-type = "rsa1024": "rsa1024" is none of ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: "../b" cannot be the name of a lineage
   hint: it names a directory: letters, digits, `.`, `-` and `_`, beginning with a letter or digit
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: setting ca: "letsencyrpt" is neither the name of a CA nor a URL
   hint: the names are letsencrypt, letsencrypt-staging, zerossl, google, google-staging, sslcom-rsa, sslcom-ecc, actalis; for any other CA give its directory URL
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: not-after = "2030-01-01": write a length of time such as 7d or 36h, which holds for every renewal
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: install = "pfx=b.pfx": there is no PKCS#12 file to copy without `pfx = true`
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: install = "key=b.pem": "key" is none of fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: `pfx` and `pfx-legacy` exclude each other
   hint: leave out one of them
error: could not use the certificate in certdns.toml, line 4
  cause: could not read the certificate request b.csr
  cause: No such file or directory (os error 2)
   hint: `--csr` takes a file, PEM or DER, that certdns may read
error: certdns.toml: the certificates of line 1 and line 4 have the same names
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 4 and line 7 are both copied to [DIR]/x
   hint: one of them may go, or each gets a `name` and files of its own

"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn a_list_that_only_apply_finds_wrong_keeps_no_other_command_from_its_work() {
    let lab = lab();
    std::fs::write(lab.path().join("certdns.toml"), "[[certificate]]\nnames = ['b..test']\n").unwrap();
    lab.run("--config certdns.toml list").succeeded();
    lab.run("--config certdns.toml renew").succeeded();
}

#[test]
fn no_list_is_a_mistake_not_an_empty_list() {
    let lab = lab();
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    same(
        &apply(&lab, "", "--prune --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: certdns.toml lists no certificates
   hint: list them, or name another file with `--config`
         [[certificate]]
         names = ["example.com", "*.example.com"]

"#]],
    );
    lab.verify("a.example.test", &["a.example.test"]);
}

#[test]
fn the_same_names_twice_are_two_certificates_where_both_are_named() {
    let lab = lab();
    let list = "[[certificate]]\nname = 'ec'\nnames = ['a.example.test']\n\
                [[certificate]]\nname = 'rsa'\nnames = ['a.example.test']\nkey-type = 'rsa2048'\n";
    apply(&lab, list, "--agree-tos").succeeded();
    let before = world(&lab);
    apply(&lab, list, "").succeeded();
    assert_eq!(world(&lab), before);
    assert_eq!(
        (lab.lineage("ec")["key_type"].as_str(), lab.lineage("rsa")["key_type"].as_str()),
        (Some("ecdsa-p256"), Some("rsa2048"))
    );
}
