//! Certificate requests.

use rcgen::{CertificateParams, DistinguishedName};

use super::{InvalidKey, PrivateKey};
use crate::identifier::Identifier;

/// A PKCS#10 request for these names, DER (RFC 8555 section 7.4). Names stand in the subject alternative names only;
/// the subject is empty, so that no CA has a common name to take for one more.
///
/// # Errors
/// When the crypto library cannot sign.
pub fn csr(key: &PrivateKey, names: &[Identifier]) -> Result<Vec<u8>, InvalidKey> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let mut params = CertificateParams::new(names).map_err(InvalidKey::Request)?;
    params.distinguished_name = DistinguishedName::new();
    let request = params.serialize_request(key.pair()).map_err(InvalidKey::Request)?;
    Ok(request.der().to_vec())
}

#[cfg(test)]
mod tests {
    use x509_parser::certification_request::X509CertificationRequest;
    use x509_parser::prelude::FromDer;

    use super::*;
    use crate::certificate::KeyType;

    #[test]
    fn a_request_holds_the_names_an_empty_subject_and_a_good_signature() {
        let names = ["example.com", "*.example.com"].map(|name| Identifier::parse(name).unwrap());
        let der = csr(&PrivateKey::generate(KeyType::EcdsaP384).unwrap(), &names).unwrap();
        let (_, request) = X509CertificationRequest::from_der(&der).unwrap();
        request.verify_signature().unwrap();
        assert_eq!(request.certification_request_info.subject.iter().count(), 0);
        let found = format!("{:?}", request.requested_extensions().unwrap().collect::<Vec<_>>());
        assert!(found.contains("DNSName(\"*.example.com\")") && found.contains("DNSName(\"example.com\")"), "{found}");
    }
}
