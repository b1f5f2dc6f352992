//! Which of the accounts at a CA is meant.

use url::Url;

use super::error::AccountFault;
use crate::acme::Account;
use crate::context::Context;
use crate::error::Result;

/// What is said about the account to order with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The account that a lineage was ordered with: it is used as long as it can be.
    pub remembered: Option<&'a Url>,
    /// A name or URI.
    pub named: Option<&'a str>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Choice<'a> {
    This(&'a Account),
    /// It is there, but no certificates can be ordered with it any more.
    Ended(&'a Account),
    Unknown(&'a str),
    /// There is no account, and none is asked for by name.
    First,
}

/// The account to order with, of those at one CA: the chosen one stands first.
pub(super) fn choose<'a>(accounts: &'a [Account], wanted: &Wanted<'a>) -> Choice<'a> {
    let usable = || accounts.iter().filter(|account| account.is_usable());
    let remembered = wanted.remembered.and_then(|uri| usable().find(|account| account.uri.as_ref() == Some(uri)));
    if let Some(account) = remembered {
        return Choice::This(account);
    }
    let Some(name) = wanted.named else { return usable().next().map_or(Choice::First, Choice::This) };
    let named = || accounts.iter().filter(|account| account.uri.is_some() && account.answers_to(name));
    match named().find(|account| account.is_usable()).or_else(|| named().next()) {
        Some(account) if account.is_usable() => Choice::This(account),
        Some(account) => Choice::Ended(account),
        None => Choice::Unknown(name),
    }
}

/// What became of an account that a lineage remembers; `None` while it can be used, or where the CA is another now.
pub(super) fn fate_of_remembered(accounts: &[Account], directory: &Url, uri: &Url) -> Option<String> {
    match accounts.iter().find(|account| account.uri.as_ref() == Some(uri)) {
        Some(account) if account.directory != *directory || account.is_usable() => None,
        Some(account) => Some(format!("is {}", account.status)),
        None => Some("is not here any more".to_owned()),
    }
}

/// How surely an account must be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selecting {
    /// Without a name it is the one that orders.
    Any,
    /// Where there are several, it must be named.
    Surely,
}

/// The account that a command is about, usable or not.
///
/// # Errors
/// When there is none, or it must be named.
pub fn selected(cx: &Context, selecting: Selecting) -> Result<Account> {
    let directory = &cx.settings.ca;
    let accounts = cx.store.accounts_at(directory)?;
    match cx.settings.account_at(directory) {
        Some(name) => {
            let found = accounts.iter().find(|account| account.answers_to(name));
            found.cloned().ok_or_else(|| AccountFault::unknown(name, directory, &accounts).into())
        }
        None if selecting == Selecting::Surely && accounts.len() > 1 => {
            Err(AccountFault::ambiguous(directory, &accounts).into())
        }
        None => {
            let usable = accounts.iter().find(|account| account.is_usable()).or(accounts.first());
            usable.cloned().ok_or_else(|| AccountFault::none(directory).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::acme::{AccountKey, AccountKeyType};

    fn account(name: &str, uri: &str, status: &str) -> Account {
        let key = AccountKey::generate(AccountKeyType::EcdsaP256).unwrap();
        let directory = Url::parse("https://ca.example/dir").unwrap();
        let mut account = Account::new(directory, &key, Some(name.to_owned()), Timestamp::UNIX_EPOCH);
        (account.uri, account.status) = (Url::parse(uri).ok(), status.to_owned());
        account
    }

    fn three() -> [Account; 3] {
        [
            account("old", "https://ca.example/1", "deactivated"),
            account("main", "https://ca.example/2", "valid"),
            account("work", "https://ca.example/3", "valid"),
        ]
    }

    fn chosen(accounts: &[Account], remembered: Option<&str>, named: Option<&str>) -> String {
        let remembered = remembered.map(|uri| Url::parse(uri).unwrap());
        match choose(accounts, &Wanted { remembered: remembered.as_ref(), named }) {
            Choice::This(account) => account.title(),
            Choice::Ended(account) => format!("ended {}", account.title()),
            Choice::Unknown(name) => format!("unknown {name}"),
            Choice::First => "first".to_owned(),
        }
    }

    #[test]
    fn a_lineage_keeps_its_account_and_others_use_the_one_asked_for_or_the_first() {
        let accounts = three();
        assert_eq!(chosen(&accounts, None, None), "main");
        assert_eq!(chosen(&accounts, None, Some("work")), "work");
        assert_eq!(chosen(&accounts, None, Some("https://ca.example/3")), "work");
        assert_eq!(chosen(&accounts, Some("https://ca.example/3"), None), "work");
        assert_eq!(chosen(&accounts, Some("https://ca.example/3"), Some("main")), "work");
        assert_eq!(chosen(&accounts, Some("https://ca.example/1"), None), "main");
        assert_eq!(chosen(&accounts, None, Some("old")), "ended old");
        assert_eq!(chosen(&accounts, None, Some("other")), "unknown other");
        assert_eq!(chosen(&[], None, None), "first");
    }

    #[test]
    fn a_name_that_was_given_again_means_the_account_that_can_be_used() {
        let accounts =
            [account("work", "https://ca.example/1", "deactivated"), account("work", "https://ca.example/2", "valid")];
        assert_eq!(chosen(&accounts, None, Some("work")), "work");
    }

    #[test]
    fn what_became_of_a_remembered_account_is_told_unless_the_ca_is_another() {
        let (accounts, here) = (three(), Url::parse("https://ca.example/dir").unwrap());
        let fate = |directory: &Url, uri: &str| fate_of_remembered(&accounts, directory, &Url::parse(uri).unwrap());
        assert_eq!(fate(&here, "https://ca.example/2"), None);
        assert_eq!(fate(&here, "https://ca.example/1").as_deref(), Some("is deactivated"));
        assert_eq!(fate(&here, "https://ca.example/9").as_deref(), Some("is not here any more"));
        assert_eq!(fate(&Url::parse("https://other.example/dir").unwrap(), "https://ca.example/1"), None);
    }
}
