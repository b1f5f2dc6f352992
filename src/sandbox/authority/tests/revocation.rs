//! RFC 8555 section 7.6: revocation.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use rcgen::KeyPair;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::client::Reply;
use super::*;

async fn revoke(client: &Client, certificate: &[u8]) -> Reply {
    client.post("revokeCert", json!({ "certificate": BASE64URL.encode(certificate) })).await
}

async fn revoke_for(client: &Client, certificate: &[u8], reason: Value) -> Reply {
    client.post("revokeCert", json!({ "certificate": BASE64URL.encode(certificate), "reason": reason })).await
}

#[tokio::test]
async fn an_account_revokes_its_certificate_once() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let certificate = scene.certificate(&client, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    assert_eq!(scene.ca.revoked(), [""; 0]);
    let reply = revoke(&client, &certificate).await;
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    let (_, parsed) = X509Certificate::from_der(&certificate).unwrap();
    assert_eq!(scene.ca.revoked(), [parsed.raw_serial_as_string().replace(':', "")]);
    let again = revoke(&client, &certificate).await;
    assert_eq!(again.problem(), "400 alreadyRevoked: The certificate is revoked already");
}

#[tokio::test]
async fn a_certificate_is_revoked_by_its_own_key_without_an_account() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for key in [Key::es256(), Key::es384(), Key::rs256(), Key::ed25519()] {
        let certificate = scene.certificate(&client, &["a.example.test"], &key.pair()).await;
        let stranger = scene.stranger(Key::es256()).await;
        let refused = revoke(&stranger, &certificate).await.problem();
        assert_eq!(refused, "403 unauthorized: Neither certificate nor names are those of who asks");
        let owner = scene.stranger(key).await;
        assert_eq!(revoke_for(&owner, &certificate, json!(1)).await.status, 200);
    }
    let reasons: Vec<Option<u8>> = scene.ca.certificates().iter().map(|issued| issued.revoked).collect();
    assert_eq!(reasons, [Some(1); 4]);
}

#[tokio::test]
async fn another_account_revokes_a_certificate_when_it_has_proven_all_names() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let names = ["a.example.test", "*.a.example.test"];
    let certificate = scene.certificate(&client, &names, &KeyPair::generate().unwrap()).await;
    let unauthorized = "403 unauthorized: Neither certificate nor names are those of who asks";
    assert_eq!(revoke(&other, &certificate).await.problem(), unauthorized);
    scene.ready(&other, &["a.example.test"]).await;
    assert_eq!(revoke(&other, &certificate).await.problem(), unauthorized);
    scene.ready(&other, &["*.a.example.test"]).await;
    assert_eq!(revoke(&other, &certificate).await.status, 200);
}

#[tokio::test]
async fn a_name_is_not_proven_by_an_authorization_that_was_given_up() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let certificate = scene.certificate(&client, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    let order = other.read(&scene.ready(&other, &["a.example.test"]).await).await;
    other.post(&urls(&order)[0], json!({ "status": "deactivated" })).await;
    assert_eq!(revoke(&other, &certificate).await.status, 403);
}

#[tokio::test]
async fn reasons_are_those_that_the_manners_allow() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let certificate = scene.certificate(&client, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    for reason in [json!(2), json!(7), json!(11), json!(256), json!(-1), json!("keyCompromise")] {
        let reply = revoke_for(&client, &certificate, reason.clone()).await;
        assert_eq!(reply.problem(), format!("400 badRevocationReason: {reason} is no reason to revoke for"));
    }
    scene.ca.manners(|manners| manners.revocation_reasons = vec![9]);
    assert_eq!(revoke_for(&client, &certificate, json!(4)).await.status, 400);
    assert_eq!(revoke_for(&client, &certificate, json!(9)).await.status, 200);
    assert_eq!(scene.ca.certificates()[0].revoked, Some(9));
}

#[tokio::test]
async fn what_the_ca_did_not_issue_is_not_revoked() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let missing = client.post("revokeCert", json!({})).await;
    assert_eq!(missing.problem(), "400 malformed: The certificate is missing");
    let pem = client.post("revokeCert", json!({ "certificate": "-----BEGIN" })).await;
    assert_eq!(pem.problem(), "400 malformed: A part is not base64url");
    let foreign = rcgen::generate_simple_self_signed(["a.example.test".to_owned()]).unwrap().cert;
    let reply = revoke(&client, foreign.der()).await;
    assert_eq!(reply.problem(), "404 malformed: There is no such certificate");
}
