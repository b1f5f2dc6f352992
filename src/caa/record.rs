//! CAA records, and what an `issue` or `issuewild` property says (RFC 8659 section 4).

use std::fmt;

use serde::{Serialize, Serializer};

use crate::identifier::DnsName;

/// One CAA record. The order is by tag, then by value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    tag: String,
    value: Vec<u8>,
    flags: u8,
}

/// What the value of an `issue` or `issuewild` property says (RFC 8659 section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Property {
    /// This CA may, on these conditions; the issuer and the names of parameters are lower-case.
    Issuer { name: String, parameters: Vec<(String, String)> },
    /// No issuer, as in `;`: nobody may.
    Nobody,
    /// Not as the grammar has it: it permits nobody (RFC 8659 section 4.2).
    Malformed,
}

/// RFC 8659 section 4.1.1: bit 0, which is the highest. The others mean nothing, and are ignored.
const CRITICAL: u8 = 128;

impl Record {
    /// Tags are matched whatever their case is (RFC 8659 section 4.1), and kept in lower case.
    #[must_use]
    pub fn new(flags: u8, tag: &str, value: &[u8]) -> Record {
        Record { flags, tag: tag.to_ascii_lowercase(), value: value.to_vec() }
    }

    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether a CA that does not know the tag must not issue. The octet's lowest bit is meant so often by mistake that
    /// Let's Encrypt takes it for the critical one, too.
    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.flags & (CRITICAL | 1) != 0
    }

    /// The same with the issuer and the tags of parameters in lower case.
    #[must_use]
    pub fn in_lower_case(&self) -> Record {
        let value = String::from_utf8_lossy(&self.value);
        let part = |part: &str| match part.split_once('=') {
            Some((tag, value)) => format!("{}={value}", tag.to_ascii_lowercase()),
            None => part.to_ascii_lowercase(),
        };
        let value = value.split(';').map(part).collect::<Vec<_>>().join(";");
        Record { value: value.into_bytes(), ..self.clone() }
    }

    /// The same record, to be ignored by whoever does not know its tag.
    #[must_use]
    pub fn uncritical(&self) -> Record {
        Record { flags: self.flags & !(CRITICAL | 1), ..self.clone() }
    }

    /// As zone files have its data: `0 issue "ca.example"`.
    #[must_use]
    pub fn line(&self) -> String {
        let value: String = self.value.iter().map(|octet| escaped(*octet)).collect();
        format!("{} {} \"{value}\"", self.flags, self.tag)
    }

    /// As a zone file has it at this name.
    #[must_use]
    pub fn zone_line(&self, at: &DnsName) -> String {
        format!("{} CAA {}", at.fqdn(), self.line())
    }

    /// Whether the issuer or a parameter's tag is written in capitals: the RFCs do not mind, but there are CAs that
    /// compare letter by letter, and then know neither.
    #[must_use]
    pub fn has_capitals(&self) -> bool {
        let value = String::from_utf8_lossy(&self.value);
        value.split(';').any(|part| part.split('=').next().unwrap_or_default().bytes().any(|c| c.is_ascii_uppercase()))
    }

    /// Takes the value apart.
    #[must_use]
    pub fn property(&self) -> Property {
        let Ok(value) = std::str::from_utf8(&self.value) else { return Property::Malformed };
        let (issuer, rest) = match value.split_once(';') {
            Some((issuer, rest)) => (issuer.trim_matches(WHITE), Some(rest)),
            None => (value.trim_matches(WHITE), None),
        };
        let Some(parameters) = rest.map_or(Some(Vec::new()), parameters) else { return Property::Malformed };
        match issuer.is_empty() {
            true => Property::Nobody,
            false if issuer.split('.').all(is_label) => {
                Property::Issuer { name: issuer.to_ascii_lowercase(), parameters }
            }
            false => Property::Malformed,
        }
    }

    /// The account that is pinned, at whatever CA.
    #[must_use]
    pub fn pinned(&self) -> Option<String> {
        let Property::Issuer { parameters, .. } = self.property() else { return None };
        parameters.into_iter().find(|(tag, _)| tag == "accounturi").map(|(_, uri)| uri)
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// RFC 1035 section 5.1, within quotes.
fn escaped(octet: u8) -> String {
    match octet {
        b'"' | b'\\' => format!("\\{}", char::from(octet)),
        0x20..=0x7e => char::from(octet).to_string(),
        _ => format!("\\{octet:03}"),
    }
}

/// WSP of RFC 5234.
const WHITE: [char; 2] = [' ', '\t'];

/// `tag = value; tag = value`, white space wherever the grammar allows it; `None` when it is anything else.
fn parameters(text: &str) -> Option<Vec<(String, String)>> {
    if text.trim_matches(WHITE).is_empty() {
        return Some(Vec::new());
    }
    text.split(';').map(parameter).collect()
}

fn parameter(text: &str) -> Option<(String, String)> {
    let (tag, value) = text.split_once('=')?;
    let (tag, value) = (tag.trim_matches(WHITE), value.trim_matches(WHITE));
    let printable = value.bytes().all(|octet| matches!(octet, 0x21..=0x3a | 0x3c..=0x7e));
    (is_label(tag) && printable).then(|| (tag.to_ascii_lowercase(), value.to_owned()))
}

/// Letters, digits, and hyphens between them.
fn is_label(text: &str) -> bool {
    let plain = text.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-');
    !text.is_empty() && plain && !text.starts_with('-') && !text.ends_with('-')
}
