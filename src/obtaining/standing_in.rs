//! Other CAs, for when the one of a lineage is down or has had enough.

use serde_json::{Value, json};
use url::Url;

use super::{Obtained, Wanted, obtain_at};
use crate::accounts::Wish;
use crate::acme::{AcmeError, authority_name};
use crate::acmedns::AcmeDnsError;
use crate::context::Context;
use crate::dns::DnsError;
use crate::error::{Error, Hint, Result};
use crate::event::Event;
use crate::store::StoreError;

/// A CA that stood in for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// How it is called.
    pub authority: String,
    pub instead_of: String,
    /// What the other one said, or did not say.
    pub because: String,
}

impl StandIn {
    /// The CA that should have issued, and why it did not.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "authority": self.instead_of, "because": self.because })
    }

    /// What a person is told of it.
    #[must_use]
    pub fn text(&self) -> String {
        format!("from {} instead of {}: {}", self.authority, self.instead_of, self.because)
    }
}

/// The CAs that may stand in for one. They do so for the CA of the settings only: nobody wants a real certificate where
/// a staging CA is down.
pub fn stand_ins<'a>(cx: &'a Context, own: &'a Url) -> impl Iterator<Item = &'a Url> {
    cx.settings.fallback_ca.iter().filter(move |other| own == &cx.settings.ca && *other != own)
}

/// Asks those that may stand in, in their order; each is held against CAA like the first. When none can, the error of
/// the first CA is the one that counts; what another CA cannot help with is told at once.
pub(super) async fn ask_others(cx: &Context, wanted: &Wanted<'_>, error: Error) -> Result<Obtained> {
    let own = &wanted.lineage.directory;
    let Some(because) = call_for_others(&error) else { return Err(error) };
    let mut refusals = Vec::new();
    for other in stand_ins(cx, own) {
        let (authority, instead_of) = (authority_name(other), authority_name(own));
        cx.report(Event::Warning { text: format!("{because}; asking {authority} instead") });
        match Box::pin(obtain_at(cx, wanted, other, &elsewhere(cx, wanted.typed))).await {
            Ok(lineage) => {
                tell(cx, refusals);
                let stand_in = Some(StandIn { authority, instead_of, because });
                return Ok(Obtained { lineage, stand_in });
            }
            Err(error) if is_local(&error) => return Err(error),
            Err(error) => refusals.push(format!("{authority} cannot stand in: {}", error.root_message())),
        }
    }
    Err(refusals.into_iter().map(Hint::new).fold(error, Error::hint))
}

fn tell(cx: &Context, refusals: Vec<String>) {
    for text in refusals {
        cx.report(Event::Warning { text });
    }
}

/// Whether it has nothing to do with CAs: it would be the same at all of them.
fn is_local(error: &Error) -> bool {
    let store = error.downcast_ref::<StoreError>().is_some();
    store || error.downcast_ref::<AcmeDnsError>().is_some() || error.downcast_ref::<DnsError>().is_some()
}

/// What of a wish holds at any CA: an external account at one, say, is none at another, and who types that they agree
/// to terms means those of the first.
fn elsewhere(cx: &Context, typed: &Wish) -> Wish {
    Wish { email: typed.email.clone(), agree_tos: cx.settings.agree_tos, ..Wish::default() }
}

/// What the CA said, when it is down or its limits are used up; `None` when something is wrong with what was asked.
fn call_for_others(error: &Error) -> Option<String> {
    let error = error.downcast_ref::<AcmeError>().filter(|error| error.is_passing() || error.is_rate_limit())?;
    Some(match error.until() {
        Some(until) => format!("{error}, and asks to be left alone until {until}"),
        None => error.to_string(),
    })
}
