//! Other CAs, for when the one of a lineage is down or has had enough.

use serde_json::{Value, json};

use super::{Obtained, Wanted, obtain_at};
use crate::accounts::Wish;
use crate::acme::{AcmeError, authority_name};
use crate::context::Context;
use crate::error::{Error, Hint, Result};
use crate::event::Event;

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

/// Asks those that may stand in, in their order; each is held against CAA like the first. When none can, the error of
/// the first CA is the one that counts.
pub(super) async fn ask_others(cx: &Context, wanted: &Wanted<'_>, error: Error) -> Result<Obtained> {
    let own = &wanted.lineage.directory;
    let Some(because) = call_for_others(&error) else { return Err(error) };
    // They stand in for the CA of the settings only: nobody wants a real certificate where a staging CA is down.
    let others = cx.settings.fallback_ca.iter().filter(|other| own == &cx.settings.ca && *other != own);
    let mut refusals = Vec::new();
    for other in others {
        let (authority, instead_of) = (authority_name(other), authority_name(own));
        cx.report(Event::Warning { text: format!("{because}; asking {authority} instead") });
        match Box::pin(obtain_at(cx, wanted, other, &elsewhere(wanted.typed))).await {
            Ok(lineage) => {
                tell(cx, refusals);
                let stand_in = Some(StandIn { authority, instead_of, because });
                return Ok(Obtained { lineage, stand_in });
            }
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

/// What of a wish holds at any CA: an external account at one, say, is none at another.
fn elsewhere(typed: &Wish) -> Wish {
    Wish { email: typed.email.clone(), agree_tos: typed.agree_tos, ..Wish::default() }
}

/// What the CA said, when it is down or its limits are used up; `None` when something is wrong with what was asked.
fn call_for_others(error: &Error) -> Option<String> {
    let error = error.downcast_ref::<AcmeError>().filter(|error| error.is_passing() || error.is_rate_limit())?;
    Some(match error.until() {
        Some(until) => format!("{error}, and asks to be left alone until {until}"),
        None => error.to_string(),
    })
}
