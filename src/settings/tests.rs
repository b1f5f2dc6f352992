use std::path::Path;

use super::*;
use crate::error::Explain;

fn none(_: &str) -> Option<String> {
    None
}

fn config(text: &str) -> (tempfile::TempDir, Globals) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("certdns.toml");
    std::fs::write(&path, text).unwrap();
    let globals = Globals { config: Some(path), ..Globals::default() };
    (directory, globals)
}

#[test]
fn flags_beat_the_environment_which_beats_the_file() {
    let (_directory, mut globals) =
        config("ca = 'https://file.example/dir'\nemail = 'file@example.com'\nresolvers = ['192.0.2.3']");
    let env = |name: &str| match name {
        "CERTDNS_CA" => Some("https://env.example/dir".to_owned()),
        "CERTDNS_RESOLVERS" => Some("192.0.2.2:5353, 2001:db8::1".to_owned()),
        _ => None,
    };
    let settings = Settings::load(&globals, &env).unwrap();
    assert_eq!(settings.ca.as_str(), "https://env.example/dir");
    assert_eq!(settings.email.as_deref(), Some("file@example.com"));
    assert_eq!(settings.resolvers, ["192.0.2.2:5353".parse().unwrap(), "[2001:db8::1]:53".parse().unwrap()]);
    globals.ca = Some("letsencrypt-staging".into());
    globals.resolvers = vec!["192.0.2.1".into()];
    let settings = Settings::load(&globals, &env).unwrap();
    assert_eq!(settings.ca.as_str(), "https://acme-staging-v02.api.letsencrypt.org/directory");
    assert_eq!(settings.resolvers, ["192.0.2.1:53".parse().unwrap()]);
}

#[test]
fn the_cas_that_stand_in_do_so_for_the_ca_beside_which_they_are_named() {
    let (_directory, mut globals) = config("ca = 'letsencrypt'\nfallback-ca = ['zerossl', 'https://ca.example/dir']");
    let fallback = |globals: &Globals| {
        let settings = Settings::load(globals, &none).unwrap();
        settings.fallback_ca.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(fallback(&globals), ["https://acme.zerossl.com/v2/DV90", "https://ca.example/dir"]);
    globals.ca = Some("letsencrypt-staging".into());
    assert_eq!(fallback(&globals), Vec::<String>::new());
    globals.fallback_ca = vec!["google-staging".into()];
    assert_eq!(fallback(&globals), ["https://dv.acme-v02.test-api.pki.goog/directory"]);
    globals.fallback_ca = vec!["googel".into()];
    let error = Settings::load(&globals, &none).unwrap_err();
    assert_eq!(error.to_string(), r#"setting fallback-ca: "googel" is neither the name of a CA nor a URL"#);
}

#[test]
fn an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() {
    let (_directory, globals) = config("# mine\nca = 'letsencrypt'\nresolver = ['192.0.2.3']\n");
    let error = Settings::load(&globals, &none).unwrap_err();
    assert!(error.to_string().ends_with("certdns.toml, line 3: unknown key `resolver`"), "{error}");
    assert_eq!(error.hints()[0].text, "did you mean `resolvers`?");
}

#[test]
fn an_unknown_key_of_a_table_is_named_with_its_line() {
    let (_directory, globals) = config("[log]\nkeep = \"30d\"\nage = \"1d\"\n");
    let error = Settings::load(&globals, &none).unwrap_err().to_string();
    assert!(error.ends_with("line 3: unknown field `age`, expected `keep` or `size`"), "{error}");
}

#[test]
fn whom_to_tell_is_read_from_the_file_and_the_environment_and_never_shown() {
    let text =
        "[notify]\nwebhook = \"https://chat.example/nobody-sees\"\nwebhook-secret-file = \"key\"\non = [\"failure\"]\n";
    let (directory, globals) = config(text);
    let settings = Settings::load(&globals, &none).unwrap().notify;
    assert!(!format!("{settings:?}").contains("nobody-sees"));
    assert_eq!(settings.webhook.as_ref().unwrap().shown(), "https://chat.example/");
    std::fs::write(directory.path().join("key"), "secret\n").unwrap();
    assert_eq!(settings.webhook_secret().unwrap().unwrap().expose(), "secret");
    // The key of the file is not for a webhook that the environment names.
    let other = |name: &str| (name == "CERTDNS_WEBHOOK").then(|| "https://other.example/".to_owned());
    let settings = Settings::load(&globals, &other).unwrap().notify;
    assert_eq!((settings.webhook_secret().unwrap(), settings.on), (None, vec![crate::notices::Occasion::Failure]));
}

#[test]
fn a_wrong_type_is_named_with_its_line() {
    let (_directory, globals) = config("\nallow-http = 'yes'\n");
    let error = Settings::load(&globals, &none).unwrap_err();
    assert!(error.to_string().contains("certdns.toml, line 2: invalid type"), "{error}");
}

#[test]
fn paths_in_the_file_are_relative_to_it() {
    let (directory, globals) = config("state-dir = 'state'");
    assert_eq!(Settings::load(&globals, &none).unwrap().state_dir, directory.path().join("state"));
}

#[test]
fn a_named_file_must_be_there() {
    let globals = Globals { config: Some(Path::new("nowhere.toml").into()), ..Globals::default() };
    let error = Settings::load(&globals, &none).unwrap_err();
    assert_eq!(error.to_string(), "could not read the configuration file nowhere.toml");
}

#[test]
fn credentials_of_the_file_are_not_sent_to_a_server_named_above_it() {
    let file = "acme-dns = 'https://one.example'\nacme-dns-user = 'me'\nacme-dns-key-file = 'key'";
    let (directory, mut globals) = config(file);
    std::fs::write(directory.path().join("key"), "k3y\n").unwrap();
    let server = Settings::load(&globals, &none).unwrap().acme_dns().unwrap();
    assert_eq!(server.basic(), Some(&Basic { user: "me".into(), key: Secret::new("k3y") }));
    globals.acme_dns = Some(Secret::new("https://two.example"));
    let server = Settings::load(&globals, &none).unwrap().acme_dns().unwrap();
    assert_eq!(server.basic(), None);
}

#[test]
fn a_key_of_the_environment_for_the_server_of_the_file_is_not_sent_to_one_on_the_command_line() {
    let env = |name: &str| (name == "CERTDNS_ACME_DNS_KEY").then(|| "licence".to_owned());
    let (_directory, mut globals) = config("acme-dns = 'certify'\nacme-dns-user = 'me@example.com'");
    let server = Settings::load(&globals, &env).unwrap().acme_dns().unwrap();
    assert_eq!(server.basic(), Some(&Basic { user: "me@example.com".into(), key: Secret::new("licence") }));
    globals.acme_dns = Some(Secret::new("https://two.example"));
    let server = Settings::load(&globals, &env).unwrap().acme_dns().unwrap();
    assert_eq!(server.basic(), None);
}

#[test]
fn the_key_may_stand_in_the_environment() {
    let env = |name: &str| match name {
        "CERTDNS_ACME_DNS" => Some("certify".to_owned()),
        "CERTDNS_ACME_DNS_USER" => Some("me@example.com".to_owned()),
        "CERTDNS_ACME_DNS_KEY" => Some("licence".to_owned()),
        _ => None,
    };
    let (_directory, globals) = config("");
    let settings = Settings::load(&globals, &env).unwrap();
    assert!(!format!("{settings:?}").contains("licence"));
    let basic = Basic { user: "me@example.com".into(), key: Secret::new("licence") };
    assert_eq!(settings.acme_dns().unwrap().basic(), Some(&basic));
}

#[test]
fn no_acme_dns_server_is_a_question_with_two_answers() {
    let (_directory, globals) = config("");
    let error = Settings::load(&globals, &none).unwrap().acme_dns().unwrap_err();
    assert_eq!(error.to_string(), "no acme-dns server is configured");
    assert_eq!(error.hints()[1].lines, ["--acme-dns https://auth.example.org"]);
}

#[test]
fn wrong_values_are_named_with_their_setting() {
    let (_directory, globals) = config("");
    let globals = || Globals { config: globals.config.clone(), ..Globals::default() };
    let wrong = |globals: Globals| Settings::load(&globals, &none).unwrap_err().to_string();
    let resolvers = Globals { resolvers: vec!["dns.example".into()], ..globals() };
    assert_eq!(
        wrong(resolvers),
        r#"setting resolvers: "dns.example" is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH"#
    );
    let ca = Globals { ca: Some("http://ca.example/dir".into()), ..globals() };
    assert_eq!(wrong(ca), r#"setting ca: "http://ca.example/dir" is not an https URL"#);
    let secret = Globals { ca: Some("https://me:pw@ca.example/dir".into()), ..globals() };
    assert_eq!(wrong(secret), r#"setting ca: "ca.example" has credentials in its URL"#);
    let view = Globals { dns_view: Some("both".into()), ..globals() };
    assert_eq!(wrong(view), r#"setting dns-view: "both" is neither `authoritative` nor `resolver`"#);
}

#[test]
fn an_external_account_stays_with_the_ca_of_its_file() {
    let file = "ca = 'https://one.example/dir'\naccount = 'work'\neab-kid = 'kid-1'\neab-hmac-key-file = 'mac'\neab-algorithm = 'HS384'";
    let (directory, mut globals) = config(file);
    std::fs::write(directory.path().join("mac"), "c2VjcmV0\n").unwrap();
    let settings = Settings::load(&globals, &none).unwrap();
    let external = settings.external.account().unwrap().unwrap();
    assert_eq!((external.kid(), settings.account_at(&settings.ca)), ("kid-1", Some("work")));
    assert!(!format!("{settings:?} {external:?}").contains("c2VjcmV0"));
    globals.ca = Some("https://two.example/dir".into());
    let settings = Settings::load(&globals, &none).unwrap();
    assert!(settings.external.account().unwrap().is_none() && settings.account.is_none());
}

#[test]
fn half_an_external_account_is_told_and_a_key_that_is_none_not_shown() {
    let env = |kid: Option<&'static str>, key: Option<&'static str>| {
        let (_directory, globals) = config("");
        let env = move |name: &str| match name {
            "CERTDNS_EAB_KID" => kid.map(str::to_owned),
            "CERTDNS_EAB_HMAC_KEY" => key.map(str::to_owned),
            _ => None,
        };
        Settings::load(&globals, &env).unwrap().external.account().map(drop).map_err(|error| error.to_string())
    };
    let missing = |what| {
        Err(format!("an external account binding needs a key identifier and an HMAC key, and {what} is missing"))
    };
    assert_eq!(env(Some("kid-1"), None), missing("the HMAC key"));
    assert_eq!(env(None, Some("c2VjcmV0")), missing("the key identifier"));
    assert_eq!(env(Some("kid-1"), Some("s%cret")), Err("the HMAC key of the external account is not base64url".into()));
    assert_eq!(env(Some("kid-1"), Some("c2VjcmV0")), Ok(()));
}

#[test]
fn certificates_are_listed_with_their_lines_and_their_paths_are_relative_to_the_file() {
    let file = "email = 'me@example.com'\n\n[[certificate]]\nnames = ['a.test']\ncsr = 'a.csr'\n\n\
                [[certificate]]\nname = 'b'\nlifetime = '7d'\ninstall = 'cert=b.pem'\ndeploy-hook = ['reload', 'tell']\n";
    let (directory, globals) = config(file);
    let settings = Settings::load(&globals, &none).unwrap();
    let [one, other] = &settings.certificates[..] else { panic!("{:?}", settings.certificates) };
    assert_eq!((one.line, &one.names[..]), (3, &["a.test".to_owned()][..]));
    assert_eq!(one.csr, Some(directory.path().join("a.csr")));
    assert_eq!((other.line, other.not_after.as_deref()), (7, Some("7d")));
    let copy = format!("cert={}", directory.path().join("b.pem").display());
    assert_eq!(other.install.as_ref().unwrap().as_slice(), [copy]);
    let hooks = other.deploy_hook.clone().hooks(crate::hooks::Stage::Deploy).unwrap();
    assert_eq!(hooks.iter().map(crate::hooks::Hook::text).collect::<Vec<_>>(), ["reload", "tell"]);
    assert_eq!(settings.config_file, globals.config);
}

#[test]
fn a_mistyped_key_of_a_certificate_is_named_with_its_line() {
    let (_directory, globals) = config("[[certificate]]\nnames = ['a.test']\n[[certificate]]\nkeytype = 'rsa2048'\n");
    let error = Settings::load(&globals, &none).unwrap_err();
    assert!(error.to_string().ends_with("certdns.toml, line 4: unknown key `keytype`"), "{error}");
    assert_eq!(error.hints()[0].text, "did you mean `key-type`?");
}
