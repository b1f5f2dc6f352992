//! RFC 8555 section 6.7: every problem, whenever a test wants it.

use rcgen::KeyPair;

use super::client::problem;
use super::*;

const NAMES: [&str; 1] = ["a.example.test"];

fn refuse(scene: &Scene, stage: Stage, problem: Problem) {
    scene.ca.manners(|manners| manners.refuse_next.push_back((stage, problem)));
}

#[tokio::test]
async fn every_type_of_problem_can_be_had_and_the_next_request_goes_through() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for (kind, status, detail) in PROBLEM_TYPES {
        refuse(&scene, Stage::NewOrder, Problem::usual(kind));
        let reply = client.new_order(&NAMES).await;
        assert_eq!((reply.status, reply.problem()), (status, format!("{status} {kind}: {detail}")));
        assert!(!reply.header("replay-nonce").is_empty());
        assert_eq!(client.new_order(&NAMES).await.status, 201);
    }
}

#[tokio::test]
async fn every_kind_of_request_can_be_refused_and_nothing_is_done() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &NAMES).await;
    let certificate = scene.certificate_of(&client, &order, &NAMES, &KeyPair::generate().unwrap()).await;
    assert!(!certificate.is_empty());
    let stages = [
        (Stage::Account, "/account/1"),
        (Stage::Orders, "/account/1/orders"),
        (Stage::KeyChange, "/key-change"),
        (Stage::NewOrder, "/new-order"),
        (Stage::Order, "/order/1"),
        (Stage::Finalize, "/order/1/finalize"),
        (Stage::Authorization, "/authorization/1"),
        (Stage::Challenge, "/challenge/1"),
        (Stage::Certificate, "/certificate/1/alternate"),
        (Stage::Revoke, "/revoke"),
    ];
    for (stage, path) in stages {
        refuse(&scene, stage, Problem::new(503, "serverInternal", "Come back later").with_retry_after("120"));
        let reply = client.look(&client.url(path)).await;
        assert_eq!(reply.problem(), "503 serverInternal: Come back later", "{stage:?}");
        assert_eq!(reply.header("retry-after"), "120");
    }
    scene.ca.manners(|manners| assert!(manners.refuse_next.is_empty()));
}

#[tokio::test]
async fn requests_without_signature_can_be_refused_too() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let paths =
        [(Stage::Directory, "/directory"), (Stage::Nonce, "/nonce"), (Stage::RenewalInfo, "/renewal-info/AAAA.AAAA")];
    for (stage, path) in paths {
        refuse(&scene, stage, Problem::usual("rateLimited").with_retry_after("3600"));
        let reply = client.get(&client.url(path)).await;
        assert_eq!(reply.problem(), "429 rateLimited: Too many requests of this kind", "{stage:?}");
        assert_eq!(reply.header("retry-after"), "3600");
    }
}

#[tokio::test]
async fn a_refusal_waits_for_a_request_that_is_good_and_of_its_kind() {
    let scene = Scene::start();
    let client = scene.customer().await;
    refuse(&scene, Stage::NewOrder, Problem::usual("caa"));
    scene.ca.manners(|manners| manners.bad_nonces = 100);
    let nonce = client.new_order(&NAMES).await;
    assert_eq!(nonce.problem(), "400 badNonce: This nonce is not good any more");
    scene.ca.manners(|manners| manners.bad_nonces = 0);
    assert_eq!(client.look(client.kid.as_ref().unwrap()).await.status, 200);
    let refused = client.new_order(&NAMES).await;
    assert_eq!(refused.problem(), "403 caa: CAA records forbid the CA to issue a certificate");
}

#[tokio::test]
async fn a_problem_has_the_subproblems_members_and_type_that_it_was_given() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let whole = Problem::usual("rejectedIdentifier")
        .with_subproblem("a.example.test", Problem::usual("caa"))
        .with_subproblem("b.example.test", Problem::new(403, "rejectedIdentifier", "Too famous"));
    refuse(&scene, Stage::NewOrder, whole);
    let expected = "400 rejectedIdentifier: There are no certificates for this name\
        ; a.example.test caa: CAA records forbid the CA to issue a certificate\
        ; b.example.test rejectedIdentifier: Too famous";
    assert_eq!(client.new_order(&NAMES).await.problem(), expected);
    let other = Problem::new(418, "about:blank", "Short and stout").with("title", "I'm a teapot".into());
    refuse(&scene, Stage::NewOrder, other.with("instance", "/pot".into()));
    let expected = json!({
        "type": "about:blank",
        "detail": "Short and stout",
        "status": 418,
        "title": "I'm a teapot",
        "instance": "/pot",
    });
    assert_eq!(client.new_order(&NAMES).await.json(), expected);
}

#[tokio::test]
async fn new_terms_are_told_with_where_to_read_and_where_to_agree() {
    let scene = Scene::start();
    let client = scene.customer().await;
    refuse(&scene, Stage::NewOrder, scene.ca.new_terms());
    let reply = client.new_order(&NAMES).await;
    assert_eq!(reply.problem(), "403 userActionRequired: The terms of service have changed");
    assert_eq!(reply.json()["instance"], client.url("/terms/agreement"));
    assert_eq!(reply.links(), ["</terms>;rel=\"terms-of-service\"", "</directory>;rel=\"index\""]);
    assert_eq!(client.get(&client.url("/terms/agreement")).await.status, 200);
}

#[tokio::test]
async fn challenges_fail_for_the_reason_that_a_name_was_given() {
    for kind in ["caa", "connection", "dns", "incorrectResponse", "tls", "unauthorized"] {
        let failing = (NAMES[0].to_owned(), Problem::usual(kind));
        let scene = Scene::with(|manners| manners.failing_names = vec![failing.clone()]);
        let client = scene.customer().await;
        let order = client.read(&scene.ready(&client, &NAMES).await).await;
        assert_eq!((&order["status"], &order["error"]), (&json!("invalid"), &failing.1.json()));
        let challenge = client.read(&client.url("/challenge/1")).await;
        assert_eq!((&challenge["status"], &challenge["error"]), (&json!("invalid"), &failing.1.json()));
    }
}

#[tokio::test]
async fn an_order_can_come_to_nothing_after_it_was_finalized() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let order = scene.ready(&client, &NAMES).await;
    scene.ca.manners(|manners| manners.invalidate_next = [Problem::usual("caa")].into());
    let key = KeyPair::generate().unwrap();
    let reply = client.finalize(&order, &NAMES, &key).await;
    let expected = "403 caa: CAA records forbid the CA to issue a certificate";
    for document in [reply.json(), client.read(&order).await] {
        assert_eq!((&document["status"], problem(&document["error"]).as_str()), (&json!("invalid"), expected));
    }
    let again = client.finalize(&order, &NAMES, &key).await;
    assert_eq!(again.problem(), "403 orderNotReady: The order is invalid");
    assert_eq!(scene.ca.certificates().len(), 0);
}
