//! Other CAs, for when the one of a lineage is down or has had enough.

use serde_json::{Value, json};

use super::{Obtained, Wanted, obtain_at};
use crate::acme::{AcmeError, authority_name};
use crate::context::Context;
use crate::error::{Error, Result};
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
    let lineage = &wanted.lineage;
    let Some(because) = call_for_others(&error) else { return Err(error) };
    // They stand in for the CA of the settings only: nobody wants a real certificate where a staging CA is down.
    if lineage.directory != cx.settings.ca {
        return Err(error);
    }
    for directory in cx.settings.fallback_ca.iter().filter(|directory| **directory != lineage.directory) {
        let (authority, instead_of) = (authority_name(directory), authority_name(&lineage.directory));
        cx.report(Event::Warning { text: format!("{because}; asking {authority} instead") });
        match obtain_at(cx, wanted, directory, wanted.elsewhere).await {
            Ok(lineage) => {
                let stand_in = Some(StandIn { authority, instead_of, because });
                return Ok(Obtained { lineage, stand_in });
            }
            Err(other) => {
                let text = format!("{authority} cannot stand in: {}", other.root_message());
                cx.report(Event::Warning { text });
            }
        }
    }
    Err(error)
}

/// What the CA said, when it is down or its limits are used up; `None` when something is wrong with what was asked.
fn call_for_others(error: &Error) -> Option<String> {
    let error = error.downcast_ref::<AcmeError>().filter(|error| error.is_passing() || error.is_rate_limit())?;
    Some(match error.until() {
        Some(until) => format!("{error}, and asks to be left alone until {until}"),
        None => error.to_string(),
    })
}
