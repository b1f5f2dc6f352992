//! A resolver, and how it is reached.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use url::Url;

/// RFC 1035.
const PLAIN_PORT: u16 = 53;
/// RFC 7858 section 3.1.
const TLS_PORT: u16 = 853;

/// A resolver to ask.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Resolver {
    /// Plain DNS, over UDP and TCP: `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`.
    Plain(SocketAddr),
    /// DNS over TLS (RFC 7858): `tls://dns.example`, `tls://192.0.2.1:8853`.
    Tls { host: String, port: u16 },
    /// DNS over HTTPS (RFC 8484): `https://dns.example/dns-query`.
    Https(Url),
}

/// A text that names no resolver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", InvalidResolver::WHY)]
pub struct InvalidResolver;

impl InvalidResolver {
    pub const WHY: &str = "is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH";
}

impl FromStr for Resolver {
    type Err = InvalidResolver;

    fn from_str(text: &str) -> Result<Resolver, InvalidResolver> {
        match text.split_once("://") {
            None => plain(text).map(Resolver::Plain),
            Some(("tls", _)) => tls(text),
            Some(("https", _)) => https(text),
            Some(_) => Err(InvalidResolver),
        }
    }
}

impl fmt::Display for Resolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Resolver::Plain(address) => write!(f, "{address}"),
            Resolver::Tls { host, port: TLS_PORT } => write!(f, "tls://{host}"),
            Resolver::Tls { host, port } => write!(f, "tls://{host}:{port}"),
            // A query can hold a key.
            Resolver::Https(url) => write!(f, "https://{}{}", crate::http::host_of(url.as_str()), url.path()),
        }
    }
}

/// An address of a DNS server, on port 53 unless told.
///
/// # Errors
/// When it is none.
pub fn plain(text: &str) -> Result<SocketAddr, InvalidResolver> {
    let bare = text.parse::<IpAddr>().or_else(|_| text.trim_matches(['[', ']']).parse());
    let address = bare.map(|ip| SocketAddr::new(ip, PLAIN_PORT)).or_else(|_| text.parse());
    address.map_err(|_| InvalidResolver)
}

fn tls(text: &str) -> Result<Resolver, InvalidResolver> {
    let url = parsed(text)?;
    let bare = matches!(url.path(), "" | "/") && url.query().is_none();
    let host = url.host_str().filter(|host| !host.is_empty()).map(str::to_ascii_lowercase);
    let port = url.port().unwrap_or(TLS_PORT);
    host.filter(|_| bare).map(|host| Resolver::Tls { host, port }).ok_or(InvalidResolver)
}

/// Without a path, the one that all public resolvers have.
fn https(text: &str) -> Result<Resolver, InvalidResolver> {
    let mut url = parsed(text)?;
    if url.path() == "/" {
        url.set_path("/dns-query");
    }
    Ok(Resolver::Https(url))
}

fn parsed(text: &str) -> Result<Url, InvalidResolver> {
    let url = Url::parse(text).map_err(|_| InvalidResolver)?;
    let anonymous = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    if anonymous { Ok(url) } else { Err(InvalidResolver) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        text.parse::<Resolver>().map_or_else(|error| error.to_string(), |resolver| resolver.to_string())
    }

    #[test]
    fn addresses_get_port_53_and_keep_another() {
        assert_eq!(told("192.0.2.1"), "192.0.2.1:53");
        assert_eq!(told("192.0.2.1:5353"), "192.0.2.1:5353");
        assert_eq!(told("2001:db8::1"), "[2001:db8::1]:53");
        assert_eq!(told("[2001:db8::1]:5353"), "[2001:db8::1]:5353");
    }

    #[test]
    fn encrypted_resolvers_are_urls() {
        assert_eq!(told("tls://DNS.example"), "tls://dns.example");
        assert_eq!(told("tls://192.0.2.1:8853"), "tls://192.0.2.1:8853");
        assert_eq!(told("tls://[2001:db8::1]"), "tls://[2001:db8::1]");
        assert_eq!(told("https://dns.example"), "https://dns.example/dns-query");
        assert_eq!(told("https://192.0.2.1:8443/q?token=secret"), "https://192.0.2.1:8443/q");
    }

    #[test]
    fn anything_else_is_refused() {
        let wrong = ["", "dns.example", "192.0.2.1:x", "http://dns.example", "udp://192.0.2.1", "tls://", "tls://a/b"];
        for text in wrong.into_iter().chain(["https://user:key@dns.example/", "tls://a#b", "https://"]) {
            assert_eq!(told(text), InvalidResolver.to_string(), "{text}");
        }
    }
}
