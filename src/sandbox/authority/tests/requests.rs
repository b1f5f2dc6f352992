//! RFC 8555 section 6 (and 7.1.1, 7.2): what every request has to keep to.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};

use super::client::Reply;
use super::*;

/// Orders with a protected header that was changed.
pub async fn order_with_header(client: &Client, change: impl FnOnce(&mut Value)) -> Reply {
    let url = client.url("/new-order");
    let mut protected = client.protected(&url).await;
    change(&mut protected);
    client.post_body(&url, &client.signed(&protected, "{}")).await
}

#[tokio::test]
async fn the_directory_names_every_resource_and_the_terms() {
    let client = Scene::start().stranger(Key::es256()).await;
    let expected = json!({
        "newNonce": client.url("/nonce"),
        "newAccount": client.url("/new-account"),
        "newOrder": client.url("/new-order"),
        "revokeCert": client.url("/revoke"),
        "keyChange": client.url("/key-change"),
        "renewalInfo": client.url("/renewal-info"),
        "meta": {
            "termsOfService": client.url("/terms"),
            "website": client.url("/"),
            "caaIdentities": ["sandbox.test"],
            "externalAccountRequired": false,
            "profiles": { "classic": "What most clients want", "shortlived": "Six days, for who renews by itself" },
        },
    });
    assert_eq!(client.directory, expected);
}

#[tokio::test]
async fn directory_and_nonce_are_also_given_to_a_post_as_get() {
    let scene = Scene::start();
    let client = scene.customer().await;
    assert_eq!(client.read(&client.url("/directory")).await, client.directory);
    let reply = client.look(&client.url("/nonce")).await;
    assert_eq!((reply.status, reply.body.as_str()), (204, ""));
}

#[tokio::test]
async fn nonces_are_given_to_head_and_get_and_not_to_caches() {
    let scene = Scene::start();
    let client = scene.stranger(Key::es256()).await;
    let head = client.send(client.head_nonce()).await;
    let get = client.get(&client.url("/nonce")).await;
    for (reply, status) in [(&head, 200), (&get, 204)] {
        assert_eq!((reply.status, reply.header("cache-control").as_str()), (status, "no-store"));
        assert_eq!(reply.links(), ["</directory>;rel=\"index\""]);
        let nonce = reply.header("replay-nonce");
        assert_eq!(BASE64URL.encode(BASE64URL.decode(&nonce).unwrap()), nonce);
    }
    assert_ne!(head.header("replay-nonce"), get.header("replay-nonce"));
}

#[tokio::test]
async fn a_nonce_is_good_once() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let body = client.signed(&client.protected(&account).await, "");
    assert_eq!(client.post_body(&account, &body).await.status, 200);
    let again = client.post_body(&account, &body).await;
    assert_eq!(again.problem(), "400 badNonce: This nonce is not good any more");
}

#[tokio::test]
async fn the_nonce_of_an_answer_is_good_even_that_of_a_bad_nonce() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let refused = order_with_header(&client, |header| header["nonce"] = "made-up".into()).await;
    assert_eq!(refused.problem(), "400 badNonce: This nonce is not good any more");
    let next = order_with_header(&client, |header| header["nonce"] = refused.header("replay-nonce").into()).await;
    assert_eq!(next.problem(), "400 malformed: An order has 1 to 100 identifiers");
}

#[tokio::test]
async fn a_request_without_nonce_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let reply = order_with_header(&client, |header| drop(header.as_object_mut().unwrap().remove("nonce"))).await;
    assert_eq!(reply.problem(), "400 badNonce: This nonce is not good any more");
}

#[tokio::test]
async fn bad_manners_refuse_good_nonces_too() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.ca.manners(|manners| manners.bad_nonces = 100);
    let reply = client.new_order(&["a.example.test"]).await;
    assert_eq!(reply.problem(), "400 badNonce: This nonce is not good any more");
}

#[tokio::test]
async fn a_request_without_user_agent_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let body = client.signed(&client.protected(&account).await, "");
    let reply = client.send(client.bare(&account, &body).header("content-type", "application/jose+json")).await;
    assert_eq!(reply.problem(), "400 malformed: A User-Agent is needed (RFC 8555 section 6.1)");
}

#[tokio::test]
async fn a_request_of_another_content_type_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let body = client.signed(&client.protected(&account).await, "");
    let request = client.bare(&account, &body).header("user-agent", "tests");
    let reply = client.send(request.header("content-type", "application/json")).await;
    assert_eq!(reply.problem(), "415 malformed: The content type must be application/jose+json");
}

#[tokio::test]
async fn a_request_that_is_signed_for_another_url_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let reply = order_with_header(&client, |header| header["url"] = client.url("/new-account").into()).await;
    assert_eq!(reply.problem(), "401 unauthorized: The request is signed for another URL than /new-order");
}

#[tokio::test]
async fn an_account_can_only_be_used_with_its_own_key() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    client.key = Key::es256();
    let reply = client.new_order(&["a.example.test"]).await;
    assert_eq!(reply.problem(), "400 malformed: The signature does not fit the key");
}

#[tokio::test]
async fn a_header_needs_jwk_or_kid_and_not_both() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let both = order_with_header(&client, |header| header["jwk"] = client.key.jwk.clone()).await;
    let neither = order_with_header(&client, |header| drop(header.as_object_mut().unwrap().remove("kid"))).await;
    for reply in [both, neither] {
        assert_eq!(reply.problem(), "400 malformed: The header needs jwk or kid, and not both");
    }
}

#[tokio::test]
async fn only_new_account_is_signed_by_a_bare_key() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let reply = client.post("newAccount", json!({})).await;
    assert_eq!(reply.problem(), "400 malformed: newAccount is signed by the new key itself");
    client.kid = None;
    let reply = client.new_order(&["a.example.test"]).await;
    assert_eq!(reply.problem(), "400 malformed: This request must be signed by an account");
}

#[tokio::test]
async fn a_body_with_an_unprotected_header_is_no_request() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let mut body = client.signed(&client.protected(&account).await, "");
    body["header"] = json!({ "kid": account });
    let reply = client.post_body(&account, &body).await;
    assert_eq!(reply.problem(), "400 malformed: The body is no flattened JWS");
}

#[tokio::test]
async fn a_get_of_an_object_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let reply = client.get(client.kid.as_ref().unwrap()).await;
    assert_eq!(reply.problem(), "405 malformed: Objects are read with POST (RFC 8555 section 6.3)");
}

#[tokio::test]
async fn every_answer_to_a_post_has_a_new_nonce_and_a_link_to_the_directory() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let body = client.signed(&client.protected(&account).await, "");
    let replies = [
        (201, client.new_order(&["a.example.test"]).await),
        (200, client.look(&account).await),
        (400, client.new_order(&[]).await),
        (404, client.look(&client.url("/nothing")).await),
        (400, client.send(client.bare(&account, &body)).await),
        (415, client.send(client.bare(&account, &body).header("user-agent", "tests")).await),
        (403, client.look(&scene.customer().await.kid.unwrap()).await),
    ];
    let mut nonces: Vec<String> = replies.iter().map(|(_, reply)| reply.header("replay-nonce")).collect();
    nonces.sort();
    nonces.dedup();
    assert_eq!((nonces.len(), nonces.contains(&String::new())), (replies.len(), false));
    for (status, reply) in replies {
        assert_eq!((reply.status, reply.links()), (status, vec!["</directory>;rel=\"index\"".to_owned()]));
    }
}
