//! RFC 8555 sections 7.4 and 7.4.2: from a ready order to the certificate.

use std::time::Duration;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use rcgen::{KeyPair, PublicKeyData};
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

use super::client::csr;
use super::*;

const NAMES: [&str; 2] = ["example.test", "*.example.test"];

/// From nothing to a certificate that is looked at closely.
async fn an_order_goes_from_pending_to_a_certificate(account_key: Key) {
    let scene = Scene::start();
    let client = scene.customer_with(account_key).await;
    let (url, order) = client.order(&NAMES).await;
    assert_eq!(order["status"], "pending");
    scene.publish(&client, &order).await;
    client.answer_challenges(&order).await;
    assert_eq!(scene.resolver.queries(), ["TXT _acme-challenge.example.test"; 2]);
    assert_eq!(client.read(&url).await["status"], "ready");
    let key = KeyPair::generate().unwrap();
    let finalized = client.finalize(&url, &NAMES, &key).await;
    assert_eq!((finalized.status, finalized.header("location")), (200, url.clone()));
    let order = client.read(&url).await;
    assert_eq!((&order["status"], &order), (&json!("valid"), &finalized.json()));
    let reply = client.look(order["certificate"].as_str().unwrap()).await;
    assert_eq!((reply.status, reply.header("content-type").as_str()), (200, "application/pem-certificate-chain"));
    check_chain(&reply.body, scene.ca.issuer_root_pem(), &key);
}

fn check_chain(chain: &str, root: &str, key: &KeyPair) {
    let pems = pem::parse_many(format!("{chain}{root}")).unwrap();
    let certificates: Vec<_> = pems.iter().map(|pem| X509Certificate::from_der(pem.contents()).unwrap().1).collect();
    let [leaf, intermediate, root] = certificates.as_slice() else { panic!("leaf and intermediate: {chain}") };
    leaf.verify_signature(Some(intermediate.public_key())).unwrap();
    intermediate.verify_signature(Some(root.public_key())).unwrap();
    assert_eq!(leaf.public_key().raw, key.subject_public_key_info());
    let names = leaf.subject_alternative_name().unwrap().unwrap();
    assert_eq!(names.value.general_names, NAMES.map(GeneralName::DNSName));
    assert!(leaf.validity().is_valid() && !leaf.is_ca() && intermediate.is_ca());
    let lifetime = leaf.validity().not_after.timestamp() - leaf.validity().not_before.timestamp();
    assert_eq!(lifetime, 90 * 86_400);
}

#[tokio::test]
async fn an_order_goes_from_pending_to_a_certificate_with_es256() {
    an_order_goes_from_pending_to_a_certificate(Key::es256()).await;
}

#[tokio::test]
async fn an_order_goes_from_pending_to_a_certificate_with_es384() {
    an_order_goes_from_pending_to_a_certificate(Key::es384()).await;
}

#[tokio::test]
async fn an_order_goes_from_pending_to_a_certificate_with_rs256() {
    an_order_goes_from_pending_to_a_certificate(Key::rs256()).await;
}

#[tokio::test]
async fn an_order_goes_from_pending_to_a_certificate_with_ed25519() {
    an_order_goes_from_pending_to_a_certificate(Key::ed25519()).await;
}

#[tokio::test]
async fn an_order_is_finalized_when_it_is_ready_and_only_once() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let key = KeyPair::generate().unwrap();
    let (url, order) = client.order(&["a.example.test"]).await;
    let early = client.finalize(&url, &["a.example.test"], &key).await;
    assert_eq!(early.problem(), "403 orderNotReady: The order is pending");
    scene.publish(&client, &order).await;
    client.answer_challenges(&order).await;
    assert_eq!(client.finalize(&url, &["a.example.test"], &key).await.status, 200);
    let late = client.finalize(&url, &["a.example.test"], &key).await;
    assert_eq!(late.problem(), "403 orderNotReady: The order is valid");
}

#[tokio::test]
async fn a_csr_for_other_names_is_refused_and_the_order_stays_ready() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test", "b.example.test"]).await;
    let key = KeyPair::generate().unwrap();
    let wrong: [&[&str]; 4] =
        [&[], &["a.example.test"], &["a.example.test", "b.example.test", "c.example.test"], &["*.example.test"]];
    for names in wrong {
        let reply = client.finalize(&order, names, &key).await;
        assert_eq!(reply.problem(), "400 badCSR: The CSR is for other names than the order");
    }
    assert_eq!(client.read(&order).await["status"], "ready");
    assert_eq!(client.finalize(&order, &["b.example.test", "a.example.test"], &key).await.status, 200);
}

#[tokio::test]
async fn a_csr_with_the_key_of_an_account_is_refused() {
    let scene = Scene::start();
    let other = scene.customer().await;
    for key in [Key::es256(), Key::es384(), Key::rs256(), Key::ed25519()] {
        let client = scene.customer_with(key).await;
        let order = scene.ready(&client, &["a.example.test"]).await;
        for key in [client.key.pair(), other.key.pair()] {
            let reply = client.finalize(&order, &["a.example.test"], &key).await;
            assert_eq!(reply.problem(), "400 badCSR: The key is that of an account");
        }
    }
}

#[tokio::test]
async fn what_is_no_csr_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    let url = format!("{order}/finalize");
    let missing = client.post(&url, json!({})).await;
    assert_eq!(missing.problem(), "400 malformed: The csr is missing");
    let padded = client.post(&url, json!({ "csr": "AAA=" })).await;
    assert_eq!(padded.problem(), "400 malformed: A part is not base64url");
    let mut forged = csr(&["a.example.test"], &KeyPair::generate().unwrap());
    *forged.last_mut().unwrap() ^= 1;
    for der in [&b"nothing"[..], &forged] {
        let problem = client.post(&url, json!({ "csr": BASE64URL.encode(der) })).await.problem();
        assert!(problem.starts_with("400 badCSR: The CSR is not good: "), "{problem}");
    }
}

#[tokio::test]
async fn orders_take_as_many_looks_as_the_manners_want_and_say_when_to_come_again() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    scene.ca.manners(|manners| {
        (manners.pending_polls, manners.retry_after) = (2, Some(Duration::from_secs(7)));
    });
    let mut seen = Vec::new();
    let mut note = |reply: client::Reply| {
        seen.push(format!("{} {}", reply.json()["status"].as_str().unwrap(), reply.header("retry-after")));
    };
    for _ in 0..3 {
        note(client.look(&order).await);
    }
    note(client.finalize(&order, &["a.example.test"], &KeyPair::generate().unwrap()).await);
    for _ in 0..3 {
        note(client.look(&order).await);
    }
    let waiting = ["pending 7", "pending 7", "ready ", "processing 7", "processing 7", "processing 7", "valid "];
    assert_eq!(seen, waiting);
}

#[tokio::test]
async fn a_held_order_stays_processing_without_a_certificate() {
    let scene = Scene::with(|manners| manners.hold_finalize = true);
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    let reply = client.finalize(&order, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    assert_eq!((&reply.json()["status"], reply.json().get("certificate")), (&json!("processing"), None));
    scene.ca.manners(|manners| manners.hold_finalize = false);
    assert_eq!(client.read(&order).await["status"], "valid");
}

#[tokio::test]
async fn a_valid_order_stays_valid_when_its_authorization_is_deactivated() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    client.finalize(&order, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    client.post(&client.url("/authorization/1"), json!({ "status": "deactivated" })).await;
    assert_eq!(client.read(&order).await["status"], "valid");
}
