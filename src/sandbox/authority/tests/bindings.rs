//! RFC 8555 section 7.3.4: new accounts that an external account vouches for.

use aws_lc_rs::hmac;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};

use super::client::Reply;
use super::*;

const KID: &str = "kid-1";
const KEY: &str = "c2VjcmV0IG9mIHRoZSBleHRlcm5hbCBhY2NvdW50";

fn scene() -> Scene {
    Scene::with(|manners| manners.external_accounts = ExternalAccounts::required(&[(KID, KEY)]))
}

/// What is bound, before it is spoiled.
struct Binding {
    protected: Value,
    payload: String,
    key: &'static str,
}

impl Binding {
    fn of(client: &Client) -> Binding {
        let protected = json!({ "alg": "HS256", "kid": KID, "url": client.url("/new-account") });
        Binding { protected, payload: client.key.jwk.to_string(), key: KEY }
    }

    fn document(&self) -> Value {
        let algorithm = match self.protected["alg"].as_str() {
            Some("HS384") => hmac::HMAC_SHA384,
            Some("HS512") => hmac::HMAC_SHA512,
            _ => hmac::HMAC_SHA256,
        };
        let (protected, payload) = (BASE64URL.encode(self.protected.to_string()), BASE64URL.encode(&self.payload));
        let key = hmac::Key::new(algorithm, &BASE64URL.decode(self.key).unwrap());
        let mac = hmac::sign(&key, format!("{protected}.{payload}").as_bytes());
        json!({ "protected": protected, "payload": payload, "signature": BASE64URL.encode(mac) })
    }
}

async fn ask(client: &Client, binding: &Value) -> Reply {
    client.post("newAccount", json!({ "termsOfServiceAgreed": true, "externalAccountBinding": binding })).await
}

/// Asks with a binding that was changed.
async fn ask_with(scene: &Scene, change: impl FnOnce(&mut Binding)) -> Reply {
    let client = scene.stranger(Key::es256()).await;
    let mut binding = Binding::of(&client);
    change(&mut binding);
    ask(&client, &binding.document()).await
}

#[tokio::test]
async fn the_directory_says_whether_new_accounts_must_be_bound() {
    let client = scene().stranger(Key::es256()).await;
    assert_eq!(client.directory["meta"]["externalAccountRequired"], true);
}

#[tokio::test]
async fn a_bound_account_is_made_and_shows_its_binding() {
    let scene = scene();
    for algorithm in ["HS256", "HS384", "HS512"] {
        let mut client = scene.stranger(Key::rs256()).await;
        let mut binding = Binding::of(&client);
        binding.protected["alg"] = algorithm.into();
        let reply = ask(&client, &binding.document()).await;
        assert_eq!((reply.status, &reply.json()["externalAccountBinding"]), (201, &binding.document()));
        client.kid = Some(reply.header("location"));
        assert_eq!(client.read(&reply.header("location")).await["externalAccountBinding"], binding.document());
    }
}

#[tokio::test]
async fn an_account_without_binding_is_not_made_and_a_known_one_found() {
    let scene = scene();
    let client = scene.stranger(Key::es256()).await;
    let reply = client.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
    let expected = "403 externalAccountRequired: New accounts must be bound to an external account";
    assert_eq!((reply.problem().as_str(), scene.ca.accounts()), (expected, 0));
    assert_eq!(ask(&client, &Binding::of(&client).document()).await.status, 201);
    assert_eq!(client.post("newAccount", json!({ "onlyReturnExisting": true })).await.status, 200);
}

#[tokio::test]
async fn a_binding_for_something_else_is_malformed() {
    let scene = scene();
    let inner = |what: &str| format!("400 malformed: The binding {what}");
    let url = ask_with(&scene, |binding| binding.protected["url"] = "https://ca.test/new-account".into()).await;
    assert_eq!(url.problem(), inner("is for another URL than the request"));
    let nonce = ask_with(&scene, |binding| binding.protected["nonce"] = "AAAA".into()).await;
    assert_eq!(nonce.problem(), inner("must not have a nonce"));
    let kid = ask_with(&scene, |binding| {
        let protected = binding.protected.as_object_mut().unwrap();
        protected.remove("kid");
        protected.insert("jwk".to_owned(), json!({}));
    });
    assert_eq!(kid.await.problem(), inner("names its key with kid"));
    for payload in [Key::es256().jwk.to_string(), "{}".to_owned(), String::new()] {
        let key = ask_with(&scene, |binding| binding.payload = payload).await;
        assert_eq!(key.problem(), inner("is for another key than that of the request"));
    }
    for algorithm in ["none", "ES256"] {
        let reply = ask_with(&scene, |binding| binding.protected["alg"] = algorithm.into()).await;
        assert_eq!(reply.problem(), format!("400 malformed: {algorithm} is no MAC-based algorithm"));
    }
    assert_eq!(scene.ca.accounts(), 0);
}

#[tokio::test]
async fn a_binding_of_another_form_is_malformed() {
    let scene = scene();
    let client = scene.stranger(Key::es256()).await;
    for binding in [json!("eyJ..."), json!({}), json!({ "protected": "e30", "payload": "" })] {
        assert_eq!(ask(&client, &binding).await.problem(), "400 malformed: The inner part is no flattened JWS");
    }
}

#[tokio::test]
async fn an_unknown_external_account_and_a_wrong_mac_are_unauthorized() {
    let scene = scene();
    let unknown = ask_with(&scene, |binding| binding.protected["kid"] = "kid-2".into()).await;
    assert_eq!(unknown.problem(), "403 unauthorized: There is no such external account");
    let wrong = ask_with(&scene, |binding| binding.key = "d3Jvbmc").await;
    assert_eq!(wrong.problem(), "403 unauthorized: The MAC does not fit the key of the external account");
    assert_eq!(scene.ca.accounts(), 0);
}

#[tokio::test]
async fn an_external_account_is_good_for_one_account_where_the_manners_say_so() {
    let scene = scene();
    assert_eq!(ask_with(&scene, |_| ()).await.status, 201);
    assert_eq!(ask_with(&scene, |_| ()).await.status, 201);
    scene.ca.manners(|manners| manners.external_accounts.once = true);
    let again = ask_with(&scene, |_| ()).await;
    assert_eq!(again.problem(), "403 unauthorized: The external account is bound already");
}

#[tokio::test]
async fn a_binding_is_left_aside_where_nobody_vouches_and_checked_where_somebody_may() {
    let scene = Scene::start();
    let reply = ask_with(&scene, |binding| binding.key = "d3Jvbmc").await;
    assert_eq!((reply.status, reply.json().get("externalAccountBinding")), (201, None));
    scene.ca.manners(|manners| manners.external_accounts.keys = [(KID.to_owned(), KEY.to_owned())].into());
    assert_eq!(ask_with(&scene, |binding| binding.key = "d3Jvbmc").await.status, 403);
    assert!(ask_with(&scene, |_| ()).await.json()["externalAccountBinding"].is_object());
}
