//! The CA over HTTPS, as a client sees it that shares no code with `crate::acme`.

mod account_key;
mod account_objects;
mod bindings;
mod chains;
mod challenges;
mod client;
mod finalizing;
mod key_change;
mod keys;
mod orders;
mod problems;
mod profiles;
mod renewal_info;
mod requests;
mod revocation;

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::identifier::DnsName;
use crate::sandbox::hosting::Host;
use crate::sandbox::resolver::{Resolver, ResolverOptions};

use account_key::Key;
use client::Client;

const ZONE: &str = "\
$ORIGIN example.test.
$TTL 60
@   SOA  ns1 hostmaster 1 3600 600 86400 60
@   NS   ns1
ns1 A    127.0.0.1
";

/// A CA of the best manners, the DNS that it looks into, and nothing else.
struct Scene {
    ca: Authority,
    host: Host,
    resolver: Resolver,
    _directory: TempDir,
}

impl Scene {
    fn start() -> Scene {
        Scene::with(|_| ())
    }

    fn with(change: impl FnOnce(&mut Manners)) -> Scene {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("zone");
        fs::write(&file, ZONE).unwrap();
        let [apex, server] = ["example.test", "ns1.example.test"].map(|name| DnsName::parse(name).unwrap());
        let host = Host::start(file, apex.clone(), vec![server]).unwrap();
        let addresses = host.servers().into_iter().map(|(_, address)| address).collect();
        let resolver = Resolver::start(vec![(apex, addresses)], ResolverOptions { caching: false }).unwrap();
        let mut manners = Manners { bad_nonces: 0, ..Manners::default() };
        change(&mut manners);
        let options = AuthorityOptions { resolver: resolver.addr(), manners, history: History::default() };
        Scene { ca: Authority::start(options).unwrap(), host, resolver, _directory: directory }
    }

    /// A client with a key and no account.
    async fn stranger(&self, key: Key) -> Client {
        Client::new(&self.ca, key).await
    }

    /// A client with an account.
    async fn customer_with(&self, key: Key) -> Client {
        let mut client = self.stranger(key).await;
        let reply = client.post("newAccount", json!({ "termsOfServiceAgreed": true })).await;
        assert_eq!(reply.status, 201);
        client.kid = Some(reply.header("location"));
        client
    }

    async fn customer(&self) -> Client {
        self.customer_with(Key::es256()).await
    }

    /// Adds the TXT records that the CA will ask for.
    async fn publish(&self, client: &Client, order: &Value) {
        for authorization in urls(order) {
            let authorization = client.read(&authorization).await;
            let name = authorization["identifier"]["value"].as_str().unwrap();
            let text = client.txt(authorization["challenges"][0]["token"].as_str().unwrap());
            self.host.add_record(&format!("_acme-challenge.{name}. TXT {text:?}")).unwrap();
        }
    }

    /// The URL of an order that is ready.
    async fn ready(&self, client: &Client, names: &[&str]) -> String {
        self.ready_with(client, names, json!({})).await
    }

    /// The same for an order with more members.
    async fn ready_with(&self, client: &Client, names: &[&str], members: Value) -> String {
        let reply = client.new_order_with(names, members).await;
        assert_eq!(reply.status, 201, "{}", reply.body);
        self.publish(client, &reply.json()).await;
        client.answer_challenges(&reply.json()).await;
        reply.header("location")
    }

    /// The certificate (DER) of a new order.
    async fn certificate(&self, client: &Client, names: &[&str], key: &rcgen::KeyPair) -> Vec<u8> {
        let order = self.ready(client, names).await;
        self.certificate_of(client, &order, names, key).await
    }

    /// The certificate (DER) of an order that is ready.
    async fn certificate_of(&self, client: &Client, order: &str, names: &[&str], key: &rcgen::KeyPair) -> Vec<u8> {
        let reply = client.finalize(order, names, key).await;
        let chain = client.look(reply.json()["certificate"].as_str().expect(&reply.body)).await;
        pem::parse_many(chain.body).unwrap().remove(0).into_contents()
    }
}

/// The authorizations of an order.
fn urls(order: &Value) -> Vec<String> {
    order["authorizations"].as_array().unwrap().iter().map(|url| url.as_str().unwrap().to_owned()).collect()
}
