//! Problem documents (RFC 7807, RFC 8555 section 6.7).

use axum::body::Body;
use axum::response::Response;
use http::{HeaderName, StatusCode, header};
use serde_json::{Value, json};

use super::replies::link;
use crate::sandbox::history::ProblemType;

/// Why a request, a challenge or an order failed.
#[derive(Clone, Debug)]
pub struct Problem {
    status: u16,
    kind: String,
    detail: String,
    /// Name and problem, for those of an order.
    pub(super) subproblems: Vec<(String, Problem)>,
    /// More members of the document.
    members: Vec<(&'static str, Value)>,
    headers: Vec<(HeaderName, String)>,
    /// URL and relation.
    links: Vec<(String, &'static str)>,
}

/// The types of RFC 8555 section 6.7, RFC 9773 section 7.4 and draft-ietf-acme-profiles, the status that they usually
/// come with, and what they mean.
pub const PROBLEM_TYPES: [(&str, u16, &str); 26] = [
    ("accountDoesNotExist", 400, "There is no such account"),
    ("alreadyReplaced", 409, "Another order replaces this certificate"),
    ("alreadyRevoked", 400, "The certificate is revoked already"),
    ("badCSR", 400, "The CSR cannot be accepted"),
    ("badNonce", 400, "This nonce is not good any more"),
    ("badPublicKey", 400, "This key is not supported"),
    ("badRevocationReason", 400, "This is no reason to revoke for"),
    ("badSignatureAlgorithm", 400, "This algorithm is not supported"),
    ("caa", 403, "CAA records forbid the CA to issue a certificate"),
    ("compound", 400, "Several things are wrong; the subproblems tell them"),
    ("connection", 400, "The server could not connect to the validation target"),
    ("dns", 400, "There was a problem with a DNS query"),
    ("externalAccountRequired", 403, "New accounts must be bound to an external account"),
    ("incorrectResponse", 403, "The response is not what the challenge requires"),
    ("invalidContact", 400, "A contact URL is invalid"),
    ("invalidProfile", 400, "There is no such profile"),
    ("malformed", 400, "The request is malformed"),
    ("orderNotReady", 403, "The order is not ready to be finalized"),
    ("rateLimited", 429, "Too many requests of this kind"),
    ("rejectedIdentifier", 400, "There are no certificates for this name"),
    ("serverInternal", 500, "The server had an internal error"),
    ("tls", 400, "The server had a TLS error during validation"),
    ("unauthorized", 403, "The account may not do this"),
    ("unsupportedContact", 400, "Contact URLs of this kind are not supported"),
    ("unsupportedIdentifier", 400, "Identifiers of this kind are not supported"),
    ("userActionRequired", 403, "A person must visit the instance URL first"),
];

impl Problem {
    /// With a type of ACME's own, or a whole URI.
    #[must_use]
    pub fn new(status: u16, kind: &str, detail: impl Into<String>) -> Problem {
        let uri = if kind.contains(':') { kind.to_owned() } else { format!("urn:ietf:params:acme:error:{kind}") };
        Problem {
            status,
            kind: uri,
            detail: detail.into(),
            subproblems: Vec::new(),
            members: Vec::new(),
            headers: Vec::new(),
            links: Vec::new(),
        }
    }

    /// With the status and detail that a type of [`PROBLEM_TYPES`] usually has.
    #[must_use]
    pub fn usual(kind: &str) -> Problem {
        let known = PROBLEM_TYPES.iter().find(|(known, ..)| *known == kind);
        let (_, status, detail) = known.unwrap_or(&("", 400, "Something else is wrong"));
        Problem::new(*status, kind, *detail)
    }

    pub(super) fn malformed(detail: impl Into<String>) -> Problem {
        Problem::new(400, "malformed", detail)
    }

    pub(super) fn not_found() -> Problem {
        Problem::new(404, "malformed", "There is no such object")
    }

    /// One more member of the document.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Problem {
        self.members.push((name, value));
        self
    }

    /// One more subproblem, about a name.
    #[must_use]
    pub fn with_subproblem(mut self, name: &str, problem: Problem) -> Problem {
        self.subproblems.push((name.to_owned(), problem));
        self
    }

    /// Seconds, a date, or something else.
    #[must_use]
    pub fn with_retry_after(mut self, value: &str) -> Problem {
        self.headers.push((header::RETRY_AFTER, value.to_owned()));
        self
    }

    /// A `Link` header.
    #[must_use]
    pub fn with_link(mut self, url: &str, relation: &'static str) -> Problem {
        self.links.push((url.to_owned(), relation));
        self
    }

    pub(super) fn json(&self) -> Value {
        let mut document = json!({ "type": self.kind, "detail": self.detail, "status": self.status });
        for (name, value) in &self.members {
            document[*name] = value.clone();
        }
        if !self.subproblems.is_empty() {
            let one = |(name, problem): &(String, Problem)| json!({ "type": problem.kind, "detail": problem.detail, "identifier": { "type": "dns", "value": name } });
            document["subproblems"] = self.subproblems.iter().map(one).collect();
        }
        document
    }

    pub(super) fn response(&self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let builder = Response::builder().status(status).header(header::CONTENT_TYPE, "application/problem+json");
        let builder = builder.extension(ProblemType(self.kind.clone()));
        let mut response = builder.body(Body::from(self.json().to_string())).expect("constant headers make a response");
        for (name, value) in self.headers.iter().filter_map(|(name, value)| Some((name, value.parse().ok()?))) {
            response.headers_mut().insert(name, value);
        }
        self.links.iter().for_each(|(url, relation)| link(&mut response, url, relation));
        response
    }
}
