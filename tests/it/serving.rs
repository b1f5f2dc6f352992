//! Programs that nobody here wrote read what is made of certificates, and serve with it: OpenSSL, nginx, HAProxy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::Lab;
use crate::support::programs::{Program, START_LIMIT, free_port, loopback, run};

const ISSUE: &str = "issue -d example.test --agree-tos";

fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    fs::write(root(&lab), lab.sandbox.authority.issuer_root_pem()).unwrap();
    fs::create_dir(lab.path().join("tls")).unwrap();
    lab
}

fn root(lab: &Lab) -> PathBuf {
    lab.path().join("issuer-root.pem")
}

/// What `openssl` says, with success.
#[track_caller]
fn openssl(lab: &Lab, line: &str) -> String {
    run(lab.path(), "openssl", &line.split_whitespace().collect::<Vec<_>>())
}

/// The serial number of the certificate that a server at this port shows, once OpenSSL accepts it for the name.
#[track_caller]
fn served(lab: &Lab, port: u16) -> String {
    let begun = Instant::now();
    while std::net::TcpStream::connect(loopback(port)).is_err() {
        assert!(begun.elapsed() < START_LIMIT, "nobody listens");
        std::thread::sleep(Duration::from_millis(20));
    }
    let options = "-servername example.test -verify_hostname example.test -verify_return_error -CAfile issuer-root.pem";
    let shown = openssl(lab, &format!("s_client -connect 127.0.0.1:{port} {options}"));
    assert!(shown.contains("Verify return code: 0 (ok)"), "{shown}");
    fs::write(lab.path().join("shown.txt"), shown).unwrap();
    openssl(lab, "x509 -in shown.txt -noout -serial")
}

/// As OpenSSL writes it: without the octet that says that it is no negative number.
fn serial(lab: &Lab, lineage: &str) -> String {
    let shown = lab.run(&format!("show {lineage} --offline --json")).succeeded().json();
    shown["serial"].as_str().unwrap().trim_start_matches("00").to_uppercase()
}

#[test]
fn nginx_serves_with_installed_copies_before_and_after_a_renewal() {
    let lab = lab();
    let copies = "--install fullchain=tls/x.pem,mode=0644 --install privkey=tls/x.key";
    for (key_type, again) in [("ecdsa-p256", "--force"), ("rsa2048", "")] {
        lab.run(&format!("{ISSUE} --key-type {key_type} {copies} {again}")).succeeded();
        for _ in 0..2 {
            let port = free_port();
            let _nginx = nginx(lab.path(), port);
            assert!(served(&lab, port).contains(&serial(&lab, "example.test")));
            lab.run("renew --force").succeeded();
        }
    }
}

fn nginx(directory: &Path, port: u16) -> Program {
    let here = directory.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("  {what}_temp_path {here}/nginx-{what};\n"))
        .concat();
    let configuration = format!(
        "daemon off;\nmaster_process off;\npid {here}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n  access_log off;\n{temporary}  server {{\n    listen 127.0.0.1:{port} ssl;\n    ssl_certificate {here}/tls/x.pem;\n    ssl_certificate_key {here}/tls/x.key;\n    return 204;\n  }}\n}}\n"
    );
    fs::write(directory.join("nginx.conf"), configuration).unwrap();
    let conf = directory.join("nginx.conf").display().to_string();
    Program::start(directory, "nginx", &["-e", "stderr", "-c", &conf], &[])
}

#[test]
fn haproxy_serves_with_the_combined_file() {
    let lab = lab();
    for key_type in ["ecdsa-p384", "rsa2048"] {
        lab.run(&format!("{ISSUE} --key-type {key_type} --combined")).succeeded();
        let port = free_port();
        let _haproxy = haproxy(lab.path(), port, &lab.output("example.test", "combined.pem"));
        assert!(served(&lab, port).contains(&serial(&lab, "example.test")));
    }
}

fn haproxy(directory: &Path, port: u16, combined: &Path) -> Program {
    let configuration = format!(
        "defaults\n  mode http\n  timeout client 5s\n  timeout connect 5s\n  timeout server 5s\nfrontend tls\n  bind 127.0.0.1:{port} ssl crt {}\n  http-request return status 204\n",
        combined.display()
    );
    fs::write(directory.join("haproxy.conf"), configuration).unwrap();
    Program::start(directory, "haproxy", &["-db", "-f", "haproxy.conf"], &[])
}

#[test]
fn openssl_reads_every_file() {
    let lab = lab();
    for (name, key_type, check) in
        [("p256", "ecdsa-p256", "ec"), ("p384", "ecdsa-p384", "ec"), ("rsa", "rsa3072", "rsa")]
    {
        lab.run(&format!("{ISSUE} --name {name} --key-type {key_type} --combined --der")).succeeded();
        let live = format!("state/lineages/{name}/live");
        let outputs = format!("state/lineages/{name}/outputs");
        openssl(&lab, &format!("verify -CAfile issuer-root.pem -untrusted {live}/chain.pem {live}/cert.pem"));
        openssl(
            &lab,
            &format!("verify -CAfile issuer-root.pem -untrusted {live}/fullchain.pem {outputs}/combined.pem"),
        );
        openssl(&lab, &format!("x509 -inform DER -in {outputs}/cert.der -noout"));
        for key in [
            format!("-in {live}/privkey.pem"),
            format!("-in {outputs}/combined.pem"),
            format!("-inform DER -in {outputs}/privkey.der"),
        ] {
            openssl(&lab, &format!("{check} {key} -check -noout"));
        }
    }
}

#[test]
fn openssl_opens_both_kinds_of_pkcs12() {
    let lab = lab();
    fs::write(lab.path().join("password.txt"), "zwölf Boxkämpfer\n").unwrap();
    for (name, flags, password) in [
        ("made", "--pfx", "state/lineages/made/outputs/pfx-password.txt"),
        ("given", "--pfx --pfx-password-file password.txt", "password.txt"),
        ("old", "--pfx-legacy --pfx-password-file password.txt", "password.txt"),
    ] {
        lab.run(&format!("{ISSUE} --name {name} --key-type rsa2048 {flags}")).succeeded();
        let info =
            format!("pkcs12 -info -in state/lineages/{name}/outputs/certificate.pfx -passin file:{password} -nodes");
        let shown = openssl(&lab, &format!("{info} -legacy"));
        assert_eq!(shown.matches("-----BEGIN CERTIFICATE-----").count(), 2, "{shown}");
        assert!(shown.contains("-----BEGIN PRIVATE KEY-----") && shown.contains(&format!("friendlyName: {name}")));
        let modern = Command::new("openssl")
            .args(info.split_whitespace())
            .current_dir(lab.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(modern.status.success(), name != "old", "{}", String::from_utf8_lossy(&modern.stderr));
    }
}
