use std::path::Path;

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use super::{Beside, Client, Contents, Entry, Flaw, Written, may_hold, read, reply, write};
use crate::acmedns::Registration;
use crate::foreign::decoded;
use crate::identifier::DnsName;
use crate::secret::Secret;
use crate::store::Record;

const SUBDOMAIN: &str = "d420c923-bbd7-4056-ab64-c3ca54c9b3cf";

fn contents(path: &str, text: &str) -> Contents {
    let account_conf = Some(Secret::new(
        "SAVED_ACMEDNS_UPDATE_URL='https://old.example.org/update'\nSAVED_ACMEDNS_USERNAME='u'\n\
         SAVED_ACMEDNS_PASSWORD='p'\nSAVED_ACMEDNS_SUBDOMAIN='d420c923-bbd7-4056-ab64-c3ca54c9b3cf'\n",
    ));
    read(Path::new(path), &Secret::new(text), &Beside { account_conf }).unwrap().expect(path)
}

/// What is in a file, a line for each registration.
fn told(path: &str, text: &str) -> (Client, Vec<String>) {
    let contents = contents(path, text);
    let line = |entry: &Result<Entry, Flaw>| match entry {
        Ok(entry) => {
            let server = entry.server.as_ref().map_or("-", |told| told.text.expose());
            let target = entry.fulldomain.as_ref().map_or("-", DnsName::as_str);
            assert_eq!((entry.subdomain.as_str(), entry.password.expose()), (SUBDOMAIN, "p"));
            format!("{} {server} {target}", entry.challenge)
        }
        Err(flaw) => flaw.to_string(),
    };
    (contents.client, contents.entries.iter().map(line).collect())
}

/// The registration as its server printed it, and more.
fn object(more: &Value) -> Value {
    let mut object = json!({ "username": "u", "password": "p", "subdomain": SUBDOMAIN,
        "fulldomain": format!("{SUBDOMAIN}.auth.example.org") });
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object
}

const TARGET: &str = "d420c923-bbd7-4056-ab64-c3ca54c9b3cf.auth.example.org";

#[test]
fn the_clients_with_one_object_of_domains_are_told_apart() {
    let lego = json!({ "example.com": object(&json!({ "server_url": "https://a.example.org" })) }).to_string();
    let line = |server: &str| vec![format!("_acme-challenge.example.com {server} {TARGET}")];
    assert_eq!(told("clientstorage.json", &lego), (Client::Goacmedns, line("https://a.example.org")));
    let hook = json!({ "example.com": object(&json!({ "allowfrom": [] })) }).to_string();
    assert_eq!(told("acmedns.json", &hook), (Client::AcmeDnsAuth, line("-")));
    let manager = json!({ "example.com": object(&json!({})), "*.example.com": object(&json!({})) }).to_string();
    assert_eq!(told("acme-dns-accounts.json", &manager), (Client::GoAcmeDnsManager, line("-")));
}

#[test]
fn names_and_servers_stand_in_paths() {
    let one = object(&json!({})).to_string();
    let line = |server: &str| vec![format!("_acme-challenge.example.com {server} {TARGET}")];
    let certify = "certifydns/Y2VydGlmeS1kbnMuY2VydGlmeXRoZXdlYi5jb20_example.com.json";
    assert_eq!(told(certify, &one), (Client::Certify, line("https://certify-dns.certifytheweb.com")));
    assert_eq!(told("acme-dns/a.example.org/example.com.json", &one), (Client::WinAcme, line("https://a.example.org")));
    assert_eq!(told("acme-dns/somewhere/example.com.json", &one), (Client::WinAcme, line("-")));
    assert_eq!(told("reply.json", &one).1, [Flaw::Nameless.to_string()]);
    // What file names do not take became `_`; the subject did not.
    let subject = object(&json!({ "subject": "example.com" })).to_string();
    assert_eq!(told("acmedns/YS5leGFtcGxlLm9yZw_example_com.json", &subject).1, line("https://a.example.org"));
}

#[test]
fn acme_sh_keeps_one_registration_for_all_names_of_a_certificate() {
    let path = ".acme.sh/example.com_ecc/example.com.conf";
    let names = "Le_Domain='example.com'\nLe_Alt='*.example.com,www.example.com'\nLe_Webroot='dns_acmedns'\n";
    let own = "ACMEDNS_BASE_URL='https://a.example.org'\nACMEDNS_USERNAME='u'\n\
               ACMEDNS_PASSWORD='__ACME_BASE64__START_cA==__ACME_BASE64__END_'\n\
               ACMEDNS_SUBDOMAIN='d420c923-bbd7-4056-ab64-c3ca54c9b3cf'\n";
    let lines =
        |server: &str| ["example.com", "www.example.com"].map(|name| format!("_acme-challenge.{name} {server} -"));
    assert_eq!(told(path, &format!("{names}{own}")), (Client::AcmeSh, lines("https://a.example.org").to_vec()));
    // Older ones keep it in account.conf.
    assert_eq!(told(path, names).1, lines("https://old.example.org"));
    let other = names.replace("dns_acmedns", "dns_cf");
    assert!(read(Path::new(path), &Secret::new(other), &Beside::default()).unwrap().is_none());
    let elsewhere = format!("{names}ACMEDNS_STORAGE='/etc/acmedns/clientstorage.json'\n").replace("dns_acmedns", "x");
    assert!(told(path, &elsewhere).1[0].contains("/etc/acmedns/clientstorage.json"));
    assert!(may_hold(Path::new(path)) && !may_hold(Path::new(".acme.sh/ca/x/ca.conf")));
}

#[test]
fn posh_acme_keeps_lists_and_may_write_utf_16() {
    let list = json!([SUBDOMAIN, "u", "p", TARGET]);
    let line = vec![format!("_acme-challenge.example.com - {TARGET}")];
    let vars = json!({ "ACMEReg": { "_acme-challenge.example.com": list }, "Other": 1 }).to_string();
    assert_eq!(told("pluginvars.json", &vars), (Client::PoshAcme, line.clone()));
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(vars.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(told("pluginvars.json", decoded(&utf16).expose()), (Client::PoshAcme, line));
    let short = json!({ "ACMEReg": { "_acme-challenge.example.com": ["a"] } }).to_string();
    assert!(told("pluginvars.json", &short).1[0].contains("no list of four texts"));
}

#[test]
fn what_is_wrong_with_one_registration_is_told_without_its_words() {
    let cases = [
        (json!({ "password": 1 }), "_acme-challenge.example.com: password is no text"),
        (json!({ "username": "" }), "_acme-challenge.example.com: username is empty"),
        (json!({ "subdomain": null }), "_acme-challenge.example.com: subdomain is missing"),
        (json!({ "fulldomain": "a..b" }), "_acme-challenge.example.com: fulldomain is no name"),
        (json!({ "allowfrom": "x" }), "_acme-challenge.example.com: allowfrom is no list of networks"),
    ];
    for (more, expected) in cases {
        let text = json!({ "example.com": object(&more), "a.example.com": object(&json!({})) }).to_string();
        let contents = contents("acmedns.json", &text);
        let flaws: Vec<String> =
            contents.entries.iter().filter_map(|one| Some(one.as_ref().err()?.to_string())).collect();
        assert_eq!((flaws, contents.entries.len()), (vec![expected.to_owned()], 2));
    }
    let damaged =
        |text: &str| read(Path::new("a.json"), &Secret::new(text), &Beside::default()).unwrap_err().to_string();
    assert_eq!(damaged("{\"example.com\": {"), "the file ends too early (line 1, column 17)");
    let twice = r#"{"example.com": {"subdomain": "a", "password": "p"}, "example.com": {}}"#;
    assert_eq!(damaged(twice), r#""example.com" stands there twice, and only one of both would be read"#);
    assert_eq!(damaged("{]"), "this is not JSON (line 1, column 2)");
    assert_eq!(damaged("{\"a\": \"\u{fffd}\"}"), Flaw::NoText.to_string());
}

#[test]
fn a_name_with_two_registrations_is_a_mistake_and_a_wildcard_is_not() {
    let other = object(&json!({ "password": "q" }));
    let text = json!({ "example.com": object(&json!({})), "*.example.com": other }).to_string();
    let flaws = contents("a.json", &text).entries.into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert_eq!(flaws, [Flaw::Twice { of: "example.com".to_owned() }]);
}

#[test]
fn other_files_are_of_another_kind() {
    for text in ["{}", "[]", "1", r#"{"body":{},"uri":"https://ca.example/1"}"#, r#"{"version":1}"#, r#"{"a":{}}"#] {
        assert!(read(Path::new("a.json"), &Secret::new(text), &Beside::default()).unwrap().is_none(), "{text}");
    }
}

#[test]
fn a_pasted_reply_is_a_registration() {
    let challenge = DnsName::parse("_acme-challenge.example.com").unwrap();
    let pasted = reply(&Secret::new(object(&json!({ "allowfrom": ["192.0.2.0/24"] })).to_string()), challenge.clone());
    assert_eq!(pasted.unwrap().allow_from, ["192.0.2.0/24"]);
    assert_eq!(reply(&Secret::new("{}"), challenge).unwrap_err(), Flaw::NoReply);
}

/// The records of a file, as an import makes them.
fn records(path: &str, text: &str) -> (Client, Vec<Record>) {
    let contents = contents(path, text);
    let record = |entry: &Entry| {
        let server = entry.server.as_ref().map_or("https://a.example.org", |told| told.text.expose());
        let fulldomain = entry.fulldomain.clone().unwrap_or_else(|| DnsName::parse(TARGET).unwrap());
        entry.record(contents.client, registration(entry, server, fulldomain))
    };
    (contents.client, contents.entries.iter().map(|entry| record(entry.as_ref().unwrap())).collect())
}

fn registration(entry: &Entry, server: &str, fulldomain: DnsName) -> Registration {
    Registration {
        server: Url::parse(server).unwrap(),
        username: entry.username.clone(),
        password: entry.password.clone(),
        subdomain: entry.subdomain.clone(),
        fulldomain,
        allow_from: entry.allow_from.clone(),
        registered_at: entry.registered_at.unwrap_or(Timestamp::UNIX_EPOCH),
    }
}

#[test]
fn round_trips_are_exact_and_unknown_fields_are_kept() {
    let lego = format!(
        r#"{{"a.example.com":{{"fulldomain":"{TARGET}","subdomain":"{SUBDOMAIN}","username":"u","password":"p","server_url":"https://a.example.org"}},"b.example.com":{{"fulldomain":"{TARGET}","subdomain":"{SUBDOMAIN}","username":"u","password":"p","server_url":"https://a.example.org/","note":{{"by":1}}}},"c.example.com":{{"fulldomain":"{TARGET}","subdomain":"{SUBDOMAIN}","username":"u","password":"p"}}}}"#
    );
    let hook = format!(
        r#"{{"example.com": {{"username": "u", "password": "p", "fulldomain": "{TARGET}", "subdomain": "{SUBDOMAIN}", "allowfrom": ["192.0.2.0/24"], "x": "y"}}}}"#
    );
    let certify = format!(
        r#"{{"allowfrom":null,"fulldomain":"{TARGET}","subdomain":"{SUBDOMAIN}","password":"p","username":"u","subject":"example.com"}}"#
    );
    let certify_old = certify.replace("null", "[]").replace(r#","subject":"example.com""#, "");
    let win_acme = format!(
        r#"{{"username":"u","password":"p","fulldomain":"{}","subdomain":"{SUBDOMAIN}"}}"#,
        TARGET.to_uppercase()
    );
    let posh = format!(
        "{{\n  \"ACMEReg\": {{\n    \"_acme-challenge.example.com\": [\n      \"{SUBDOMAIN}\",\n      \"u\",\n      \"p\",\n      \"{TARGET}\",\n      \"more\"\n    ]\n  }}\n}}"
    );
    let certify_path = "acmedns/YS5leGFtcGxlLm9yZw_example.com.json";
    let cases = [
        ("clientstorage.json", lego),
        ("acmedns.json", hook),
        (certify_path, certify),
        (certify_path, certify_old),
        ("a.example.org/example.com.json", win_acme),
        ("pluginvars.json", posh),
    ];
    for (path, text) in cases {
        let (client, records) = records(path, &text);
        let (name, again) = match write(client, &records).unwrap() {
            Written::File(text) => (path.to_owned(), text),
            Written::Folder(mut files) => files.remove(0),
        };
        assert_eq!(again.expose(), text, "{client:?}");
        assert!(path.ends_with(&name));
    }
}

#[test]
fn everything_is_carried_through_our_own_format() {
    let text =
        json!({ "example.com": object(&json!({ "server_url": "https://a.example.org/", "note": 1 })) }).to_string();
    let (client, first) = records("clientstorage.json", &text);
    let Written::File(own) = write(Client::Certdns, &first).unwrap() else { panic!() };
    let (_, second) = records("export.json", own.expose());
    let Written::File(again) = write(client, &second).unwrap() else { panic!() };
    assert_eq!(serde_json::from_str::<Value>(again.expose()).unwrap(), serde_json::from_str::<Value>(&text).unwrap());
    // Another client gets what nobody knows, and not what it has words of its own for.
    let Written::File(other) = write(Client::AcmeDnsAuth, &second).unwrap() else { panic!() };
    assert!(other.expose().contains(r#""note": 1"#) && !other.expose().contains("server_url"), "{}", other.expose());
}

#[test]
fn acme_sh_gets_one_registration_and_credentials_never_come_along() {
    let text = json!({ "example.com": object(&json!({ "server_url": "https://u:s3cret@a.example.org" })) }).to_string();
    let (_, mut all) = records("clientstorage.json", &text);
    let own = Url::parse("https://a.example.org").unwrap();
    all[0].registration.server = own;
    for client in [Client::Certdns, Client::Goacmedns] {
        let Written::File(text) = write(client, &all).unwrap() else { panic!() };
        assert!(!text.expose().contains("s3cret"), "{}", text.expose());
    }
    let Written::File(lines) = write(Client::AcmeSh, &all).unwrap() else { panic!() };
    let expected = format!(
        "ACMEDNS_BASE_URL='https://a.example.org'\nACMEDNS_USERNAME='u'\nACMEDNS_PASSWORD='p'\nACMEDNS_SUBDOMAIN='{SUBDOMAIN}'\n"
    );
    assert_eq!(lines.expose(), expected);
    let mut other = all[0].clone();
    other.registration.subdomain = "e531".to_owned();
    all.push(other);
    assert!(matches!(write(Client::AcmeSh, &all), Err(Flaw::Several { count: 2 })));
    assert!(matches!(write(Client::Goacmedns, &all), Err(Flaw::SameName { .. })));
}
