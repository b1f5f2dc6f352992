//! Who asks for certificates.

use url::Url;

use crate::acme::{Account, authority_name, preset_identities};
use crate::caa::Applicant;
use crate::context::Context;
use crate::error::Result;

/// Who asks: the CA's names, and the account where there is one.
#[derive(Clone, Debug, Default)]
pub struct Who {
    pub identities: Vec<String>,
    pub account: Option<Url>,
    /// Every account that the store knows: records that pin one of them are told of as such.
    pub known: Vec<Known>,
}

/// A CA, and the account there that orders, where a lineage remembers one: directory URL and account URI.
pub type Asker = (Url, Option<Url>);

/// An account of ours, whatever it is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub uri: Url,
    pub directory: Url,
    /// `valid`, `deactivated` or `revoked`.
    pub status: String,
}

impl Known {
    /// How its CA is called.
    #[must_use]
    pub fn authority(&self) -> String {
        authority_name(&self.directory)
    }
}

impl Who {
    /// The account at this CA that certificates are ordered with, without asking anybody. `None` when nothing is
    /// known yet of how CAA records name the CA.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub fn at(cx: &Context, directory: &Url) -> Result<Option<Who>> {
        Who::of(cx, &(directory.clone(), None))
    }

    /// The same; the account that a lineage remembers comes first, as long as it can be used.
    ///
    /// # Errors
    /// As above.
    pub fn of(cx: &Context, asker: &Asker) -> Result<Option<Who>> {
        let (account, directory) = (account_to_order_with(cx, asker)?, &asker.0);
        let named = account.as_ref().map(|account| account.caa_identities.clone()).filter(|names| !names.is_empty());
        let identities = named.or_else(|| preset_identities(directory));
        Ok(identities.map(|identities| Who::asking(cx, identities, account.as_ref())))
    }

    /// The account that a lineage remembers, at the CA of these names; nothing is read for it.
    #[must_use]
    pub fn remembered((_, account): &Asker, identities: Vec<String>) -> Who {
        Who { identities, account: account.clone(), known: Vec::new() }
    }

    /// This account, or before there is one whatever account will be made, at the CA of these names.
    #[must_use]
    pub fn asking(cx: &Context, identities: Vec<String>, account: Option<&Account>) -> Who {
        Who { identities, account: account.and_then(|account| account.uri.clone()), known: known(cx) }
    }

    #[must_use]
    pub fn applicant(&self) -> Applicant<'_> {
        Applicant { identities: &self.identities, account: self.account.as_ref() }
    }

    /// The CA of the account that asks.
    #[must_use]
    pub fn directory(&self) -> Option<&Url> {
        let account = self.account.as_ref()?;
        self.known.iter().find(|known| known.uri == *account).map(|known| &known.directory)
    }

    /// The account of ours that a record pins, when it is not the one that asks.
    #[must_use]
    pub fn other(&self, pinned: &str) -> Option<&Known> {
        let other = |known: &&Known| known.uri.as_str() == pinned && self.account.as_ref() != Some(&known.uri);
        self.known.iter().find(other)
    }
}

/// The account that orders, if it is there: the one that is remembered, the one that is asked for, or the chosen one.
/// Nobody is asked, and nothing is made.
///
/// # Errors
/// When the accounts cannot be read.
pub fn account_to_order_with(cx: &Context, (directory, remembered): &Asker) -> Result<Option<Account>> {
    let (mut accounts, named) = (cx.store.accounts_at(directory)?, cx.settings.account_at(directory));
    accounts.retain(Account::is_usable);
    let position = |meant: &dyn Fn(&Account) -> bool| accounts.iter().position(meant);
    let remembered = position(&|account| remembered.is_some() && account.uri == *remembered);
    let found = remembered.or_else(|| position(&|account| named.is_none_or(|name| account.answers_to(name))));
    Ok(found.map(|found| accounts.swap_remove(found)))
}

/// What cannot be read is left out: it is for hints only.
fn known(cx: &Context) -> Vec<Known> {
    let accounts = cx.store.accounts().unwrap_or_default().into_iter().flatten();
    let known =
        |account: Account| Some(Known { uri: account.uri?, directory: account.directory, status: account.status });
    accounts.filter_map(known).collect()
}
