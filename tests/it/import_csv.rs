//! `certdns import-csv`, as a person would use it.

use snapbox::str;

use crate::support::command::Run;
use crate::support::{Lab, same};

/// Writes the CSV file, and imports it.
fn import(lab: &Lab, csv: impl AsRef<[u8]>, flags: &str) -> Run {
    std::fs::write(lab.path().join("sites.csv"), csv).unwrap();
    lab.run(&format!("import-csv sites.csv {flags}"))
}

const CERTIFY: &str = "\
0, Test, test.example.test;www.example.test
3, TestSite2(Test again), bücher.example.test; *.shop.example.test
, b.example.test, b.example.test
";

#[test]
fn what_certify_imports_becomes_a_list_of_certificates() {
    let lab = Lab::new();
    same(
        &import(&lab, CERTIFY, "").transcript(),
        str![[r#"
0
--- stdout
[[certificate]]
name = "Test"
names = ["test.example.test", "www.example.test"]

# TestSite2(Test again)
[[certificate]]
names = ["bücher.example.test", "*.shop.example.test"]

[[certificate]]
names = ["b.example.test"]
--- stderr

"#]],
    );
    assert_eq!(lab.files(), "");
}

#[test]
fn titles_say_what_is_in_which_column() {
    let csv = "\u{feff}Domains;Name;SiteID;PrimaryDomain;Key Type;CA;IncludeInAutoRenew;WebhookUrl\r\n\
               \"a.example.test, www.example.test\";web;1;www.example.test;rsa2048;;true;https://hook.example/\r\n\
               # a comment\r\n\
               ;;;;;;;\r\n\
               b.example.test;\"Shop; new\";;;;letsencrypt-staging;;\r\n";
    same(
        &import(&Lab::new(), csv, "").transcript(),
        str![[r#"
0
--- stdout
[[certificate]]
name = "web"
names = ["www.example.test", "a.example.test"]
key-type = "rsa2048"

# Shop; new
[[certificate]]
names = ["b.example.test"]
ca = "letsencrypt-staging"
--- stderr
warning: not taken over, for these are not settings of certdns: IncludeInAutoRenew, WebhookUrl

"#]],
    );
}

#[test]
fn what_is_imported_can_be_applied() {
    let lab = Lab::new();
    let file = lab.path().join("certdns.toml");
    std::fs::write(
        &file,
        "# mine\nemail = 'me@example.test' # mine, too\n\n[[certificate]]\nnames = ['x.example.test']",
    )
    .unwrap();
    same(
        &import(&lab, CERTIFY, "--write --config certdns.toml").transcript(),
        str![[r#"
0
--- stdout
3 certificates are listed in certdns.toml now
See what would be done with `certdns apply --plan`.
--- stderr

"#]],
    );
    same(
        &std::fs::read_to_string(&file).unwrap(),
        str![[r##"
# mine
email = 'me@example.test' # mine, too

[[certificate]]
names = ['x.example.test']

[[certificate]]
name = "Test"
names = ["test.example.test", "www.example.test"]

# TestSite2(Test again)
[[certificate]]
names = ["bücher.example.test", "*.shop.example.test"]

[[certificate]]
names = ["b.example.test"]

"##]],
    );
    let plan = lab.run("apply --config certdns.toml --plan --offline").succeeded();
    assert!(plan.stdout.contains("Of 4 listed: 4 to issue"), "{}", plan.transcript());
}

#[test]
fn what_is_listed_already_is_not_listed_twice() {
    let lab = Lab::new();
    let file = lab.path().join("certdns.toml");
    std::fs::write(&file, "\n[[certificate]]\nnames = ['www.example.test', 'test.example.test']\n").unwrap();
    same(
        &import(&lab, CERTIFY, "--write --config certdns.toml").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not import sites.csv
  cause: line 1 is in certdns.toml already, line 2: they have the same names
   hint: take out one of them, or give each a name of its own

"#]],
    );
    assert!(!std::fs::read_to_string(&file).unwrap().contains("shop"));
}

#[test]
fn entries_go_behind_no_list_of_another_form() {
    let lab = Lab::new();
    let file = lab.path().join("certdns.toml");
    let before = "certificate = [{ names = ['x.example.test'] }]\n";
    std::fs::write(&file, before).unwrap();
    same(
        &import(&lab, CERTIFY, "--write --config certdns.toml").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not import sites.csv
  cause: the entries cannot stand behind what is there
  cause: certdns.toml, line 3: duplicate key
   hint: the keys are those of `certdns help`, without `--`

"#]],
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
}

#[test]
#[cfg(unix)]
fn the_file_keeps_its_rights_and_links_to_it_stay_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let lab = Lab::new();
    let (file, link) = (lab.path().join("real.toml"), lab.path().join("certdns.toml"));
    std::fs::write(&file, "").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    symlink(&file, &link).unwrap();
    import(&lab, CERTIFY, "--write --config certdns.toml").succeeded();
    assert!(link.is_symlink());
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o644);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("[[certificate]]\n"));
}

#[test]
fn one_line_with_a_mistake_and_nothing_is_imported() {
    let lab = Lab::new();
    let bad: [&[u8]; 18] = [
        b"",
        b"# nothing\n",
        b"name,domains\n",
        b"1,b\xfccher,b\xfccher.test\n",
        b"a.test,www.a.test\n",
        b"0,Shop,\n",
        b"0,Shop\n",
        b"0,A,a.test\n1,B,b..test;c.test\n",
        b"0,A,a.test\n\n# none\n1,B,c.test;https://b.test/\n",
        b"0,A,*.a.test;b.a.test\n",
        b"name,domains,colour\nA,a.test,red\n",
        b"name,siteid\nA,1\n",
        b"name,domains,names\nA,a.test,b.test\n",
        b"domains,name\na.test,A,1\n",
        b"domains,key-type\na.test,rsa1024\n",
        b"domains,ca\na.test,letsencyrpt\n",
        b"0, \"Shop, new\", a.test\n",
        b"0,A,a.test\n0,B,c.test\n0,a,b.test\n",
    ];
    let file = lab.path().join("certdns.toml");
    std::fs::write(&file, "# mine\n").unwrap();
    let told: String = bad
        .map(|bad| {
            let run = import(&lab, bad, "--write --config certdns.toml");
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.transcript());
            run.stderr
        })
        .concat();
    same(
        &told,
        str![[r#"
error: could not import sites.csv
  cause: there is no certificate in it
error: could not import sites.csv
  cause: there is no certificate in it
error: could not import sites.csv
  cause: there is no certificate in it
error: could not import sites.csv
  cause: it is text in neither UTF-8 nor UTF-16
   hint: save it as CSV in UTF-8
error: could not import sites.csv
  cause: line 1, column 1: "a.test" is no site ID, which is a number
   hint: without a line of titles the columns are site ID, name, domains; or give it one, such as
         name,domains
error: could not import sites.csv
  cause: line 1, column 3: no domains
   hint: list them, parted by `;`
error: could not import sites.csv
  cause: line 1, column 3: no domains
   hint: list them, parted by `;`
error: could not import sites.csv
  cause: line 2, column 3
  cause: "b..test" has an empty label
   hint: labels are parted by single dots: `www.example.com`
error: could not import sites.csv
  cause: line 4, column 3
  cause: "https://b.test/" is a URL, not a domain name
   hint: did you mean `b.test`?
error: could not import sites.csv
  cause: line 1, column 3
  cause: b.a.test is covered by the wildcard beside it; CAs refuse both in one certificate
   hint: leave out b.a.test: the wildcard is enough
error: could not import sites.csv
  cause: line 1, column 3: "colour" is no title of a column
   hint: certdns takes name, domains, primarydomain, key-type, ca, account, profile and preferred-chain, and passes over the other titles of Certify
error: could not import sites.csv
  cause: line 1: there is no column `domains`
   hint: one of the titles must be `domains`
error: could not import sites.csv
  cause: line 1, column 3: the title `names` is there twice
error: could not import sites.csv
  cause: line 2, column 3: there are only 2 columns
   hint: part domains by `;`, and put text with a comma in it into quotation marks
error: could not import sites.csv
  cause: line 2, column 2: "rsa1024" is none of ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096
error: could not import sites.csv
  cause: line 2, column 2
  cause: setting ca: "letsencyrpt" is neither the name of a CA nor a URL
   hint: the names are letsencrypt, letsencrypt-staging, zerossl, google, google-staging, sslcom-rsa, sslcom-ecc, actalis; for any other CA give its directory URL
error: could not import sites.csv
  cause: line 1, column 2: a quotation mark stands behind a space
   hint: let it follow the comma at once
error: could not import sites.csv
  cause: line 1 and line 3 are both called a
   hint: take out one of them, or give each a name of its own

"#]],
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "# mine\n");
}

#[test]
fn the_json_document_has_what_was_read_and_where_it_went() {
    let run = import(&Lab::new(), "0,web,a.example.test;b.example.test\n", "--json").succeeded();
    same(
        &run.stdout,
        str![[r#"
{
  "certificates": [
    {
      "name": "web",
      "names": [
        "a.example.test",
        "b.example.test"
      ]
    }
  ],
  "toml": "[[certificate]]/nname = /"web/"/nnames = [/"a.example.test/", /"b.example.test/"]/n",
  "written": null
}

"#]],
    );
}
