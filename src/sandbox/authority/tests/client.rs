//! A small ACME client that can also say what no client should.

use std::time::Duration;

use aws_lc_rs::digest::{SHA256, digest};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use rcgen::{CertificateParams, DistinguishedName, KeyPair};
use reqwest::RequestBuilder;
use serde_json::{Value, json};

use super::account_key::Key;
use super::{Authority, urls};

const JOSE: &str = "application/jose+json";

/// What the CA answered.
pub struct Reply {
    pub status: u16,
    pub headers: http::HeaderMap,
    pub body: String,
    base: String,
}

impl Reply {
    /// Empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// The values of all `Link` headers, the base URL left out.
    pub fn links(&self) -> Vec<String> {
        let links = self.headers.get_all("link").iter();
        links.map(|link| link.to_str().unwrap().replace(&self.base, "")).collect()
    }

    pub fn json(&self) -> Value {
        json(&self.body)
    }

    /// Status, type and detail of a problem document, the base URL left out.
    pub fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        assert_eq!(self.json()["status"], self.status);
        problem(&self.json()).replace(&self.base, "")
    }
}

/// A problem document in one line, subproblems behind it.
pub fn problem(document: &Value) -> String {
    let kind = document["type"].as_str().unwrap().strip_prefix("urn:ietf:params:acme:error:").unwrap();
    let mut line = format!("{kind}: {}", document["detail"].as_str().unwrap());
    if let Some(status) = document["status"].as_u64() {
        line = format!("{status} {line}");
    }
    for sub in document["subproblems"].as_array().into_iter().flatten() {
        assert_eq!(sub["identifier"]["type"], "dns");
        line += &format!("; {} {}", sub["identifier"]["value"].as_str().unwrap(), problem(sub));
    }
    line
}

/// A client; whatever it is told to say goes out, right or wrong.
pub struct Client {
    http: reqwest::Client,
    base: String,
    pub directory: Value,
    pub key: Key,
    /// Its account.
    pub kid: Option<String>,
}

impl Client {
    pub async fn new(ca: &Authority, key: Key) -> Client {
        let root = reqwest::Certificate::from_pem(ca.tls_root_pem().as_bytes()).unwrap();
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([root]).build().unwrap();
        let base = ca.directory().as_str().strip_suffix("/directory").unwrap().to_owned();
        let mut client = Client { http, base, directory: Value::Null, key, kid: None };
        client.directory = client.get(&client.url("/directory")).await.json();
        client
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub async fn get(&self, url: &str) -> Reply {
        self.send(self.http.get(url).header("user-agent", "tests")).await
    }

    pub async fn nonce(&self) -> String {
        self.send(self.head_nonce()).await.header("replay-nonce")
    }

    pub fn head_nonce(&self) -> RequestBuilder {
        self.http.head(self.directory["newNonce"].as_str().unwrap()).header("user-agent", "tests")
    }

    pub async fn send(&self, request: RequestBuilder) -> Reply {
        self.try_send(request).await.unwrap()
    }

    /// For connections that break.
    pub async fn try_send(&self, request: RequestBuilder) -> reqwest::Result<Reply> {
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Reply { status, headers, body: response.text().await?, base: self.base.clone() })
    }

    /// The right protected header for a request.
    pub async fn protected(&self, url: &str) -> Value {
        let nonce = self.nonce().await;
        match &self.kid {
            Some(kid) => json!({ "alg": self.key.algorithm, "nonce": nonce, "url": url, "kid": kid }),
            None => json!({ "alg": self.key.algorithm, "nonce": nonce, "url": url, "jwk": self.key.jwk }),
        }
    }

    pub fn signed(&self, protected: &Value, payload: &str) -> Value {
        self.key.signed(protected, payload)
    }

    /// A POST that still lacks content type and user agent.
    pub fn bare(&self, url: &str, body: &Value) -> RequestBuilder {
        self.http.post(url).body(body.to_string())
    }

    pub fn request(&self, url: &str, body: &Value) -> RequestBuilder {
        self.bare(url, body).header("content-type", JOSE).header("user-agent", "tests")
    }

    pub async fn post_body(&self, url: &str, body: &Value) -> Reply {
        self.send(self.request(url, body)).await
    }

    pub async fn post_signed(&self, url: &str, payload: &str) -> Reply {
        let protected = self.protected(url).await;
        self.post_body(url, &self.signed(&protected, payload)).await
    }

    /// A right request to a URL, or to a resource of the directory.
    pub async fn post(&self, target: &str, payload: Value) -> Reply {
        let url = self.directory[target].as_str().unwrap_or(target);
        self.post_signed(url, &payload.to_string()).await
    }

    /// POST-as-GET.
    pub async fn look(&self, url: &str) -> Reply {
        self.post_signed(url, "").await
    }

    /// The document at a URL.
    pub async fn read(&self, url: &str) -> Value {
        let reply = self.look(url).await;
        assert_eq!((reply.status, reply.header("content-type").as_str()), (200, "application/json"), "{}", reply.body);
        reply.json()
    }

    pub async fn new_order(&self, names: &[&str]) -> Reply {
        self.new_order_with(names, json!({})).await
    }

    /// With more members.
    pub async fn new_order_with(&self, names: &[&str], mut members: Value) -> Reply {
        let identifiers: Vec<Value> = names.iter().map(|name| json!({ "type": "dns", "value": name })).collect();
        members["identifiers"] = identifiers.into();
        self.post("newOrder", members).await
    }

    /// URL and document of a new order.
    pub async fn order(&self, names: &[&str]) -> (String, Value) {
        let reply = self.new_order(names).await;
        assert_eq!(reply.status, 201, "{}", reply.body);
        (reply.header("location"), reply.json())
    }

    /// What must stand in DNS for a token (RFC 8555 section 8.4).
    pub fn txt(&self, token: &str) -> String {
        BASE64URL.encode(digest(&SHA256, format!("{token}.{}", self.key.thumbprint()).as_bytes()))
    }

    /// Says of all challenges of an order that they are ready, and waits until each was looked at.
    pub async fn answer_challenges(&self, order: &Value) {
        for url in urls(order) {
            let challenge = self.read(&url).await["challenges"][0]["url"].as_str().unwrap().to_owned();
            assert_eq!(self.post(&challenge, json!({})).await.status, 200);
            while self.read(&url).await["status"] == "pending" {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }

    /// Asks for the certificate.
    pub async fn finalize(&self, order: &str, names: &[&str], key: &KeyPair) -> Reply {
        self.post(&format!("{order}/finalize"), json!({ "csr": BASE64URL.encode(csr(names, key)) })).await
    }
}

pub fn csr(names: &[&str], key: &KeyPair) -> Vec<u8> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name = DistinguishedName::new();
    params.serialize_request(key).unwrap().der().to_vec()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
