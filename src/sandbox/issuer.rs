//! The lab's certificates: throw-away roots, one for the CA's own TLS and one for what it issues.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertificateSigningRequestParams, CertifiedIssuer,
    DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, SerialNumber,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use time::OffsetDateTime;
use tokio_rustls::TlsAcceptor;

type Signer = CertifiedIssuer<'static, KeyPair>;

/// Clocks differ: certificates begin a little in the past, as those of real CAs.
const BACKDATED: Duration = Duration::from_secs(60);
const ROOT_LIFETIME: Duration = Duration::from_secs(10 * 365 * 86_400);

/// Signs certificates with an intermediate below a root of its own.
pub(super) struct Issuer {
    root: Signer,
    intermediate: Signer,
}

impl Issuer {
    pub(super) fn new() -> Result<Issuer, rcgen::Error> {
        let root = CertifiedIssuer::self_signed(ca("certdns sandbox root", 1), KeyPair::generate()?)?;
        let intermediate =
            CertifiedIssuer::signed_by(ca("certdns sandbox intermediate", 0), KeyPair::generate()?, &root)?;
        Ok(Issuer { root, intermediate })
    }

    pub(super) fn root_pem(&self) -> String {
        self.root.pem()
    }

    /// What stands between certificates and the root.
    pub(super) fn intermediate_pem(&self) -> String {
        self.intermediate.pem()
    }

    /// A certificate for the names of the request.
    pub(super) fn issue(
        &self,
        request: CertificateSigningRequestParams,
        names: &[String],
        lifetime: Duration,
    ) -> Result<Certificate, rcgen::Error> {
        let request = CertificateSigningRequestParams { params: leaf(names, lifetime)?, ..request };
        request.signed_by(&self.intermediate)
    }

    /// The same for a key that nobody asked for.
    pub(super) fn issue_for_another_key(
        &self,
        names: &[String],
        lifetime: Duration,
    ) -> Result<Certificate, rcgen::Error> {
        leaf(names, lifetime)?.signed_by(&KeyPair::generate()?, &self.intermediate)
    }
}

fn ca(name: &str, below: u8) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(below));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    (params.not_before, params.not_after) = span(ROOT_LIFETIME);
    params
}

fn leaf(names: &[String], lifetime: Duration) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(names.to_vec())?;
    params.distinguished_name = DistinguishedName::new();
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.serial_number = Some(SerialNumber::from(uuid::Uuid::new_v4().into_bytes().to_vec()));
    params.use_authority_key_identifier_extension = true;
    (params.not_before, params.not_after) = span(lifetime);
    Ok(params)
}

fn span(lifetime: Duration) -> (OffsetDateTime, OffsetDateTime) {
    let from = OffsetDateTime::now_utc() - BACKDATED;
    (from, from + lifetime)
}

/// TLS for `localhost` and 127.0.0.1, and the root it leads to.
pub(super) fn tls() -> io::Result<(TlsAcceptor, String)> {
    let wrong = io::Error::other::<rcgen::Error>;
    let root = CertifiedIssuer::self_signed(ca("certdns sandbox TLS root", 0), KeyPair::generate().map_err(wrong)?)
        .map_err(wrong)?;
    let key = KeyPair::generate().map_err(wrong)?;
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let leaf = leaf(&names, ROOT_LIFETIME).and_then(|leaf| leaf.signed_by(&key, &root)).map_err(wrong)?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    let config =
        config.with_no_client_auth().with_single_cert(vec![leaf.der().clone()], key).map_err(io::Error::other)?;
    Ok((TlsAcceptor::from(Arc::new(config)), root.pem()))
}
