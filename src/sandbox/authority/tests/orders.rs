//! RFC 8555 section 7.4: orders, up to being ready.

use jiff::{SignedDuration, Timestamp};

use super::*;

#[tokio::test]
async fn a_new_order_is_pending_and_names_its_parts() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let (url, mut order) = client.order(&["example.test", "*.example.test"]).await;
    let expires: Timestamp = order["expires"].take().as_str().unwrap().parse().unwrap();
    assert!(expires > Timestamp::now() + SignedDuration::from_hours(24));
    let expected = json!({
        "status": "pending",
        "expires": null,
        "identifiers": [{ "type": "dns", "value": "example.test" }, { "type": "dns", "value": "*.example.test" }],
        "authorizations": [client.url("/authorization/1"), client.url("/authorization/2")],
        "finalize": client.url("/order/1/finalize"),
        "profile": "classic",
    });
    assert_eq!((url, order), (client.url("/order/1"), expected));
}

#[tokio::test]
async fn the_authorization_of_a_wildcard_is_for_its_base_and_says_so() {
    let scene = Scene::start();
    let client = scene.customer().await;
    client.order(&["*.example.test"]).await;
    let mut authorization = client.read(&client.url("/authorization/1")).await;
    let token = authorization["challenges"][0]["token"].take();
    assert!(token.as_str().is_some_and(|token| token.len() >= 22), "128 bits (section 8.3)");
    authorization["expires"].take();
    let challenge = json!({ "type": "dns-01", "url": client.url("/challenge/1"), "token": null, "status": "pending" });
    let expected = json!({
        "status": "pending",
        "expires": null,
        "identifier": { "type": "dns", "value": "example.test" },
        "challenges": [challenge],
        "wildcard": true,
    });
    assert_eq!(authorization, expected);
}

#[tokio::test]
async fn an_order_lists_all_that_is_wrong_with_its_names() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let names = ["a.example.test", "UPPER.example.test", "a..test", "a.*.test", "127.0.0.1"];
    let problem = client.new_order(&names).await.problem();
    let subproblems: String =
        names[1..].iter().map(|name| format!("; {name} rejectedIdentifier: {name:?} is not issued for")).collect();
    assert_eq!(problem, format!("400 rejectedIdentifier: Some names are not issued for{subproblems}"));
}

#[tokio::test]
async fn an_order_without_names_or_with_too_many_is_refused() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let names: Vec<String> = (0..101).map(|number| format!("{number}.example.test")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for names in [&[], names.as_slice()] {
        let reply = client.new_order(names).await;
        assert_eq!(reply.problem(), "400 malformed: An order has 1 to 100 identifiers");
    }
    assert_eq!(client.new_order(&names[1..]).await.status, 201);
}

#[tokio::test]
async fn only_dns_names_are_issued_for() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let asked = json!({ "identifiers": [{ "type": "ip", "value": "192.0.2.1" }] });
    let reply = client.post("newOrder", asked).await;
    assert_eq!(reply.problem(), "400 unsupportedIdentifier: Identifiers of type \"ip\" are not supported");
}

#[tokio::test]
async fn no_name_stands_twice_nor_beside_its_wildcard() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let twice = client.new_order(&["a.example.test", "a.example.test"]).await;
    assert_eq!(twice.problem(), "400 malformed: A name stands twice in the request");
    let covered = client.new_order(&["*.example.test", "a.example.test"]).await;
    let detail = r#"Domain name "a.example.test" is redundant with a wildcard domain in the same request"#;
    assert_eq!(covered.problem(), format!("400 malformed: {detail}"));
    assert_eq!(client.new_order(&["*.example.test", "example.test", "a.b.example.test"]).await.status, 201);
}

#[tokio::test]
async fn objects_of_another_account_are_forbidden_and_unknown_ones_not_found() {
    let scene = Scene::start();
    let (owner, other) = (scene.customer().await, scene.customer().await);
    let order = scene.ready(&owner, &["a.example.test"]).await;
    let key = rcgen::KeyPair::generate().unwrap();
    assert_eq!(owner.finalize(&order, &["a.example.test"], &key).await.status, 200);
    for (kind, behind) in
        [("order", ""), ("order", "/finalize"), ("authorization", ""), ("challenge", ""), ("certificate", "")]
    {
        let theirs = other.look(&other.url(&format!("/{kind}/1{behind}"))).await;
        assert_eq!(theirs.problem(), "403 unauthorized: This belongs to another account");
        for number in ["2", "0", "x"] {
            let nothing = owner.look(&owner.url(&format!("/{kind}/{number}{behind}"))).await;
            assert_eq!(nothing.problem(), "404 malformed: There is no such object");
        }
    }
}

#[tokio::test]
async fn proven_names_make_the_next_order_ready_at_once_where_reuse_is_on() {
    let scene = Scene::with(|manners| manners.reuse_authorizations = true);
    let client = scene.customer().await;
    let first = client.read(&scene.ready(&client, &["a.example.test"]).await).await;
    let (_, second) = client.order(&["a.example.test"]).await;
    assert_eq!((&second["status"], &second["authorizations"]), (&json!("ready"), &first["authorizations"]));
    let (_, wider) = client.order(&["a.example.test", "b.example.test"]).await;
    assert_eq!((&wider["status"], &wider["authorizations"][0]), (&json!("pending"), &first["authorizations"][0]));
    let (_, stranger) = scene.customer().await.order(&["a.example.test"]).await;
    assert_eq!(stranger["status"], "pending");
    scene.ca.manners(|manners| manners.reuse_authorizations = false);
    assert_eq!(client.order(&["a.example.test"]).await.1["status"], "pending");
}

#[tokio::test]
async fn a_deactivated_authorization_is_not_used_again() {
    let scene = Scene::with(|manners| manners.reuse_authorizations = true);
    let client = scene.customer().await;
    let order = scene.ready(&client, &["a.example.test"]).await;
    let reply = client.post(&client.url("/authorization/1"), json!({ "status": "deactivated" })).await;
    assert_eq!((reply.status, &reply.json()["status"]), (200, &json!("deactivated")));
    assert_eq!(client.read(&order).await["status"], "invalid");
    assert_eq!(client.order(&["a.example.test"]).await.1["status"], "pending");
}
