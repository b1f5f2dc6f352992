//! Names, parsed once at the door: [`DnsName`] for any name in DNS, [`Identifier`] for a name in an order.

use std::fmt;
use std::str::FromStr;

use idna::AsciiDenyList;
use serde::{Deserialize, Serialize};

use crate::error::{Explain, Hint, Kind};

/// The label that dns-01 puts in front of a name (RFC 8555 section 8.4).
pub const CHALLENGE_LABEL: &str = "_acme-challenge";

/// A full domain name: lower case, A-labels, without the final dot. Underscores are allowed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DnsName(String);

impl DnsName {
    /// Parses a name as typed or as a service returned it; a final dot is dropped, U-labels become A-labels.
    ///
    /// # Errors
    /// When it is not a domain name, or longer than DNS allows (RFC 1035 section 2.3.4).
    pub fn parse(text: &str) -> Result<DnsName, InvalidName> {
        let typed = text.strip_suffix('.').unwrap_or(text);
        let ascii = idna::domain_to_ascii_cow(typed.as_bytes(), AsciiDenyList::URL)
            .map_err(|_| invalid(text, Flaw::NotAName))?;
        check_lengths(text, &ascii)?;
        Ok(DnsName(ascii.into_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name with its final dot, as zone files want it.
    #[must_use]
    pub fn fqdn(&self) -> String {
        format!("{}.", self.0)
    }

    /// The name one label up; `None` above a top-level domain.
    #[must_use]
    pub fn parent(&self) -> Option<DnsName> {
        self.0.split_once('.').map(|(_, rest)| DnsName(rest.to_owned()))
    }

    /// Whether this name is `zone` or below it.
    #[must_use]
    pub fn is_within(&self, zone: &DnsName) -> bool {
        match self.0.strip_suffix(&zone.0) {
            Some(rest) => rest.is_empty() || rest.ends_with('.'),
            None => false,
        }
    }
}

impl fmt::Display for DnsName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for DnsName {
    type Error = InvalidName;
    fn try_from(text: String) -> Result<DnsName, InvalidName> {
        DnsName::parse(&text)
    }
}

impl From<DnsName> for String {
    fn from(name: DnsName) -> String {
        name.0
    }
}

/// A DNS name in an order (RFC 8555 section 7.1.3); being a wildcard is a property of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Identifier {
    base: DnsName,
    wildcard: bool,
}

impl Identifier {
    /// Parses a name as a person types it: `example.com`, `*.example.com`, `bücher.example`.
    ///
    /// # Errors
    /// [`InvalidName`] when no CA can issue for it; the hint says what may have been meant.
    pub fn parse(text: &str) -> Result<Identifier, InvalidName> {
        if let Some(meant) = name_inside_url(text) {
            return Err(invalid(text, Flaw::Url { meant }));
        }
        let (wildcard, rest) = match text.strip_prefix("*.") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let base = parse_host(text, rest)?;
        Ok(Identifier { base, wildcard })
    }

    /// The name without `*.`.
    #[must_use]
    pub fn base(&self) -> &DnsName {
        &self.base
    }

    #[must_use]
    pub fn is_wildcard(&self) -> bool {
        self.wildcard
    }

    /// Where the CA looks for the TXT record (RFC 8555 section 8.4); the same for a name and its wildcard.
    #[must_use]
    pub fn challenge_name(&self) -> DnsName {
        DnsName(format!("{CHALLENGE_LABEL}.{}", self.base))
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.wildcard { write!(f, "*.{}", self.base) } else { write!(f, "{}", self.base) }
    }
}

impl FromStr for Identifier {
    type Err = InvalidName;
    fn from_str(text: &str) -> Result<Identifier, InvalidName> {
        Identifier::parse(text)
    }
}

impl TryFrom<String> for Identifier {
    type Error = InvalidName;
    fn try_from(text: String) -> Result<Identifier, InvalidName> {
        Identifier::parse(&text)
    }
}

impl From<Identifier> for String {
    fn from(identifier: Identifier) -> String {
        identifier.to_string()
    }
}

/// Why a text is not a name that certdns can work with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} {flaw}")]
pub struct InvalidName {
    text: String,
    flaw: Flaw,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Flaw {
    #[error("is not a domain name")]
    NotAName,
    #[error("is a URL, not a domain name")]
    Url { meant: Option<String> },
    #[error("has an empty label")]
    EmptyLabel,
    #[error("has a label of more than 63 octets")]
    LongLabel,
    #[error("is longer than 253 octets")]
    LongName,
    #[error("is longer than {limit} octets, which leaves no room for _acme-challenge in front of it")]
    NoRoom { limit: usize },
    #[error("is an IP address; dns-01 proves domain names only")]
    IpAddress,
    #[error("is a top-level domain")]
    TopLevel,
    #[error("has a wildcard that is not its whole leftmost label")]
    Wildcard,
    #[error("has characters that host names do not have")]
    HostCharacters,
    #[error("is the place of the challenge itself")]
    ChallengeName { meant: String },
}

impl Explain for InvalidName {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        let meant = |name: &str| vec![Hint::new(format!("did you mean `{name}`?"))];
        match &self.flaw {
            Flaw::Url { meant: Some(name) } | Flaw::ChallengeName { meant: name } => meant(name),
            Flaw::Wildcard => vec![Hint::new("a wildcard stands alone in front: `*.example.com`")],
            Flaw::EmptyLabel => vec![Hint::new("labels are parted by single dots: `www.example.com`")],
            Flaw::TopLevel => vec![Hint::new("give a name below it, such as `www.example.com`")],
            _ => vec![Hint::new("names look like `www.example.com` or `*.example.com`")],
        }
    }
}

fn invalid(text: &str, flaw: Flaw) -> InvalidName {
    InvalidName { text: text.to_owned(), flaw }
}

/// `https://www.example.com/shop` or `www.example.com/shop` is no name, but there is a name in it.
#[allow(clippy::option_option)] // outer: it is a URL; inner: there is a usable name in it
fn name_inside_url(text: &str) -> Option<Option<String>> {
    let rest = text.split_once("://").map(|(_, rest)| rest);
    let rest = rest.or_else(|| (text.contains(['/', '?', '#', '@']) || has_port(text)).then_some(text))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    Some(Identifier::parse(host).ok().map(|name| name.to_string()))
}

fn has_port(text: &str) -> bool {
    let digits = |port: &str| !port.is_empty() && port.bytes().all(|octet| octet.is_ascii_digit());
    text.split_once(':').is_some_and(|(_, port)| digits(port))
}

fn parse_host(text: &str, rest: &str) -> Result<DnsName, InvalidName> {
    if rest.contains('*') {
        return Err(invalid(text, Flaw::Wildcard));
    }
    if rest.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok() {
        return Err(invalid(text, Flaw::IpAddress));
    }
    let base = DnsName::parse(rest).map_err(|error| InvalidName { text: text.to_owned(), ..error })?;
    check_host(text, &base)?;
    Ok(base)
}

/// What CAs demand beyond DNS: letters, digits and hyphens (RFC 1123), below a top-level domain.
fn check_host(text: &str, base: &DnsName) -> Result<(), InvalidName> {
    if let Some(meant) = base.0.strip_prefix("_acme-challenge.") {
        return Err(invalid(text, Flaw::ChallengeName { meant: meant.to_owned() }));
    }
    if idna::domain_to_ascii_strict(&base.0).is_err() {
        return Err(invalid(text, Flaw::HostCharacters));
    }
    let Some((_, top)) = base.0.rsplit_once('.') else { return Err(invalid(text, Flaw::TopLevel)) };
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(invalid(text, Flaw::IpAddress));
    }
    let limit = 253 - CHALLENGE_LABEL.len() - 1;
    if base.0.len() > limit { Err(invalid(text, Flaw::NoRoom { limit })) } else { Ok(()) }
}

/// RFC 1035 section 2.3.4: labels of 63 octets, names of 255 on the wire, which is 253 as text.
fn check_lengths(text: &str, ascii: &str) -> Result<(), InvalidName> {
    if ascii.split('.').any(str::is_empty) {
        return Err(invalid(text, Flaw::EmptyLabel));
    }
    if ascii.split('.').any(|label| label.len() > 63) {
        return Err(invalid(text, Flaw::LongLabel));
    }
    if ascii.len() > 253 { Err(invalid(text, Flaw::LongName)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
