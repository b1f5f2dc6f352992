//! What is checked before a certificate is stored: a CA's mistake must not reach a server.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use x509_parser::error::X509Error;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::Chain;
use crate::error::{Explain, Hint, Kind};
use crate::identifier::Identifier;

/// Clocks differ; a certificate may begin a little in our future.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_hours(1);

/// Its key is the one asked for (a `SubjectPublicKeyInfo`, DER), its names are what was asked for, its dates are sane, the chain links up.
///
/// # Errors
/// The first of these that is not so.
pub fn verify(chain: &Chain, key: &[u8], wanted: &[Identifier], now: Timestamp) -> Result<(), Misissued> {
    let leaf = chain.leaf();
    if leaf.public_key != key {
        return Err(Misissued::ForeignKey);
    }
    let wanted: BTreeSet<Identifier> = wanted.iter().cloned().collect();
    if leaf.names != wanted || !leaf.other_names.is_empty() {
        let found = leaf.names.iter().map(ToString::to_string).chain(leaf.other_names.iter().cloned());
        return Err(Misissued::OtherNames { found: found.collect() });
    }
    dates(leaf.not_before, leaf.not_after, now)?;
    links(chain.der())
}

fn dates(not_before: Timestamp, not_after: Timestamp, now: Timestamp) -> Result<(), Misissued> {
    if not_after <= not_before || not_after <= now {
        return Err(Misissued::Expired { not_after });
    }
    if now.checked_add(CLOCKS_DIFFER).is_ok_and(|soon| not_before > soon) {
        return Err(Misissued::NotYet { not_before });
    }
    Ok(())
}

/// Every certificate is signed by the one behind it.
fn links(certificates: &[Vec<u8>]) -> Result<(), Misissued> {
    let parse = |der| X509Certificate::from_der(der).map(|(_, parsed)| parsed).map_err(|_| Misissued::Unlinked);
    for pair in certificates.windows(2) {
        let (subject, issuer) = (parse(&pair[0])?, parse(&pair[1])?);
        let signed = match subject.verify_signature(Some(issuer.public_key())) {
            Ok(()) | Err(X509Error::SignatureUnsupportedAlgorithm) => true,
            Err(_) => false,
        };
        if !signed || subject.issuer() != issuer.subject() {
            return Err(Misissued::Unlinked);
        }
    }
    Ok(())
}

/// The CA sent a certificate that is not the one asked for. Nothing of it is stored.
#[derive(Debug, thiserror::Error)]
pub enum Misissued {
    #[error("the CA sent a certificate for another key")]
    ForeignKey,
    #[error("the CA sent a certificate for other names: {}", found.join(", "))]
    OtherNames { found: Vec<String> },
    #[error("the CA sent a certificate that has expired already, on {not_after}")]
    Expired { not_after: Timestamp },
    #[error("the CA sent a certificate that is not valid before {not_before}")]
    NotYet { not_before: Timestamp },
    #[error("the CA sent a chain that does not link up")]
    Unlinked,
}

impl Explain for Misissued {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            Misissued::Expired { .. } | Misissued::NotYet { .. } => {
                "check the clock of this machine; nothing was stored"
            }
            _ => {
                "nothing was stored and the live certificate is as it was; tell the CA, and run the same command again"
            }
        })]
    }
}

#[cfg(test)]
mod tests {
    use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, SanType};

    use super::*;
    use crate::certificate::{KeyType, PrivateKey};

    struct Ca {
        params: CertificateParams,
        key: KeyPair,
    }

    fn ca(name: &str) -> Ca {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Ca { params, key: KeyPair::generate().unwrap() }
    }

    fn issue(ca: &Ca, key: &PrivateKey, change: impl FnOnce(&mut CertificateParams)) -> Chain {
        let mut params = CertificateParams::new(vec!["example.com".to_owned()]).unwrap();
        params.not_before = time::OffsetDateTime::from_unix_timestamp(1_000_000).unwrap();
        params.not_after = time::OffsetDateTime::from_unix_timestamp(2_000_000).unwrap();
        change(&mut params);
        let issuer = Issuer::from_params(&ca.params, &ca.key);
        let leaf = params.signed_by(key.pair(), &issuer).unwrap();
        let root = ca.params.self_signed(&ca.key).unwrap();
        Chain::parse(&format!("{}{}", leaf.pem(), root.pem())).unwrap()
    }

    fn judge(chain: &Chain, key: &PrivateKey, now: i64) -> String {
        let wanted = [Identifier::parse("example.com").unwrap()];
        match verify(chain, &key.public_key(), &wanted, Timestamp::from_second(now).unwrap()) {
            Ok(()) => "good".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn only_the_certificate_that_was_asked_for_is_good() {
        let (ca, key) = (ca("One"), PrivateKey::generate(KeyType::EcdsaP256).unwrap());
        let chain = issue(&ca, &key, |_| {});
        assert_eq!(judge(&chain, &key, 1_500_000), "good");
        assert_eq!(
            judge(&chain, &key, 2_000_000),
            "the CA sent a certificate that has expired already, on 1970-01-24T03:33:20Z"
        );
        assert_eq!(
            judge(&chain, &key, 900_000),
            "the CA sent a certificate that is not valid before 1970-01-12T13:46:40Z"
        );
        let other = PrivateKey::generate(KeyType::EcdsaP256).unwrap();
        assert_eq!(judge(&chain, &other, 1_500_000), "the CA sent a certificate for another key");
    }

    #[test]
    fn other_names_are_told() {
        let (ca, key) = (ca("One"), PrivateKey::generate(KeyType::EcdsaP256).unwrap());
        let chain = issue(&ca, &key, |params| {
            params.subject_alt_names.push(SanType::IpAddress("192.0.2.1".parse().unwrap()));
        });
        let said = judge(&chain, &key, 1_500_000);
        assert!(said.starts_with("the CA sent a certificate for other names: example.com, "), "{said}");
    }

    #[test]
    fn a_chain_that_does_not_link_up_is_refused() {
        let (one, two, key) = (ca("One"), ca("Two"), PrivateKey::generate(KeyType::EcdsaP256).unwrap());
        let chain = issue(&one, &key, |_| {});
        let foreign = two.params.self_signed(&two.key).unwrap();
        let chain = Chain::parse(&format!("{}{}", chain.cert_pem(), foreign.pem())).unwrap();
        assert_eq!(judge(&chain, &key, 1_500_000), "the CA sent a chain that does not link up");
    }

    #[test]
    fn a_chain_comes_apart_into_the_files_of_a_generation() {
        let (ca, key) = (ca("One"), PrivateKey::generate(KeyType::EcdsaP256).unwrap());
        let chain = issue(&ca, &key, |_| {});
        assert_eq!(format!("{}{}", chain.cert_pem(), chain.chain_pem()), chain.fullchain_pem());
        assert_eq!(Chain::parse(&chain.fullchain_pem()).unwrap().leaf(), chain.leaf());
        assert!(matches!(Chain::parse(""), Err(super::super::InvalidChain::Empty)));
        assert!(Chain::parse(key.to_pem().expose()).is_err());
    }
}
