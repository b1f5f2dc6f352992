//! Problem documents (RFC 7807, RFC 8555 section 6.7) as text and as decisions.

use instant_acme::{Problem, Subproblem};

use crate::error::Listed;
use crate::identifier::{DnsName, Identifier};

const PREFIX: &str = "urn:ietf:params:acme:error:";
const MAX_TEXT: usize = 600;

/// The type without its namespace: `rateLimited`.
pub(super) fn short_type(problem: &Problem) -> &str {
    short(problem.r#type.as_deref())
}

pub(super) fn short(full: Option<&str>) -> &str {
    let full = full.unwrap_or("about:blank");
    full.strip_prefix(PREFIX).unwrap_or(full)
}

/// What the CA says, on one line, without control characters.
pub(super) fn text(problem: &Problem) -> String {
    said(problem.detail.as_deref(), short_type(problem))
}

/// Whether what the CA says is about one of these names, or about a domain above it.
pub(super) fn mentions(problem: &Problem, names: &[Identifier]) -> bool {
    let said = problem.detail.as_deref().unwrap_or_default().to_ascii_lowercase();
    let words: Vec<&str> =
        said.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '*'))).collect();
    let is_said = |name: &str| words.iter().any(|word| word.trim_end_matches('.').trim_start_matches("*.") == name);
    let above = |name: &Identifier| {
        std::iter::successors(Some(name.base().clone()), DnsName::parent).take_while(|name| name.as_str().contains('.'))
    };
    !problem.subproblems.is_empty() || names.iter().flat_map(above).any(|name| is_said(name.as_str()))
}

/// What the CA says of single names (RFC 8555 section 6.7.1).
pub(super) fn each(problem: &Problem) -> Option<Listed> {
    Listed::new(problem.subproblems.iter().map(of_name).collect())
}

/// A subproblem, with the name it is about.
pub(super) fn of_name(problem: &Subproblem) -> String {
    let said = said(problem.detail.as_deref(), short(problem.r#type.as_deref()));
    match &problem.identifier {
        Some(name) => format!("{}: {said}", name.authorized(false)),
        None => said,
    }
}

pub(super) fn said(detail: Option<&str>, kind: &str) -> String {
    let words = detail.unwrap_or("no details").split(|c: char| c.is_whitespace() || c.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(MAX_TEXT).collect();
    format!("{line} ({})", kind.chars().filter(|c| !c.is_control()).take(80).collect::<String>())
}

/// The types that a problem comes to, each once: those of its subproblems, where it is only their sum.
pub(super) fn types(problem: &Problem) -> Vec<&str> {
    let own = short_type(problem);
    let mut types: Vec<&str> = problem.subproblems.iter().map(|one| short(one.r#type.as_deref())).collect();
    if types.is_empty() || !matches!(own, "compound" | "malformed") {
        return vec![own];
    }
    types.sort_unstable();
    types.dedup();
    types
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_ca_says_is_one_line_without_control_characters() {
        assert_eq!(said(Some("too\n many\x1b[31m certs"), "rateLimited"), "too many [31m certs (rateLimited)");
        assert_eq!(said(None, "caa"), "no details (caa)");
    }

    #[test]
    fn a_limit_of_names_is_told_from_one_of_the_account() {
        let names = [Identifier::parse("www.example.com").unwrap(), Identifier::parse("*.example.org").unwrap()];
        let about = |detail: &str| {
            let problem = serde_json::json!({ "type": format!("{PREFIX}rateLimited"), "detail": detail });
            mentions(&serde_json::from_value(problem).unwrap(), &names)
        };
        assert!(about("too many certificates (50) already issued for \"example.com\" in the last 168h, retry after"));
        assert!(about("too many failed authorizations (5) for www.example.com."));
        assert!(about("too many certificates (5) already issued for this exact set of identifiers: *.example.org"));
        assert!(!about(
            "too many new orders (300) from this account in the last 3h0m0s, see https://letsencrypt.org/docs/"
        ));
        assert!(!about("too many certificates already issued for \"myexample.com\""));
        assert!(!about(""));
    }

    #[test]
    fn a_problem_that_only_sums_up_is_met_as_its_parts() {
        let problem = |own: &str| -> Problem {
            let part = |kind: &str| serde_json::json!({ "type": format!("{PREFIX}{kind}") });
            let parts = [part("dns"), part("caa"), part("dns")];
            serde_json::from_value(serde_json::json!({ "type": format!("{PREFIX}{own}"), "subproblems": parts }))
                .unwrap()
        };
        assert_eq!(types(&problem("compound")), ["caa", "dns"]);
        assert_eq!(types(&problem("rejectedIdentifier")), ["rejectedIdentifier"]);
    }
}
