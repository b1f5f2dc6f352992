//! The lab's certificates: throw-away roots, one for the CA's own TLS and one for what it issues.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
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
pub(super) const BACKDATED: Duration = Duration::from_secs(60);
const ROOT_LIFETIME: Duration = Duration::from_secs(10 * 365 * 86_400);

/// Signs certificates with an intermediate below two roots of its own.
pub(super) struct Issuer {
    root: Signer,
    alternate_root: Signer,
    intermediate: Signer,
    /// The same intermediate below the other root.
    crossed: Certificate,
}

/// A way from a certificate to a root.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chain {
    First,
    Alternate,
}

impl Issuer {
    pub(super) fn new() -> Result<Issuer, rcgen::Error> {
        let root = CertifiedIssuer::self_signed(ca("certdns sandbox root", 1), KeyPair::generate()?)?;
        let alternate = ca("certdns sandbox alternate root", 1);
        let alternate_root = CertifiedIssuer::self_signed(alternate, KeyPair::generate()?)?;
        let (key, params) = (KeyPair::generate()?, ca("certdns sandbox intermediate", 0));
        let crossed = params.signed_by(&key, &alternate_root)?;
        let intermediate = CertifiedIssuer::signed_by(params, key, &root)?;
        Ok(Issuer { root, alternate_root, intermediate, crossed })
    }

    pub(super) fn root_pem(&self, chain: Chain) -> String {
        match chain {
            Chain::First => self.root.pem(),
            Chain::Alternate => self.alternate_root.pem(),
        }
    }

    /// What stands between certificates and a root.
    pub(super) fn intermediate_pem(&self, chain: Chain) -> String {
        match chain {
            Chain::First => self.intermediate.pem(),
            Chain::Alternate => self.crossed.pem(),
        }
    }

    /// A certificate for the names of the request.
    pub(super) fn issue(
        &self,
        request: CertificateSigningRequestParams,
        names: &[String],
        dates: (Timestamp, Timestamp),
    ) -> Result<Certificate, rcgen::Error> {
        let request = CertificateSigningRequestParams { params: leaf(names, dates)?, ..request };
        request.signed_by(&self.intermediate)
    }

    /// The same for a key that nobody asked for.
    pub(super) fn issue_for_another_key(
        &self,
        names: &[String],
        dates: (Timestamp, Timestamp),
    ) -> Result<Certificate, rcgen::Error> {
        leaf(names, dates)?.signed_by(&KeyPair::generate()?, &self.intermediate)
    }
}

fn ca(name: &str, below: u8) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(below));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = true;
    (params.not_before, params.not_after) = dates(from_now(ROOT_LIFETIME));
    params
}

fn leaf(names: &[String], span: (Timestamp, Timestamp)) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(names.to_vec())?;
    params.distinguished_name = DistinguishedName::new();
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.serial_number = Some(SerialNumber::from(uuid::Uuid::new_v4().into_bytes().to_vec()));
    params.use_authority_key_identifier_extension = true;
    (params.not_before, params.not_after) = dates(span);
    Ok(params)
}

fn from_now(lifetime: Duration) -> (Timestamp, Timestamp) {
    let from = Timestamp::now() - BACKDATED;
    (from, from + lifetime)
}

fn dates((from, until): (Timestamp, Timestamp)) -> (OffsetDateTime, OffsetDateTime) {
    let date = |moment: Timestamp| OffsetDateTime::from_unix_timestamp(moment.as_second());
    (date(from).unwrap_or(OffsetDateTime::UNIX_EPOCH), date(until).unwrap_or(OffsetDateTime::UNIX_EPOCH))
}

/// TLS for `localhost` and 127.0.0.1, and the root it leads to.
pub(super) fn tls() -> io::Result<(TlsAcceptor, String)> {
    let wrong = io::Error::other::<rcgen::Error>;
    let root = CertifiedIssuer::self_signed(ca("certdns sandbox TLS root", 0), KeyPair::generate().map_err(wrong)?)
        .map_err(wrong)?;
    let key = KeyPair::generate().map_err(wrong)?;
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let leaf = leaf(&names, from_now(ROOT_LIFETIME)).and_then(|leaf| leaf.signed_by(&key, &root)).map_err(wrong)?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    let config =
        config.with_no_client_auth().with_single_cert(vec![leaf.der().clone()], key).map_err(io::Error::other)?;
    Ok((TlsAcceptor::from(Arc::new(config)), root.pem()))
}
