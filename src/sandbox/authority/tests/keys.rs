//! RFC 8555 section 6.2: which keys requests are signed with.

use aws_lc_rs::rsa::KeySize;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};

use super::requests::order_with_header;
use super::*;

#[tokio::test]
async fn a_tampered_payload_is_refused_for_every_kind_of_key() {
    let scene = Scene::start();
    for key in [Key::es256(), Key::es384(), Key::rs256(), Key::ed25519()] {
        let client = scene.customer_with(key).await;
        let url = client.url("/new-order");
        let mut body = client.signed(&client.protected(&url).await, r#"{"a":1}"#);
        body["payload"] = BASE64URL.encode(r#"{"a":2}"#).into();
        let reply = client.post_body(&url, &body).await;
        assert_eq!(reply.problem(), "400 malformed: The signature does not fit the key");
    }
}

#[tokio::test]
async fn other_algorithms_are_refused_and_the_good_ones_told() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for algorithm in ["none", "HS256", "ES512"] {
        let reply = order_with_header(&client, |header| header["alg"] = algorithm.into()).await;
        assert_eq!(reply.problem(), format!("400 badSignatureAlgorithm: {algorithm} is not supported"));
        assert_eq!(reply.json()["algorithms"], json!(["ES256", "ES384", "RS256", "EdDSA"]));
    }
}

#[tokio::test]
async fn a_symmetric_key_is_refused() {
    let scene = Scene::start();
    let mut client = scene.stranger(Key::es256()).await;
    client.key.jwk = json!({ "kty": "oct", "k": "c2VjcmV0" });
    let reply = client.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
    assert_eq!(reply.problem(), "400 badPublicKey: ES256 needs a key of the curve P-256");
}

#[tokio::test]
async fn one_key_has_one_account_whatever_it_says_of_itself() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    client.kid = None;
    client.key.jwk["crv"] = "P-384".into();
    let reply = client.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
    assert_eq!(reply.problem(), "400 badPublicKey: ES256 needs a key of the curve P-256");
    assert_eq!(scene.ca.accounts(), 1);
}

#[tokio::test]
async fn each_kind_of_key_can_be_switched_off() {
    let scene = Scene::start();
    for key in [Key::es256(), Key::es384(), Key::rs256(), Key::ed25519()] {
        let (client, kind) = (scene.customer_with(key.clone()).await, key.algorithm);
        scene.ca.manners(|manners| manners.algorithms.retain(|one| *one != kind));
        let reply = client.new_order(&["a.example.test"]).await;
        assert_eq!(reply.problem(), format!("400 badSignatureAlgorithm: {kind} is not supported"));
        scene.ca.manners(|manners| assert_eq!(reply.json()["algorithms"], json!(manners.algorithms)));
        scene.ca.manners(|manners| manners.algorithms = Manners::default().algorithms);
        assert_eq!(client.new_order(&["a.example.test"]).await.status, 201);
    }
}

#[tokio::test]
async fn rsa_keys_have_2048_to_4096_bits() {
    let scene = Scene::start();
    scene.customer_with(Key::rsa(KeySize::Rsa4096)).await;
    let mut client = scene.stranger(Key::rs256()).await;
    for octets in [128, 255, 513, 1024] {
        client.key.jwk["n"] = BASE64URL.encode(vec![0xff; octets]).into();
        let reply = client.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
        assert_eq!(reply.problem(), "400 badPublicKey: RSA keys have 2048 to 4096 bits");
    }
}

#[tokio::test]
async fn a_key_that_is_written_in_another_way_is_refused() {
    let scene = Scene::start();
    let (rsa, elliptic) = (Key::rs256(), Key::es256());
    let octets = |key: &Key, name: &str| BASE64URL.decode(key.jwk[name].as_str().unwrap()).unwrap();
    let zero = BASE64URL.encode([vec![0], octets(&rsa, "n")].concat());
    let (x, y) = (octets(&elliptic, "x"), octets(&elliptic, "y"));
    let (longer, shorter) = (BASE64URL.encode([&x[..], &y[..1]].concat()), BASE64URL.encode(&y[1..]));
    let cases = [
        (rsa, json!({ "n": zero }), "The numbers of an RSA key do not begin with zeros"),
        (elliptic, json!({ "x": longer, "y": shorter }), "The coordinates of P-256 have 32 octets"),
        (Key::ed25519(), json!({ "crv": "Ed448" }), "EdDSA needs a key of the curve Ed25519"),
        (Key::rs256(), json!({ "kty": "EC" }), "RS256 needs an RSA key"),
        (Key::es384(), json!({ "y": null }), "The key lacks y"),
    ];
    for (mut key, change, expected) in cases {
        key.jwk.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let reply = scene.stranger(key).await.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
        assert_eq!(reply.problem(), format!("400 badPublicKey: {expected}"));
    }
}
