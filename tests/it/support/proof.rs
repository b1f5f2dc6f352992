//! Whether the files of a live certificate are what a server could use.

use std::collections::BTreeSet;
use std::path::Path;

use certdns::certificate::{Chain, PrivateKey, verify};
use certdns::identifier::Identifier;
use certdns::secret::Secret;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Key, names, dates and links are right, the four files agree, and the chain ends at the root in `root`.
#[track_caller]
pub fn prove(live: &Path, names: &[&str], root: &str) {
    let read = |file: &str| std::fs::read_to_string(live.join(file)).unwrap();
    let chain = Chain::parse(&read("fullchain.pem")).unwrap();
    let key = PrivateKey::from_pem(&Secret::new(read("privkey.pem"))).unwrap();
    let wanted: Vec<Identifier> = names.iter().map(|name| Identifier::parse(name).unwrap()).collect();
    verify(&chain, &key.public_key(), &wanted, jiff::Timestamp::now()).unwrap();
    assert_eq!(chain.leaf().names, wanted.into_iter().collect::<BTreeSet<_>>());
    assert_eq!(format!("{}{}", read("cert.pem"), read("chain.pem")), read("fullchain.pem"));
    let root = Chain::parse(root).unwrap();
    let (_, root) = X509Certificate::from_der(&root.der()[0]).unwrap();
    let (_, last) = X509Certificate::from_der(chain.der().last().unwrap()).unwrap();
    last.verify_signature(Some(root.public_key())).unwrap();
}
