//! What a reply says about a name, as far as delegation goes.

use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::RData;

use super::ask::{Reply, at, code_text, text_of};
use crate::delegation::Answer;
use crate::identifier::DnsName;

/// So many records of one name are looked at, and so much of each.
const MAX_RECORDS: usize = 16;
const MAX_TEXT: usize = 120;

/// What an authoritative server's answer to one question says.
pub(super) fn answer(reply: &Reply, name: &DnsName) -> Answer {
    let message = match reply {
        Reply::Message(message) => message,
        Reply::Silent => return Answer::Silent,
        Reply::Unreachable => return Answer::Unreachable,
        Reply::Broken(how) => return Answer::Failed { code: how.clone() },
    };
    let records = records(message, name);
    match message.metadata.response_code {
        // NXDOMAIN may come with the CNAME itself: it then speaks of the name that the CNAME leads to.
        ResponseCode::NoError | ResponseCode::NXDomain if records.is_some() => records.unwrap_or(Answer::NoData),
        ResponseCode::NXDomain => Answer::NxDomain,
        ResponseCode::NoError if message.metadata.authoritative => Answer::NoData,
        ResponseCode::NoError => Answer::Lame,
        code => Answer::Failed { code: code_text(code) },
    }
}

/// A resolver has no authority, and needs none.
pub(super) fn resolver_answer(reply: &Reply, name: &DnsName) -> Answer {
    match answer(reply, name) {
        Answer::Lame => Answer::NoData,
        answer => answer,
    }
}

/// How long a resolver may go on saying what it said: the TTL of the first record, or of the denial (RFC 2308).
pub(super) fn ttl(reply: &Reply) -> Option<u32> {
    let message = reply.message()?;
    message.answers.first().map(|record| record.ttl).or_else(|| message.negative_ttl())
}

fn records(message: &DnsResponse, name: &DnsName) -> Option<Answer> {
    let (mut cname, mut txt) = (Vec::new(), Vec::new());
    for data in at(&message.answers, name) {
        match data {
            RData::CNAME(target) => cname.push(text_of(&target.0)),
            RData::TXT(text) => txt.push(shortened(&text.txt_data.concat())),
            _ => {}
        }
    }
    cname.sort();
    cname.dedup();
    cname.truncate(MAX_RECORDS);
    txt.truncate(MAX_RECORDS);
    (!cname.is_empty() || !txt.is_empty()).then_some(Answer::Records { cname, txt })
}

/// Validation values have 43 octets; of what is far longer, the beginning is enough to tell what it is.
fn shortened(text: &[u8]) -> String {
    let shown = String::from_utf8_lossy(&text[..text.len().min(MAX_TEXT)]).into_owned();
    if text.len() > MAX_TEXT { format!("{shown}... ({} octets)", text.len()) } else { shown }
}

/// One answer from two: records win, then what is decisive, then whatever went wrong.
pub(super) fn together(cname: Answer, txt: Answer) -> Answer {
    match (cname, txt) {
        (Answer::Records { cname: mut names, txt: mut texts }, Answer::Records { cname, txt }) => {
            names.extend(cname);
            names.sort();
            names.dedup();
            texts.extend(txt);
            Answer::Records { cname: names, txt: texts }
        }
        (records @ Answer::Records { .. }, _) | (_, records @ Answer::Records { .. }) => records,
        // acme-dns says NXDOMAIN to every question but the right one.
        (Answer::NoData, Answer::NxDomain) | (Answer::NxDomain, Answer::NoData) => Answer::NoData,
        (cname, txt) if txt.is_decisive() && !cname.is_decisive() => txt,
        (cname, _) => cname,
    }
}
