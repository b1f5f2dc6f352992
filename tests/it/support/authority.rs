//! A CA that is thrown away after one test, for servers on this machine.

use std::fs;
use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};

/// Signs certificates for localhost and 127.0.0.1.
pub struct ThrowAwayCa(CertifiedIssuer<'static, KeyPair>);

/// A certificate and its key, PEM.
pub struct ServerCertificate {
    pub certificate: String,
    pub key: String,
}

impl ThrowAwayCa {
    pub fn new() -> ThrowAwayCa {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, "thrown away after the test");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        ThrowAwayCa(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// The root, PEM: who is told of it in `SSL_CERT_FILE` trusts the servers.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    pub fn server_certificate(&self) -> ServerCertificate {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(["localhost", "127.0.0.1"].map(str::to_owned)).unwrap();
        params.distinguished_name.push(DnType::CommonName, "localhost");
        params.use_authority_key_identifier_extension = true;
        let certificate = params.signed_by(&key, &self.0).unwrap().pem();
        ServerCertificate { certificate, key: key.serialize_pem() }
    }

    /// Writes `ca.pem`, `server.pem` and `server.key`, as programs read them; gives the path of the first.
    pub fn write(&self, directory: &Path) -> PathBuf {
        let server = self.server_certificate();
        let files = [("server.pem", server.certificate), ("server.key", server.key), ("ca.pem", self.pem())];
        for (name, text) in files {
            fs::write(directory.join(name), text).unwrap();
        }
        directory.join("ca.pem")
    }
}
