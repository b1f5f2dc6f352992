//! Problem documents (RFC 7807, RFC 8555 section 6.7).

use axum::body::Body;
use axum::response::Response;
use http::{StatusCode, header};
use serde_json::{Value, json};

use crate::sandbox::history::ProblemType;

/// Why a request, a challenge or an order failed.
#[derive(Clone, Debug)]
pub struct Problem {
    status: u16,
    kind: String,
    detail: String,
    /// Name and problem, for those of an order.
    pub(super) subproblems: Vec<(String, Problem)>,
    extra: Option<(&'static str, Value)>,
}

impl Problem {
    pub(in crate::sandbox) fn new(status: u16, short_type: &str, detail: impl Into<String>) -> Problem {
        let kind = format!("urn:ietf:params:acme:error:{short_type}");
        Problem { status, kind, detail: detail.into(), subproblems: Vec::new(), extra: None }
    }

    pub(super) fn malformed(detail: impl Into<String>) -> Problem {
        Problem::new(400, "malformed", detail)
    }

    pub(super) fn not_found() -> Problem {
        Problem::new(404, "malformed", "There is no such object")
    }

    /// One more member of the document.
    pub(super) fn with(mut self, name: &'static str, value: Value) -> Problem {
        self.extra = Some((name, value));
        self
    }

    pub(super) fn json(&self) -> Value {
        let mut document = json!({ "type": self.kind, "detail": self.detail, "status": self.status });
        if let Some((name, value)) = &self.extra {
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
        builder.body(Body::from(self.json().to_string())).expect("constant headers make a response")
    }
}
