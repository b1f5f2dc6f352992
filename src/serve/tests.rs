//! The HTTP side, octet for octet.

use super::*;

fn server() -> (Server, reqwest::Client) {
    let name = |text: &str| DnsName::parse(text).unwrap();
    let server = Server::start(Options::on_loopback(name("auth.test"), name("ns.auth.test"))).unwrap();
    (server, reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap())
}

async fn told(request: reqwest::RequestBuilder) -> (u16, String) {
    let reply = request.send().await.unwrap();
    (reply.status().as_u16(), reply.text().await.unwrap())
}

async fn register(server: &Server, client: &reqwest::Client) -> serde_json::Value {
    let (status, body) = told(client.post(server.http_url().join("register").unwrap())).await;
    assert_eq!(status, 201);
    serde_json::from_str(&body).unwrap()
}

fn update(server: &Server, client: &reqwest::Client, made: &serde_json::Value, txt: &str) -> reqwest::RequestBuilder {
    let body = serde_json::json!({ "subdomain": made["subdomain"], "txt": txt }).to_string();
    let request = client.post(server.http_url().join("update").unwrap()).body(body);
    request
        .header("X-Api-User", made["username"].as_str().unwrap())
        .header("X-Api-Key", made["password"].as_str().unwrap())
}

#[tokio::test]
async fn a_registration_has_the_shape_of_acme_dns() {
    let (server, client) = server();
    let reply = client.post(server.http_url().join("register").unwrap()).body("{}").send().await.unwrap();
    assert_eq!(reply.headers()["content-type"], "application/json");
    assert_eq!(reply.headers()["vary"], "Origin");
    let body = reply.text().await.unwrap();
    let made: serde_json::Value = serde_json::from_str(&body).unwrap();
    let field = |name: &str| made[name].as_str().unwrap();
    let (username, password, subdomain) = (field("username"), field("password"), field("subdomain"));
    assert_eq!(password.len(), 40);
    assert_eq!(
        body,
        format!(
            r#"{{"username":"{username}","password":"{password}","fulldomain":"{subdomain}.auth.test","subdomain":"{subdomain}","allowfrom":[]}}"#
        )
    );
}

#[tokio::test]
async fn an_update_is_echoed_and_refusals_have_their_words() {
    let (server, client) = server();
    let made = register(&server, &client).await;
    let value = "a".repeat(43);
    assert_eq!(told(update(&server, &client, &made, &value)).await, (200, format!("{{\"txt\": \"{value}\"}}")));
    assert_eq!(server.records().values(made["subdomain"].as_str().unwrap()), Some(vec![value.clone()]));
    assert_eq!(told(update(&server, &client, &made, "short")).await, (400, "{\"error\": \"bad_txt\"}".to_owned()));
    let mut foreign = made.clone();
    foreign["password"] = "x".into();
    let forbidden = (401, "{\"error\": \"forbidden\"}".to_owned());
    assert_eq!(told(update(&server, &client, &foreign, "short")).await, forbidden);
    assert_eq!(told(client.post(server.http_url().join("update").unwrap())).await, forbidden);
    let capitals = made["username"].as_str().unwrap().replace('-', "").to_uppercase();
    let mut same = made.clone();
    same["username"] = capitals.into();
    assert_eq!(told(update(&server, &client, &same, &value)).await.0, 200);
}

#[tokio::test]
async fn other_methods_and_paths_are_told_as_acme_dns_tells_them() {
    let (server, client) = server();
    let at = |path: &str| server.http_url().join(path).unwrap();
    assert_eq!(told(client.get(at("register"))).await, (405, "Method Not Allowed\n".to_owned()));
    assert_eq!(told(client.post(at("nowhere"))).await, (404, "404 page not found\n".to_owned()));
    assert_eq!(told(client.get(at("health"))).await, (200, String::new()));
    assert_eq!(told(client.post(at("update/"))).await.0, 307);
    server.manners(|manners| manners.registration_disabled = true);
    assert_eq!(told(client.post(at("register"))).await, (404, "404 page not found\n".to_owned()));
}

#[tokio::test]
async fn dns_answers_can_come_later() {
    let ((server, _), delay) = (server(), Duration::from_millis(100));
    server.manners(|manners| manners.dns_answer_delay = delay);
    let socket = tokio::net::UdpSocket::bind("127.0.0.1:0").await.unwrap();
    // A question for auth.test SOA.
    let question = b"\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x04auth\x04test\x00\x00\x06\x00\x01";
    let begun = std::time::Instant::now();
    socket.send_to(question, server.dns_addr()).await.unwrap();
    socket.recv(&mut [0; 512]).await.unwrap();
    assert!(begun.elapsed() >= delay, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_connection_can_break_without_an_answer_after_the_work_is_done() {
    let (server, client) = server();
    let made = register(&server, &client).await;
    server.manners(|manners| manners.fail_next_update = [Failure::Reset, Failure::ResetAfter].into());
    let value = "a".repeat(43);
    assert!(update(&server, &client, &made, &value).send().await.is_err());
    assert_eq!(server.records().values(made["subdomain"].as_str().unwrap()), Some(Vec::new()));
    assert!(update(&server, &client, &made, &value).send().await.is_err());
    assert_eq!(server.records().values(made["subdomain"].as_str().unwrap()), Some(vec![value]));
}
