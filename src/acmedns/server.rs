//! Which acme-dns server to register at, as an operator names it.

use std::fmt;

use percent_encoding::percent_decode_str;
use url::Url;

use crate::error::{Explain, Hint, Kind};
use crate::http::{host_of, is_private_enough};
use crate::secret::Secret;

/// The base URL behind the name `certify`.
pub const CERTIFY: &str = "https://certify-dns.certifytheweb.com/";

/// A base URL and, where the server wants them, the credentials for `/register`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    base: Url,
    basic: Option<Basic>,
}

/// Basic credentials (RFC 7617) for `/register`. Updates use the registration's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basic {
    pub user: String,
    pub key: Secret,
}

impl Server {
    /// Reads `certify` or a base URL. Its path is kept; credentials in it are taken out, decoded.
    ///
    /// # Errors
    /// When it is no http(s) URL, or plain http beyond this machine without `allow_http`.
    pub fn parse(text: &str, allow_http: bool) -> Result<Server, InvalidServer> {
        let text = if text.eq_ignore_ascii_case("certify") { CERTIFY } else { text };
        let mut base = Url::parse(text).map_err(|_| InvalidServer::NotAUrl)?;
        if !matches!(base.scheme(), "http" | "https") || base.host_str().is_none() {
            return Err(InvalidServer::NotAUrl);
        }
        let basic = take_credentials(&mut base)?;
        base.set_query(None);
        base.set_fragment(None);
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        if !is_private_enough(&base, allow_http) {
            return Err(InvalidServer::PlainHttp { host: host_of(base.as_str()) });
        }
        Ok(Server { base, basic })
    }

    /// The base URL, ending in `/`, never with credentials in it.
    #[must_use]
    pub fn base(&self) -> &Url {
        &self.base
    }

    #[must_use]
    pub fn basic(&self) -> Option<&Basic> {
        self.basic.as_ref()
    }

    /// The same server with other credentials.
    #[must_use]
    pub fn with_basic(self, basic: Option<Basic>) -> Server {
        Server { basic: basic.or(self.basic), ..self }
    }

    /// Whether this is Certify DNS, which knows `subject` and refuses strangers.
    #[must_use]
    pub fn is_certify(&self) -> bool {
        self.base.host_str() == Some("certify-dns.certifytheweb.com")
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&host_of(self.base.as_str()))
    }
}

/// `user:key@` in front of the host, percent-decoded and removed from the URL.
fn take_credentials(base: &mut Url) -> Result<Option<Basic>, InvalidServer> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8().map(std::borrow::Cow::into_owned);
    let user = decode(base.username()).map_err(|_| InvalidServer::Credentials)?;
    let key = decode(base.password().unwrap_or_default()).map_err(|_| InvalidServer::Credentials)?;
    let cleared = base.set_username("").and_then(|()| base.set_password(None));
    cleared.map_err(|()| InvalidServer::NotAUrl)?;
    let nothing = user.is_empty() && key.is_empty();
    Ok((!nothing).then(|| Basic { user, key: Secret::new(key) }))
}

/// Why a text names no acme-dns server. The text itself is not repeated: it may hold credentials.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidServer {
    #[error("the acme-dns server is neither `certify` nor a URL")]
    NotAUrl,
    #[error("the credentials in the acme-dns URL are not percent-encoded UTF-8")]
    Credentials,
    #[error("the acme-dns server {host} would be spoken to over plain http")]
    PlainHttp { host: String },
}

impl Explain for InvalidServer {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            InvalidServer::NotAUrl => "give `certify` or a base URL such as `https://auth.example.org`",
            InvalidServer::Credentials => "write an `@` in the user name as `%40`, or use `--acme-dns-user`",
            InvalidServer::PlainHttp { .. } => {
                "use https; if the network in between is trusted, `--allow-http` permits plain http"
            }
        })]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_in_a_url_are_decoded_and_taken_out_of_it() {
        let server = Server::parse("https://me%40example.com:k%3Aey@dns.example.org/KEY?x#y", false).unwrap();
        assert_eq!(server.base().as_str(), "https://dns.example.org/KEY/");
        assert_eq!(server.basic(), Some(&Basic { user: "me@example.com".into(), key: Secret::new("k:ey") }));
        assert_eq!(server.to_string(), "dns.example.org");
        assert!(!format!("{server:?}").contains("k:ey"));
    }

    #[test]
    fn certify_is_a_name_for_its_base_url() {
        let server = Server::parse("certify", false).unwrap();
        assert_eq!(server.base().as_str(), CERTIFY);
        assert!(server.is_certify());
    }

    #[test]
    fn plain_http_is_for_this_machine_only_unless_allowed() {
        assert!(Server::parse("http://127.0.0.1:8080", false).is_ok());
        assert!(Server::parse("http://[::1]:8080", false).is_ok());
        assert!(Server::parse("http://localhost:8080", false).is_ok());
        assert!(Server::parse("http://auth.example.org", true).is_ok());
        let refused = InvalidServer::PlainHttp { host: "auth.example.org".into() };
        assert_eq!(Server::parse("http://auth.example.org", false), Err(refused));
        assert_eq!(Server::parse("auth.example.org", false), Err(InvalidServer::NotAUrl));
        assert_eq!(Server::parse("ftp://auth.example.org", false), Err(InvalidServer::NotAUrl));
    }
}
