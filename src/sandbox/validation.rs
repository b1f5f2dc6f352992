//! dns-01 as a CA does it: one TXT question through its resolver, CNAMEs followed (RFC 8555 section 8.4).

use std::net::SocketAddr;

use hickory_proto::op::ResponseCode;
use hickory_proto::rr::{Name, RData, RecordType};

use super::authority::Problem;
use super::resolver::upstream::ask;

/// A resolver may ask several servers before it answers.
const ATTEMPTS: usize = 3;

/// Whether one of the TXT records at the challenge name of `base` is `value`.
pub(super) async fn dns01(resolver: SocketAddr, base: &str, value: &str) -> Result<(), Problem> {
    let name = format!("_acme-challenge.{base}");
    let found = texts(resolver, &name).await?;
    if found.iter().any(|text| text == value) {
        return Ok(());
    }
    Err(Problem::new(
        403,
        "unauthorized",
        match found.as_slice() {
            [] => format!("No TXT record found at {name}"),
            [one] => format!("Incorrect TXT record {one:?} found at {name}"),
            [one, others @ ..] => format!("Incorrect TXT record {one:?} (and {} more) found at {name}", others.len()),
        },
    ))
}

async fn texts(resolver: SocketAddr, name: &str) -> Result<Vec<String>, Problem> {
    let wire =
        Name::from_ascii(format!("{name}.")).map_err(|_| Problem::new(400, "dns", format!("{name} is no name")))?;
    for _ in 0..ATTEMPTS {
        let Ok(reply) = ask(resolver, &wire, RecordType::TXT).await else { continue };
        let text = |data: &RData| match data {
            RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
            _ => None,
        };
        return match reply.metadata.response_code {
            ResponseCode::NoError => Ok(reply.answers.iter().filter_map(|record| text(&record.data)).collect()),
            ResponseCode::NXDomain => {
                Err(Problem::new(400, "dns", format!("DNS problem: NXDOMAIN looking up TXT for {name}")))
            }
            code => Err(Problem::new(400, "dns", format!("DNS problem: {code} looking up TXT for {name}"))),
        };
    }
    Err(Problem::new(400, "dns", format!("DNS problem: query timed out looking up TXT for {name}")))
}
