//! draft-ietf-acme-profiles, and RFC 8555 section 7.4: what kind of certificate is ordered.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rcgen::KeyPair;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::*;

const NAMES: [&str; 1] = ["a.example.test"];

/// From when until when the certificate of an order is valid, in seconds.
async fn span(scene: &Scene, client: &Client, members: Value) -> (i64, i64) {
    let order = scene.ready_with(client, &NAMES, members).await;
    let certificate = scene.certificate_of(client, &order, &NAMES, &KeyPair::generate().unwrap()).await;
    let (_, parsed) = X509Certificate::from_der(&certificate).unwrap();
    (parsed.validity().not_before.timestamp(), parsed.validity().not_after.timestamp())
}

async fn days(scene: &Scene, client: &Client, members: Value) -> i64 {
    let (from, until) = span(scene, client, members).await;
    (until - from) / 86_400
}

fn moment(hours: i64) -> Timestamp {
    (Timestamp::now() + SignedDuration::from_hours(hours)).round(jiff::Unit::Second).unwrap()
}

#[tokio::test]
async fn each_profile_has_its_lifetime_and_the_first_is_for_who_names_none() {
    let scene = Scene::start();
    let client = scene.customer().await;
    assert_eq!(days(&scene, &client, json!({})).await, 90);
    assert_eq!(days(&scene, &client, json!({ "profile": "classic" })).await, 90);
    assert_eq!(days(&scene, &client, json!({ "profile": "shortlived" })).await, 6);
    let profiles = [1, 2, 3].map(|number| client.url(&format!("/order/{number}")));
    for (order, expected) in profiles.iter().zip(["classic", "classic", "shortlived"]) {
        assert_eq!(client.read(order).await["profile"], expected);
    }
}

#[tokio::test]
async fn a_profile_that_is_not_in_the_directory_is_invalid() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for profile in [json!("tlsserver"), json!(""), json!(1)] {
        let reply = client.new_order_with(&NAMES, json!({ "profile": profile })).await;
        assert_eq!(reply.problem(), format!("400 invalidProfile: There is no profile {profile}"));
    }
}

#[tokio::test]
async fn profiles_can_be_others_or_none() {
    let lifetime = Some(Duration::from_secs(86_400));
    let scene = Scene::with(|manners| manners.profiles = vec![Profile::new("daily", "A day", lifetime)]);
    let client = scene.customer().await;
    assert_eq!(client.directory["meta"]["profiles"], json!({ "daily": "A day" }));
    assert_eq!(days(&scene, &client, json!({})).await, 1);
    scene.ca.manners(|manners| manners.profiles.clear());
    let client = scene.customer().await;
    assert_eq!(client.directory["meta"].get("profiles"), None);
    assert_eq!(client.order(&NAMES).await.1.get("profile"), None);
    assert_eq!(client.new_order_with(&NAMES, json!({ "profile": "daily" })).await.status, 400);
}

#[tokio::test]
async fn dates_cannot_be_asked_for() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for name in ["notBefore", "notAfter"] {
        let reply = client.new_order_with(&NAMES, json!({ name: moment(24) })).await;
        assert_eq!(reply.problem(), "400 malformed: notBefore and notAfter are not supported");
    }
}

#[tokio::test]
async fn dates_can_be_asked_for_where_the_manners_allow_it() {
    let scene = Scene::with(|manners| manners.dates_on_request = true);
    let client = scene.customer().await;
    let (from, until) = (moment(1), moment(24));
    let both = json!({ "notBefore": from, "notAfter": until });
    assert_eq!(span(&scene, &client, both).await, (from.as_second(), until.as_second()));
    let order = client.read(&client.url("/order/1")).await;
    assert_eq!((&order["notBefore"], &order["notAfter"]), (&json!(from), &json!(until)));
    assert_eq!(span(&scene, &client, json!({ "notAfter": until })).await.1, until.as_second());
    let later = span(&scene, &client, json!({ "notBefore": from, "profile": "shortlived" })).await;
    assert_eq!(later, (from.as_second(), from.as_second() + 6 * 86_400));
}

#[tokio::test]
async fn dates_that_make_no_sense_are_malformed() {
    let scene = Scene::with(|manners| manners.dates_on_request = true);
    let client = scene.customer().await;
    let cases = [
        (json!({ "notAfter": "tomorrow" }), "notAfter is no date: \"tomorrow\""),
        (json!({ "notBefore": 0 }), "notBefore is no date: 0"),
        (json!({ "notBefore": moment(2), "notAfter": moment(1) }), "The certificate would never be valid"),
        (json!({ "notAfter": moment(-1), "notBefore": moment(-2) }), "The certificate would never be valid"),
        (json!({ "notAfter": moment(91 * 24) }), "Certificates are valid for 7776000 seconds at most"),
        (
            json!({ "notAfter": moment(7 * 24), "profile": "shortlived" }),
            "Certificates are valid for 518400 seconds at most",
        ),
    ];
    for (members, expected) in cases {
        let reply = client.new_order_with(&NAMES, members).await;
        assert_eq!(reply.problem(), format!("400 malformed: {expected}"));
    }
}
