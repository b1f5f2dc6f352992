//! RFC 8555 section 7.4.2: the chains of a certificate.

use rcgen::KeyPair;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::*;

/// Leaf, intermediate and root fit each other.
fn leads_to(chain: &str, root: &str) -> bool {
    let pems = pem::parse_many(format!("{chain}{root}")).unwrap();
    let certificates: Vec<_> = pems.iter().map(|pem| X509Certificate::from_der(pem.contents()).unwrap().1).collect();
    assert_eq!(certificates.len(), 3);
    let signed = |pair: &[X509Certificate]| {
        pair[0].issuer() == pair[1].subject() && pair[0].verify_signature(Some(pair[1].public_key())).is_ok()
    };
    certificates.windows(2).all(signed)
}

async fn issue(scene: &Scene) -> Client {
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    let reply = client.finalize(&order, &["a.example.test"], &KeyPair::generate().unwrap()).await;
    assert_eq!(reply.json()["certificate"], client.url("/certificate/1"));
    client
}

#[tokio::test]
async fn a_certificate_has_two_chains_and_each_leads_to_the_other() {
    let scene = Scene::start();
    let client = issue(&scene).await;
    let first = client.look(&client.url("/certificate/1")).await;
    assert_eq!(first.links(), ["</certificate/1/alternate>;rel=\"alternate\"", "</directory>;rel=\"index\""]);
    let second = client.look(&client.url("/certificate/1/alternate")).await;
    assert_eq!(second.links(), ["</certificate/1>;rel=\"alternate\"", "</directory>;rel=\"index\""]);
    assert_eq!(second.header("content-type"), "application/pem-certificate-chain");
    let (root, alternate_root) = (scene.ca.issuer_root_pem(), scene.ca.alternate_root_pem());
    assert!(leads_to(&first.body, root) && leads_to(&second.body, alternate_root));
    assert!(!leads_to(&first.body, alternate_root) && !leads_to(&second.body, root));
    assert_eq!(pem::parse(&first.body).unwrap(), pem::parse(&second.body).unwrap());
    assert_eq!(pem::parse(scene.ca.certificates()[0].pem.as_bytes()).unwrap(), pem::parse(&first.body).unwrap());
}

#[tokio::test]
async fn an_alternate_chain_belongs_to_the_account_of_the_certificate() {
    let scene = Scene::start();
    let client = issue(&scene).await;
    let theirs = scene.customer().await.look(&client.url("/certificate/1/alternate")).await;
    assert_eq!(theirs.problem(), "403 unauthorized: This belongs to another account");
    let nothing = client.look(&client.url("/certificate/2/alternate")).await;
    assert_eq!(nothing.problem(), "404 malformed: There is no such object");
}

#[tokio::test]
async fn the_alternate_chain_can_be_switched_off() {
    let scene = Scene::with(|manners| manners.alternate_chain = false);
    let client = issue(&scene).await;
    let first = client.look(&client.url("/certificate/1")).await;
    assert_eq!((first.status, first.links()), (200, vec!["</directory>;rel=\"index\"".to_owned()]));
    let second = client.look(&client.url("/certificate/1/alternate")).await;
    assert_eq!(second.problem(), "404 malformed: There is no such object");
}
