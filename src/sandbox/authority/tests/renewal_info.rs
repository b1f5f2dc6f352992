//! RFC 9773: renewal information, and orders that replace a certificate.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use jiff::{SignedDuration, Timestamp};
use rcgen::KeyPair;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::client::Reply;
use super::*;
use crate::serve::Failure;

const NAMES: [&str; 1] = ["a.example.test"];
const NOBODY: &str = "aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE";

/// A client and the identifier of its certificate, which is made as section 4.1 says.
async fn with_certificate(scene: &Scene) -> (Client, String) {
    let client = scene.customer().await;
    let der = scene.certificate(&client, &NAMES, &KeyPair::generate().unwrap()).await;
    let (_, parsed) = X509Certificate::from_der(&der).unwrap();
    let chain = client.look(&client.url("/certificate/1")).await.body;
    let intermediate = pem::parse_many(chain).unwrap().remove(1);
    let (_, intermediate) = X509Certificate::from_der(intermediate.contents()).unwrap();
    let key = intermediate.iter_extensions().find_map(|extension| match extension.parsed_extension() {
        x509_parser::extensions::ParsedExtension::SubjectKeyIdentifier(key) => Some(key.0.to_vec()),
        _ => None,
    });
    let id = format!("{}.{}", BASE64URL.encode(key.unwrap()), BASE64URL.encode(parsed.raw_serial()));
    assert_eq!(scene.ca.certificates().last().unwrap().id, id);
    (client, id)
}

async fn ask(client: &Client, id: &str) -> Reply {
    client.get(&format!("{}/{id}", client.directory["renewalInfo"].as_str().unwrap())).await
}

fn window(reply: &Reply) -> (Timestamp, Timestamp) {
    assert_eq!((reply.status, reply.header("content-type").as_str()), (200, "application/json"));
    let window = &reply.json()["suggestedWindow"];
    let moment = |name: &str| window[name].as_str().unwrap().parse().unwrap();
    (moment("start"), moment("end"))
}

async fn replace(client: &Client, names: &[&str], id: &str) -> Reply {
    client.new_order_with(names, json!({ "replaces": id })).await
}

#[tokio::test]
async fn a_certificate_should_be_renewed_when_two_thirds_of_its_life_are_over() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    let reply = ask(&client, &id).await;
    let (start, end) = window(&reply);
    let expected = Timestamp::now() + SignedDuration::from_hours(60 * 24);
    assert!(start < expected && expected < end && end - start == SignedDuration::from_secs(155_520));
    assert_eq!((reply.header("retry-after").as_str(), reply.json().get("explanationURL")), ("21600", None));
}

#[tokio::test]
async fn a_revoked_certificate_should_be_renewed_at_once() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    let certificate = pem::parse(&scene.ca.certificates()[0].pem).unwrap().into_contents();
    client.post("revokeCert", json!({ "certificate": BASE64URL.encode(certificate) })).await;
    assert!(window(&ask(&client, &id).await).1 <= Timestamp::now());
}

#[tokio::test]
async fn the_suggestion_for_one_certificate_goes_before_that_for_all() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    let (start, end) = ("2040-01-01T00:00:00Z".parse().unwrap(), "2040-01-02T00:00:00Z".parse().unwrap());
    scene.ca.manners(|manners| manners.renewal_info = Some(Suggestion::window(start, end)));
    assert_eq!(window(&ask(&client, &id).await), (start, end));
    scene.ca.suggest(&id, Suggestion::at_once().explained("https://ca.test/why"));
    let reply = ask(&client, &id).await;
    assert!(window(&reply).1 < Timestamp::now());
    assert_eq!(reply.json()["explanationURL"], "https://ca.test/why");
}

#[tokio::test]
async fn renewal_information_can_be_nonsense_a_problem_or_broken() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    scene.ca.suggest(&id, Suggestion::Text("{\"suggestedWindow\": 1".to_owned()));
    scene.ca.manners(|manners| manners.renewal_retry_after = Some("Wed, 21 Oct 2037 07:28:00 GMT".to_owned()));
    let nonsense = ask(&client, &id).await;
    assert_eq!((nonsense.status, nonsense.body.as_str()), (200, "{\"suggestedWindow\": 1"));
    assert_eq!(nonsense.header("retry-after"), "Wed, 21 Oct 2037 07:28:00 GMT");
    scene.ca.suggest(&id, Suggestion::Refused(Problem::new(404, "malformed", "Gone")));
    let gone = ask(&client, &id).await;
    assert_eq!((gone.problem().as_str(), gone.header("retry-after").as_str()), ("404 malformed: Gone", ""));
    let page = (Stage::RenewalInfo, Failure::Html { code: 503 });
    scene.ca.manners(|manners| manners.fail_next = [page].into());
    assert_eq!(ask(&client, &id).await.status, 503);
}

#[tokio::test]
async fn nothing_is_known_of_certificates_of_others() {
    let scene = Scene::start();
    let client = scene.customer().await;
    for id in ["", "AAAA", "A.A", "AAAA.=", "AAAA.AAAA.AAAA"] {
        let expected = format!("400 malformed: {id:?} is no identifier of a certificate");
        assert_eq!(ask(&client, id).await.problem(), expected);
    }
    assert_eq!(ask(&client, NOBODY).await.problem(), "404 malformed: There is no such certificate");
}

#[tokio::test]
async fn a_ca_can_do_without_renewal_information() {
    let scene = Scene::start();
    let (_, id) = with_certificate(&scene).await;
    scene.ca.manners(|manners| manners.renewal_info = None);
    let client = scene.customer().await;
    assert_eq!(client.directory.get("renewalInfo"), None);
    let reply = client.get(&client.url(&format!("/renewal-info/{id}"))).await;
    assert_eq!(reply.problem(), "404 malformed: There is no such object");
}

#[tokio::test]
async fn an_order_says_which_certificate_it_replaces_and_no_other_order_can() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    let reply = replace(&client, &["a.example.test", "b.example.test"], &id).await;
    assert_eq!((reply.status, &reply.json()["replaces"]), (201, &json!(id)));
    assert_eq!(client.read(&reply.header("location")).await["replaces"], json!(id));
    let again = replace(&client, &NAMES, &id).await;
    assert_eq!(again.problem(), "409 alreadyReplaced: Another order replaces this certificate");
    assert_eq!(client.new_order(&NAMES).await.json().get("replaces"), None);
}

#[tokio::test]
async fn an_order_that_came_to_nothing_replaces_nothing() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    scene.host.remove("_acme-challenge.a").unwrap();
    let failed = replace(&client, &NAMES, &id).await.json();
    client.answer_challenges(&failed).await;
    let reply = replace(&client, &NAMES, &id).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
}

#[tokio::test]
async fn only_an_own_certificate_for_one_of_the_names_can_be_replaced() {
    let scene = Scene::start();
    let (client, id) = with_certificate(&scene).await;
    let foreign = replace(&scene.customer().await, &NAMES, &id).await;
    assert_eq!(foreign.problem(), "403 unauthorized: The replaced certificate belongs to another account");
    let unrelated = replace(&client, &["b.example.test"], &id).await;
    assert_eq!(unrelated.problem(), "400 malformed: The replaced certificate has none of these names");
    let unknown = replace(&client, &NAMES, NOBODY).await;
    assert_eq!(unknown.problem(), "404 malformed: There is no such certificate");
    let nonsense = replace(&client, &NAMES, "certificate 1").await;
    assert_eq!(nonsense.problem(), "400 malformed: \"certificate 1\" is no identifier of a certificate");
    let number = client.new_order_with(&NAMES, json!({ "replaces": 1 })).await;
    assert_eq!(number.problem(), "400 malformed: replaces is no identifier of a certificate");
}
