//! CAA (RFC 8659) and its extensions for ACME (RFC 8657).

use url::Url;

/// The two records that let only this account issue, by dns-01 only, for names and for wildcards, as zone-file lines
/// at the zone's apex. The CA's first identity is its main one (RFC 8555 section 7.1.1, `caaIdentities`).
#[must_use]
pub fn pinning_records(identities: &[String], account: &Url) -> Vec<String> {
    let Some(issuer) = identities.first() else { return Vec::new() };
    let record = |tag| format!("@ CAA 0 {tag} \"{issuer}; accounturi={account}; validationmethods=dns-01\"");
    ["issue", "issuewild"].map(record).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_pinned_for_names_and_for_wildcards() {
        let account = Url::parse("https://ca.example/acct/7").unwrap();
        let records = pinning_records(&["ca.example".to_owned(), "ca.test".to_owned()], &account);
        let value = r#""ca.example; accounturi=https://ca.example/acct/7; validationmethods=dns-01""#;
        assert_eq!(records, [format!("@ CAA 0 issue {value}"), format!("@ CAA 0 issuewild {value}")]);
    }

    #[test]
    fn a_ca_that_names_no_identity_cannot_be_pinned() {
        assert!(pinning_records(&[], &Url::parse("https://ca.example/acct/7").unwrap()).is_empty());
    }
}
