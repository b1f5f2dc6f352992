//! What can be wrong with accounts before, and beyond, what a CA says.

use jiff::Timestamp;
use url::Url;

use crate::acme::{Account, AcmeError, authority_name};
use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub(super) enum AccountFault {
    #[error("{authority} wants its terms of service agreed to before it makes an account")]
    TermsNotAgreed { authority: String, terms: Url },
    #[error("{authority} makes accounts for its customers only, and no external account binding is given")]
    NoBinding { authority: String },
    #[error("{authority} does not accept the external account binding with the key identifier {kid:?}")]
    Binding { authority: String, kid: String, source: AcmeError },
    #[error("there is no ACME account at {authority}")]
    None { authority: String },
    #[error("no ACME account at {authority} is called {name:?}")]
    Unknown { authority: String, name: String, known: Vec<String> },
    #[error("there are {} ACME accounts at {authority}, and none is named", known.len())]
    Ambiguous { authority: String, known: Vec<String> },
    #[error("the ACME account {title} is {status}")]
    Ended { title: String, status: String },
    #[error("{name:?} cannot be the name of an account: {why}")]
    Name { name: String, why: String },
    #[error("it is not known which of its two keys the account has now")]
    Unsettled { source: AcmeError },
    #[error(
        "a rollover of the account {title} was interrupted, and the CA may still take the new key until {until:.0}"
    )]
    Underway { title: String, until: Timestamp },
    #[error("{authority} knows neither key of the account {title}")]
    NeitherKey { authority: String, title: String },
}

impl AccountFault {
    pub(super) fn none(directory: &Url) -> AccountFault {
        AccountFault::None { authority: authority_name(directory) }
    }

    pub(super) fn unknown(name: &str, directory: &Url, accounts: &[Account]) -> AccountFault {
        AccountFault::Unknown { authority: authority_name(directory), name: name.to_owned(), known: titles(accounts) }
    }

    pub(super) fn ambiguous(directory: &Url, accounts: &[Account]) -> AccountFault {
        AccountFault::Ambiguous { authority: authority_name(directory), known: titles(accounts) }
    }

    pub(super) fn ended(account: &Account) -> AccountFault {
        AccountFault::Ended { title: account.title(), status: account.status.clone() }
    }
}

fn titles(accounts: &[Account]) -> Vec<String> {
    accounts.iter().map(Account::title).collect()
}

impl Explain for AccountFault {
    fn kind(&self) -> Kind {
        match self {
            AccountFault::Unknown { .. } | AccountFault::Ambiguous { .. } | AccountFault::Name { .. } => Kind::Usage,
            AccountFault::Unsettled { source } => source.kind(),
            AccountFault::Underway { .. } => Kind::TryLater,
            AccountFault::NeitherKey { .. } => Kind::Failed,
            _ => Kind::ActionNeeded,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            AccountFault::TermsNotAgreed { terms, .. } => vec![
                Hint::new("read them, then run the same command with `--agree-tos` (or set `agree-tos = true` in the configuration file)")
                    .line(terms.as_str()),
            ],
            AccountFault::NoBinding { .. } => vec![
                Hint::new("take the key identifier and the HMAC key from your account at the CA's site, the key into a file; then")
                    .line("certdns acmeaccount add --eab-kid KID --eab-hmac-key-file FILE"),
            ],
            AccountFault::Binding { .. } => vec![Hint::new(
                "copy the key identifier (`--eab-kid`) and the HMAC key (`--eab-hmac-key-file`) once more, as a pair, from the CA's site; at many CAs a pair is good for one account",
            )],
            AccountFault::None { .. } => vec![
                Hint::new("make one, or take one over from another client").line("certdns acmeaccount add --agree-tos"),
                Hint::new("or name another CA with `--ca`; `certdns acmeaccount list` shows all accounts"),
            ],
            AccountFault::Unknown { name, known, .. } => {
                let make = Hint::new("make one of this name").line(format!("certdns acmeaccount add --account {name}"));
                let there = (!known.is_empty()).then(|| there_are(known));
                there.into_iter().chain([make]).collect()
            }
            AccountFault::Ambiguous { known, .. } => vec![there_are(known)],
            AccountFault::Ended { .. } => {
                vec![Hint::new("name another with `--account`, or none; `certdns acmeaccount list` shows what there is")]
            }
            AccountFault::Name { .. } => Vec::new(),
            AccountFault::Unsettled { source } => {
                let mut hints = source.hints();
                hints.push(Hint::new("nothing is lost: both keys are kept, and the next command finds out which one the CA knows"));
                hints
            }
            AccountFault::Underway { .. } => vec![
                Hint::new("run the same command again then; or finish the rollover now, with the new key that is there")
                    .line("certdns acmeaccount rollover"),
            ],
            AccountFault::NeitherKey { .. } => {
                vec![Hint::new("the account may have been given another key elsewhere: `certdns acmeaccount show` asks again; then take it over from there with `certdns acmeaccount import`")]
            }
        }
    }
}

fn there_are(known: &[String]) -> Hint {
    known.iter().fold(Hint::new("say which with `--account`:"), Hint::line)
}
