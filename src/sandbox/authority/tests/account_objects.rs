//! RFC 8555 section 7.3: accounts.

use super::*;

#[tokio::test]
async fn a_new_account_is_made_and_can_be_read() {
    let scene = Scene::start();
    let mut client = scene.stranger(Key::es256()).await;
    let asked = json!({ "termsOfServiceAgreed": true, "contact": ["mailto:me@example.test"] });
    let reply = client.post("newAccount", asked).await;
    let document = json!({
        "status": "valid",
        "contact": ["mailto:me@example.test"],
        "orders": client.url("/account/1/orders"),
    });
    assert_eq!((reply.status, reply.json()), (201, document.clone()));
    client.kid = Some(reply.header("location"));
    assert_eq!(client.read(&client.url("/account/1")).await, document);
    assert_eq!((client.kid, scene.ca.accounts()), (Some(reply.header("location")), 1));
}

#[tokio::test]
async fn a_known_key_is_given_its_account_whatever_else_is_asked() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let account = client.kid.take().unwrap();
    let other = json!({ "contact": ["mailto:you@example.test"] });
    for asked in [json!({ "onlyReturnExisting": true }), json!({ "termsOfServiceAgreed": true }), other] {
        let reply = client.post("newAccount", asked).await;
        assert_eq!((reply.status, reply.header("location")), (200, account.clone()));
        assert_eq!((&reply.json()["status"], &reply.json()["contact"]), (&json!("valid"), &json!([])));
    }
    assert_eq!(scene.ca.accounts(), 1);
}

#[tokio::test]
async fn an_unknown_key_has_no_existing_account() {
    let scene = Scene::start();
    let client = scene.stranger(Key::es256()).await;
    let asked = json!({ "onlyReturnExisting": true, "termsOfServiceAgreed": true });
    let reply = client.post("newAccount", asked).await;
    assert_eq!(reply.problem(), "400 accountDoesNotExist: This key has no account");
    assert_eq!(scene.ca.accounts(), 0);
}

#[tokio::test]
async fn an_account_url_that_leads_nowhere_is_no_account() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    for path in ["/account/2", "/account/0", "/account/x", "/order/1"] {
        client.kid = Some(client.url(path));
        let reply = client.new_order(&["a.example.test"]).await;
        assert_eq!(reply.problem(), "400 accountDoesNotExist: There is no such account");
    }
}

#[tokio::test]
async fn the_terms_must_be_agreed_to_unless_there_are_none() {
    let scene = Scene::start();
    let client = scene.stranger(Key::es256()).await;
    for asked in [json!({}), json!({ "termsOfServiceAgreed": false })] {
        let reply = client.post("newAccount", asked).await;
        assert_eq!(reply.problem(), "400 malformed: The terms of service must be agreed to");
    }
    scene.ca.manners(|manners| manners.terms = false);
    assert_eq!(client.post("newAccount", json!({})).await.status, 201);
}

#[tokio::test]
async fn contacts_are_mailto_uris_of_one_address_each() {
    let scene = Scene::start();
    let client = scene.stranger(Key::es256()).await;
    let cases = [
        ("tel:+4930123456", r#"unsupportedContact: "tel:+4930123456" is no mailto: URI"#),
        ("me@example.test", r#"unsupportedContact: "me@example.test" is no mailto: URI"#),
        ("mailto:me", r#"invalidContact: "me" is no e-mail address"#),
        ("mailto:@example.test", r#"invalidContact: "@example.test" is no e-mail address"#),
        ("mailto:a@b.test,c@d.test", r#"invalidContact: "a@b.test,c@d.test" is no e-mail address"#),
        ("mailto:a@b.test?subject=c", r#"invalidContact: "a@b.test?subject=c" is no e-mail address"#),
    ];
    for (contact, expected) in cases {
        let asked = json!({ "termsOfServiceAgreed": true, "contact": ["mailto:me@example.test", contact] });
        assert_eq!(client.post("newAccount", asked).await.problem(), format!("400 {expected}"));
    }
    assert_eq!(scene.ca.accounts(), 0);
}

#[tokio::test]
async fn contacts_can_be_changed_and_nothing_else_is() {
    let scene = Scene::start();
    let client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let reply = client.post(&account, json!({ "contact": ["mailto:new@example.test"], "status": "revoked" })).await;
    let (contact, orders) = (["mailto:new@example.test"], client.url("/account/1/orders"));
    let changed = json!({ "status": "valid", "contact": contact, "orders": orders });
    assert_eq!((reply.status, reply.json()), (200, changed.clone()));
    let refused = client.post(&account, json!({ "contact": ["new"] })).await;
    assert_eq!(refused.problem(), r#"400 unsupportedContact: "new" is no mailto: URI"#);
    assert_eq!(client.read(&account).await, changed);
}

#[tokio::test]
async fn a_deactivated_account_is_refused() {
    let scene = Scene::start();
    let mut client = scene.customer().await;
    let account = client.kid.clone().unwrap();
    let reply = client.post(&account, json!({ "status": "deactivated" })).await;
    assert_eq!((reply.status, &reply.json()["status"]), (200, &json!("deactivated")));
    let mut replies = vec![client.look(&account).await, client.new_order(&["a.example.test"]).await];
    client.kid = None;
    for asked in [json!({ "onlyReturnExisting": true }), json!({ "termsOfServiceAgreed": true })] {
        replies.push(client.post("newAccount", asked).await);
    }
    for reply in replies {
        assert_eq!(reply.problem(), "401 unauthorized: The account is deactivated");
    }
}

#[tokio::test]
async fn another_account_is_forbidden_and_an_unknown_one_not_found() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let reply = client.post(&other.kid.unwrap(), json!({ "status": "deactivated" })).await;
    assert_eq!(reply.problem(), "403 unauthorized: This belongs to another account");
    let reply = client.look(&client.url("/account/3")).await;
    assert_eq!(reply.problem(), "404 malformed: There is no such object");
}

#[tokio::test]
async fn the_orders_of_an_account_are_listed_without_those_that_came_to_nothing() {
    let scene = Scene::start();
    let (client, other) = (scene.customer().await, scene.customer().await);
    let list = client.url("/account/1/orders");
    assert_eq!(client.read(&list).await, json!({ "orders": [] }));
    let first = scene.ready(&client, &["a.example.test"]).await;
    other.order(&["a.example.test"]).await;
    let (_, failed) = client.order(&["b.example.test"]).await;
    client.answer_challenges(&failed).await;
    let (last, _) = client.order(&["c.example.test"]).await;
    let reply = client.look(&list).await;
    assert_eq!((reply.status, reply.json()), (200, json!({ "orders": [first, last] })));
    assert_eq!(reply.links(), ["</directory>;rel=\"index\""]);
    let theirs = other.look(&list).await;
    assert_eq!(theirs.problem(), "403 unauthorized: This belongs to another account");
}

#[tokio::test]
async fn a_long_list_of_orders_has_pages_and_each_leads_to_the_next() {
    let scene = Scene::with(|manners| manners.orders_per_page = 2);
    let client = scene.customer().await;
    for name in ["a.example.test", "b.example.test", "c.example.test", "d.example.test", "e.example.test"] {
        client.order(&[name]).await;
    }
    let (mut url, mut pages) = (client.url("/account/1/orders"), Vec::new());
    loop {
        let page = client.look(&url).await;
        pages.push(page.json()["orders"].as_array().unwrap().clone());
        let links = page.links();
        let next = links.iter().find_map(|link| link.strip_suffix(">;rel=\"next\"")?.strip_prefix('<'));
        let Some(next) = next else { break };
        url = client.url(next);
    }
    let order = |number: usize| json!(client.url(&format!("/order/{number}")));
    assert_eq!(pages, [vec![order(1), order(2)], vec![order(3), order(4)], vec![order(5)]]);
    assert_eq!(url, client.url("/account/1/orders?cursor=4"));
}
