//! RFC 8555 section 7.3.5: a new key for an account.

use super::client::Reply;
use super::*;

/// What the new key signs, before it is spoiled.
struct Inner {
    protected: Value,
    payload: Value,
    signer: Key,
}

impl Inner {
    fn of(client: &Client, new: &Key) -> Inner {
        let protected = json!({ "alg": new.algorithm, "jwk": new.jwk, "url": client.url("/key-change") });
        let payload = json!({ "account": client.kid, "oldKey": client.key.jwk });
        Inner { protected, payload, signer: new.clone() }
    }

    fn document(&self) -> Value {
        self.signer.signed(&self.protected, &self.payload.to_string())
    }
}

async fn change(client: &Client, new: &Key) -> Reply {
    client.post("keyChange", Inner::of(client, new).document()).await
}

async fn change_with(client: &Client, spoil: impl FnOnce(&mut Inner)) -> String {
    let mut inner = Inner::of(client, &Key::es256());
    spoil(&mut inner);
    client.post("keyChange", inner.document()).await.problem()
}

#[tokio::test]
async fn an_account_goes_on_with_its_new_key_of_any_kind_and_not_with_the_old_one() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    for new in [Key::rs256(), Key::es384(), Key::ed25519(), Key::es256()] {
        let document = client.read(&account).await;
        let reply = change(&client, &new).await;
        assert_eq!((reply.status, reply.header("location"), reply.json()), (200, account.clone(), document));
        let refused = client.look(&account).await;
        assert!(refused.problem().starts_with("400 "), "{}", refused.body);
        client.key = new;
        assert_eq!(client.look(&account).await.status, 200);
    }
    assert_eq!(scene.ca.accounts(), 1);
}

#[tokio::test]
async fn challenges_are_met_with_the_new_key() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let (url, order) = client.order(&["a.example.test"]).await;
    let new = Key::es384();
    assert_eq!(change(&client, &new).await.status, 200);
    client.key = new;
    scene.publish(&client, &order).await;
    client.answer_challenges(&order).await;
    assert_eq!(client.read(&url).await["status"], "ready");
}

#[tokio::test]
async fn the_key_of_an_account_is_a_conflict_and_its_account_told() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    for taken in [&client, &other] {
        let reply = change(&client, &taken.key).await;
        assert_eq!(reply.problem(), "409 malformed: The new key is that of an account already");
        assert_eq!(Some(reply.header("location")), taken.kid);
    }
    assert_eq!(client.look(client.kid.as_ref().unwrap()).await.status, 200);
}

#[tokio::test]
async fn an_inner_part_for_something_else_is_malformed() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let url = change_with(&client, |inner| inner.protected["url"] = client.url("/new-order").into()).await;
    assert_eq!(url, "400 malformed: The inner part is for another URL than the request");
    let nonce = change_with(&client, |inner| inner.protected["nonce"] = "AAAA".into()).await;
    assert_eq!(nonce, "400 malformed: The inner part must not have a nonce");
    for account in [json!(other.kid), json!(null)] {
        let reply = change_with(&client, |inner| inner.payload["account"] = account).await;
        assert_eq!(reply, "400 malformed: The inner part is for another account than the request");
    }
    for key in [other.key.jwk.clone(), json!(null)] {
        let reply = change_with(&client, |inner| inner.payload["oldKey"] = key).await;
        assert_eq!(reply, "400 malformed: The old key is not that of the account");
    }
    assert_eq!(client.look(client.kid.as_ref().unwrap()).await.status, 200);
}

#[tokio::test]
async fn the_inner_part_is_signed_by_the_new_key() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let forged = change_with(&client, |inner| inner.signer = client.key.clone()).await;
    assert_eq!(forged, "400 malformed: The signature does not fit the key");
    let kid = change_with(&client, |inner| {
        let protected = inner.protected.as_object_mut().unwrap();
        protected.remove("jwk");
        protected.insert("kid".to_owned(), client.kid.clone().into());
    });
    assert_eq!(kid.await, "400 malformed: The inner part is signed by the new key, which stands in jwk");
    let algorithm = change_with(&client, |inner| inner.protected["alg"] = "none".into()).await;
    assert_eq!(algorithm, "400 badSignatureAlgorithm: none is not supported");
    for payload in [json!({}), json!("eyJ")] {
        let reply = client.post("keyChange", payload).await;
        assert_eq!(reply.problem(), "400 malformed: The inner part is no flattened JWS");
    }
}

#[tokio::test]
async fn a_key_change_without_account_is_refused() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let inner = Inner::of(&client, &Key::es256()).document();
    client.kid = None;
    let reply = client.post("keyChange", inner).await;
    assert_eq!(reply.problem(), "400 malformed: This request must be signed by an account");
}

#[tokio::test]
async fn a_key_change_whose_answer_is_lost_has_been_done() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let (account, new) = (client.kid.clone().unwrap(), Key::es256());
    scene.ca.manners(|manners| manners.lose_answers = [Stage::KeyChange].into());
    let refused = client.post("keyChange", json!({})).await;
    assert_eq!(refused.status, 400, "the answer to a bad request is not lost");
    let url = client.url("/key-change");
    let body = client.signed(&client.protected(&url).await, &Inner::of(&client, &new).document().to_string());
    assert!(client.try_send(client.request(&url, &body)).await.is_err());
    assert_eq!(client.look(&account).await.problem(), "400 malformed: The signature does not fit the key");
    client.key = new;
    assert_eq!(client.look(&account).await.status, 200);
    client.kid = None;
    let found = client.post("newAccount", json!({ "onlyReturnExisting": true })).await;
    assert_eq!((found.status, found.header("location")), (200, account));
}
