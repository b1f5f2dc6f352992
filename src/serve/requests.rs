//! What `/register` and `/update` take: as lenient as acme-dns where it is lenient, as strict where it is strict.

use ipnet::IpNet;
use serde_json::Value;

const VALUE_LENGTH: usize = 43;

/// Why a request is refused, in acme-dns's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    MalformedJson,
    InvalidNetwork,
    Forbidden,
    BadValue,
}

impl Refusal {
    pub(super) fn status(self) -> u16 {
        if self == Refusal::Forbidden { 401 } else { 400 }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Refusal::MalformedJson => "malformed_json_payload",
            Refusal::InvalidNetwork => "invalid_allowfrom_cidr",
            Refusal::Forbidden => "forbidden",
            Refusal::BadValue => "bad_txt",
        }
    }
}

/// The networks of a registration: as echoed, and as compared with.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Networks {
    pub echoed: Vec<String>,
    pub parsed: Vec<IpNet>,
}

/// The body of `/register`; an empty one, `{}` and `null` ask for no restriction.
pub(super) fn networks(body: &[u8]) -> Result<Networks, Refusal> {
    if body.is_empty() {
        return Ok(Networks::default());
    }
    let body = first_value(body).ok_or(Refusal::MalformedJson)?;
    let listed = match body {
        Value::Null => return Ok(Networks::default()),
        Value::Object(mut body) => body.remove("allowfrom").unwrap_or(Value::Null),
        _ => return Err(Refusal::MalformedJson),
    };
    let texts: Option<Vec<String>> = serde_json::from_value(listed).map_err(|_| Refusal::MalformedJson)?;
    let echoed: Vec<String> = texts.unwrap_or_default().iter().map(|text| text.replace(['[', ']'], "")).collect();
    let parsed = echoed.iter().map(|text| text.parse::<IpNet>()).collect::<Result<_, _>>();
    Ok(Networks { parsed: parsed.map_err(|_| Refusal::InvalidNetwork)?, echoed })
}

/// The body of `/update`; what cannot be read belongs to nobody.
pub(super) fn update(body: &[u8]) -> (String, Value) {
    let Some(Value::Object(mut body)) = first_value(body) else { return (String::new(), Value::Null) };
    let subdomain = body.remove("subdomain").and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
    (subdomain, body.remove("txt").unwrap_or(Value::Null))
}

/// A TXT value is 43 characters of the base64url alphabet: what dns-01 publishes.
pub(super) fn value(txt: &Value) -> Result<&str, Refusal> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let text = txt.as_str().filter(|text| text.len() == VALUE_LENGTH && text.chars().all(plain));
    text.ok_or(Refusal::BadValue)
}

/// The first JSON value; what follows it is not looked at.
fn first_value(body: &[u8]) -> Option<Value> {
    serde_json::Deserializer::from_slice(body).into_iter::<Value>().next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_echoed_without_brackets_and_with_their_host_bits() {
        let body = br#"{"allowfrom":["192.168.1.7/24","[2001:db8::]/32"],"subject":"x"} trailing"#;
        let read = networks(body).unwrap();
        assert_eq!(read.echoed, ["192.168.1.7/24", "2001:db8::/32"]);
        assert!(read.parsed[0].contains(&"192.168.1.200".parse::<std::net::IpAddr>().unwrap()));
    }

    #[test]
    fn empty_bodies_restrict_nothing_and_others_are_refused_by_name() {
        for body in ["", "{}", "null", r#"{"allowfrom":[]}"#, r#"{"allowfrom":null}"#] {
            assert_eq!(networks(body.as_bytes()), Ok(Networks::default()), "{body}");
        }
        for body in ["{", "[]", "7", r#"{"allowfrom":"x"}"#] {
            assert_eq!(networks(body.as_bytes()), Err(Refusal::MalformedJson), "{body}");
        }
        assert_eq!(networks(br#"{"allowfrom":["192.0.2.1"]}"#), Err(Refusal::InvalidNetwork));
    }

    #[test]
    fn a_value_has_43_characters_of_base64url() {
        assert!(value(&Value::from("a".repeat(43))).is_ok());
        for wrong in [Value::from("a".repeat(42)), Value::from("!".repeat(43)), Value::Null, Value::from(7)] {
            assert_eq!(value(&wrong), Err(Refusal::BadValue));
        }
    }
}
