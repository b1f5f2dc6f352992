//! CAA records, and what an `issue` or `issuewild` property says (RFC 8659 section 4).

use std::fmt;

use serde::Serialize;

/// One CAA record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    pub critical: bool,
    /// Lower-case: tags are matched so (RFC 8659 section 4.1).
    pub tag: String,
    pub value: String,
}

/// What the value of an `issue` or `issuewild` property says (RFC 8659 section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Property {
    /// This CA may, on these conditions; names of parameters are lower-case.
    Issuer { name: String, parameters: Vec<(String, String)> },
    /// `;`: nobody may.
    Nobody,
    /// Not as the grammar has it: it permits nobody (RFC 8659 section 4.2).
    Malformed,
}

impl Record {
    /// As zone files have it: `0 issue "ca.example"`.
    #[must_use]
    pub fn line(&self) -> String {
        let value: String = self.value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("{} {} {:?}", u8::from(self.critical) * 128, self.tag, value)
    }

    /// Takes the value apart.
    #[must_use]
    pub fn property(&self) -> Property {
        let (issuer, rest) = match self.value.split_once(';') {
            Some((issuer, rest)) => (issuer, Some(rest)),
            None => (self.value.as_str(), None),
        };
        let issuer = issuer.trim_matches(WHITE);
        let Some(parameters) = rest.map_or(Some(Vec::new()), parameters) else { return Property::Malformed };
        if issuer.is_empty() {
            return Property::Nobody;
        }
        let labels = issuer.split('.').all(is_label);
        match labels {
            true => Property::Issuer { name: issuer.to_ascii_lowercase(), parameters },
            false => Property::Malformed,
        }
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
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
