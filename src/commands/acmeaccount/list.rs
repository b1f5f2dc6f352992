//! `certdns acmeaccount list`.

use serde_json::{Value, json};

use super::shown::Shown;
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::output::{Outcome, error_json, error_text};

/// Accounts as they are kept.
#[derive(Default)]
pub(super) struct AccountsOutcome {
    pub accounts: Vec<Shown>,
    pub damaged: Vec<Error>,
}

pub(super) fn run(cx: &Context) -> Result<AccountsOutcome> {
    let mut outcome = AccountsOutcome::default();
    for account in cx.store.accounts()? {
        match account.map_err(Error::from).and_then(|account| Shown::of(cx, account)) {
            Ok(shown) => outcome.accounts.push(shown),
            Err(error) => outcome.damaged.push(error),
        }
    }
    Ok(outcome)
}

impl Outcome for AccountsOutcome {
    fn json(&self) -> Value {
        json!({
            "accounts": self.accounts.iter().map(Shown::json).collect::<Vec<_>>(),
            "damaged": self.damaged.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        if self.accounts.is_empty() && self.damaged.is_empty() {
            return "No ACME accounts yet: the first `certdns issue` makes one, or `certdns acmeaccount add`.\n"
                .to_owned();
        }
        let accounts: Vec<String> = self.accounts.iter().map(Shown::text).collect();
        let damaged: Vec<String> = self.damaged.iter().map(error_text).collect();
        [accounts, damaged].concat().join("\n")
    }

    fn kind(&self) -> Option<Kind> {
        (!self.damaged.is_empty()).then_some(Kind::Failed)
    }
}
