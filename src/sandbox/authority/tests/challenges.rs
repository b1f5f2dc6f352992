//! RFC 8555 sections 7.5.1 and 8.4: how names are proven, and how they are not.

use super::client::problem;
use super::*;

/// Orders, answers all challenges, and gives the order's status and problem.
async fn outcome(client: &Client, names: &[&str]) -> String {
    let (url, order) = client.order(names).await;
    client.answer_challenges(&order).await;
    let order = client.read(&url).await;
    format!("{} {}", order["status"].as_str().unwrap(), problem(&order["error"]))
}

#[tokio::test]
async fn a_challenge_that_was_met_says_when_and_leads_to_its_authorization() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.ready(&client, &["a.example.test"]).await;
    let reply = client.look(&client.url("/challenge/1")).await;
    assert_eq!(reply.links(), ["</authorization/1>;rel=\"up\"", "</directory>;rel=\"index\""]);
    let challenge = reply.json();
    assert_eq!(challenge["status"], "valid");
    challenge["validated"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    let authorization = client.read(&client.url("/authorization/1")).await;
    assert_eq!((&authorization["status"], &authorization["challenges"]), (&json!("valid"), &json!([challenge])));
}

#[tokio::test]
async fn a_missing_txt_makes_challenge_authorization_and_order_invalid() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let expected = "400 dns: DNS problem: NXDOMAIN looking up TXT for _acme-challenge.a.example.test";
    assert_eq!(outcome(&client, &["a.example.test"]).await, format!("invalid {expected}"));
    let authorization = client.read(&client.url("/authorization/1")).await;
    let challenge = &authorization["challenges"][0];
    assert_eq!((&authorization["status"], &challenge["status"]), (&json!("invalid"), &json!("invalid")));
    assert_eq!((problem(&challenge["error"]).as_str(), challenge.get("validated")), (expected, None));
}

#[tokio::test]
async fn a_wrong_txt_is_unauthorized_and_told() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.host.add_record("_acme-challenge.a TXT \"wrong\"").unwrap();
    let expected = "403 unauthorized: Incorrect TXT record \"wrong\" found at _acme-challenge.a.example.test";
    assert_eq!(outcome(&client, &["a.example.test"]).await, format!("invalid {expected}"));
}

#[tokio::test]
async fn a_challenge_name_with_other_records_has_no_txt() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.host.add_record("_acme-challenge.a A 192.0.2.1").unwrap();
    let expected = "403 unauthorized: No TXT record found at _acme-challenge.a.example.test";
    assert_eq!(outcome(&client, &["a.example.test"]).await, format!("invalid {expected}"));
}

#[tokio::test]
async fn the_right_txt_is_found_among_others_and_behind_a_cname() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.host.add_record("_acme-challenge.a CNAME elsewhere").unwrap();
    scene.host.add_record("elsewhere TXT \"wrong\"").unwrap();
    let (url, order) = client.order(&["a.example.test"]).await;
    let authorization = client.read(&client.url("/authorization/1")).await;
    let text = client.txt(authorization["challenges"][0]["token"].as_str().unwrap());
    scene.host.add_record(&format!("elsewhere TXT {text:?}")).unwrap();
    client.answer_challenges(&order).await;
    assert_eq!(client.read(&url).await["status"], "ready");
}

#[tokio::test]
async fn the_txt_for_another_account_proves_nothing() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let (url, order) = client.order(&["a.example.test"]).await;
    let authorization = client.read(&client.url("/authorization/1")).await;
    let text = other.txt(authorization["challenges"][0]["token"].as_str().unwrap());
    scene.host.add_record(&format!("_acme-challenge.a TXT {text:?}")).unwrap();
    client.answer_challenges(&order).await;
    assert_eq!(client.read(&url).await["status"], "invalid");
}

#[tokio::test]
async fn several_failing_names_are_subproblems() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.host.add_record("_acme-challenge.b TXT \"wrong\"").unwrap();
    let outcome = outcome(&client, &["a.example.test", "*.b.example.test"]).await;
    let expected = "invalid 403 compound: Several names could not be proven\
        ; a.example.test dns: DNS problem: NXDOMAIN looking up TXT for _acme-challenge.a.example.test\
        ; *.b.example.test unauthorized: Incorrect TXT record \"wrong\" found at _acme-challenge.b.example.test";
    assert_eq!(outcome, expected);
}

#[tokio::test]
async fn one_failing_name_among_others_fails_the_order_and_leaves_the_others_proven() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let (url, order) = client.order(&["a.example.test", "b.example.test"]).await;
    scene.publish(&client, &order).await;
    scene.host.remove("_acme-challenge.b").unwrap();
    client.answer_challenges(&order).await;
    let order = client.read(&url).await;
    let expected = "400 dns: DNS problem: NXDOMAIN looking up TXT for _acme-challenge.b.example.test";
    assert_eq!((&order["status"], problem(&order["error"]).as_str()), (&json!("invalid"), expected));
    assert_eq!(client.read(&client.url("/authorization/1")).await["status"], "valid");
}

#[tokio::test]
async fn a_resolver_that_fails_is_a_dns_problem() {
    let scene = Scene::start();
    let client = scene.customer().await;
    scene.resolver.misbehave(|manners| manners.servfail = true);
    let expected = "400 dns: DNS problem: Server Failure looking up TXT for _acme-challenge.a.example.test";
    assert_eq!(outcome(&client, &["a.example.test"]).await, format!("invalid {expected}"));
}

#[tokio::test]
async fn a_forbidden_name_fails_even_with_the_right_txt() {
    let scene = Scene::with(|manners| manners.forbidden = vec!["a.example.test".to_owned()]);
    let client = scene.customer().await;
    let order = client.read(&scene.ready(&client, &["a.example.test"]).await).await;
    let expected = "403 rejectedIdentifier: a.example.test is on the list of names that are not issued for";
    assert_eq!((&order["status"], problem(&order["error"]).as_str()), (&json!("invalid"), expected));
}

#[tokio::test]
async fn looking_at_a_challenge_does_not_answer_it() {
    let scene = Scene::start();
    let client = scene.customer().await;
    client.order(&["a.example.test"]).await;
    assert_eq!(client.read(&client.url("/challenge/1")).await["status"], "pending");
    let reply = client.post(&client.url("/challenge/1"), json!([])).await;
    assert_eq!(reply.problem(), "400 malformed: The payload must be {}");
    assert_eq!(client.read(&client.url("/authorization/1")).await["status"], "pending");
    assert_eq!(scene.resolver.queries(), [""; 0]);
}

#[tokio::test]
async fn a_challenge_is_looked_into_once() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let (url, order) = client.order(&["a.example.test"]).await;
    client.answer_challenges(&order).await;
    scene.publish(&client, &order).await;
    client.answer_challenges(&order).await;
    assert_eq!(client.read(&url).await["status"], "invalid");
    assert_eq!(scene.resolver.queries(), ["TXT _acme-challenge.a.example.test"]);
}

#[tokio::test]
async fn a_deactivated_authorization_cannot_be_proven() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let (url, order) = client.order(&["a.example.test"]).await;
    scene.publish(&client, &order).await;
    client.post(&client.url("/authorization/1"), json!({ "status": "deactivated" })).await;
    client.answer_challenges(&order).await;
    assert_eq!(client.read(&client.url("/challenge/1")).await["status"], "pending");
    assert_eq!(client.read(&client.url("/authorization/1")).await["status"], "deactivated");
    assert_eq!(client.read(&url).await["status"], "invalid");
    assert_eq!(scene.resolver.queries(), [""; 0]);
}

#[tokio::test]
async fn an_invalid_authorization_stays_invalid() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let (_, order) = client.order(&["a.example.test"]).await;
    client.answer_challenges(&order).await;
    let reply = client.post(&client.url("/authorization/1"), json!({ "status": "deactivated" })).await;
    assert_eq!((reply.status, &reply.json()["status"]), (200, &json!("invalid")));
}
