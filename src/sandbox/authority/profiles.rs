//! What kind of certificate is ordered: its profile (draft-ietf-acme-profiles) and its dates (RFC 8555 section 7.4).

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::manners::{Manners, Profile};
use super::problem::Problem;
use crate::sandbox::issuer::BACKDATED;

/// What an order says beside its names.
#[derive(Clone, Default)]
pub(super) struct Wanted {
    profile: Option<String>,
    not_before: Option<Timestamp>,
    not_after: Option<Timestamp>,
}

impl Wanted {
    /// As the payload of `newOrder` has it; who wants no particular profile gets the first.
    pub(super) fn parse(payload: &Value, manners: &Manners) -> Result<Wanted, Problem> {
        let profile = profile(payload, manners)?;
        let wanted = Wanted { profile, not_before: date(payload, "notBefore")?, not_after: date(payload, "notAfter")? };
        wanted.check_dates(manners, Timestamp::now())?;
        Ok(wanted)
    }

    fn check_dates(&self, manners: &Manners, now: Timestamp) -> Result<(), Problem> {
        if (self.not_before, self.not_after) == (None, None) {
            return Ok(());
        }
        if !manners.dates_on_request {
            return Err(Problem::malformed("notBefore and notAfter are not supported"));
        }
        let ((from, until), lifetime) = (self.dates(manners, now), self.lifetime(manners));
        if until <= from || until <= now {
            return Err(Problem::malformed("The certificate would never be valid"));
        }
        if until > after(from.max(now), lifetime) {
            return Err(Problem::malformed(format!(
                "Certificates are valid for {} seconds at most",
                lifetime.as_secs()
            )));
        }
        Ok(())
    }

    /// From when until when a certificate is valid that is made now.
    pub(super) fn dates(&self, manners: &Manners, now: Timestamp) -> (Timestamp, Timestamp) {
        let backdated = now.checked_sub(BACKDATED).unwrap_or(now);
        let from = self.not_before.unwrap_or(backdated);
        (from, self.not_after.unwrap_or_else(|| after(from, self.lifetime(manners))))
    }

    fn lifetime(&self, manners: &Manners) -> Duration {
        let named = |profile: &&Profile| Some(&profile.name) == self.profile.as_ref();
        manners.profiles.iter().find(named).and_then(|profile| profile.lifetime).unwrap_or(manners.lifetime)
    }

    /// Adds to the order what it is for.
    pub(super) fn tell(&self, document: &mut Value) {
        let dates = [("notBefore", self.not_before), ("notAfter", self.not_after)];
        for (name, date) in dates.into_iter().filter_map(|(name, date)| Some((name, date?))) {
            document[name] = json!(date);
        }
        if let Some(profile) = &self.profile {
            document["profile"] = profile.as_str().into();
        }
    }
}

fn profile(payload: &Value, manners: &Manners) -> Result<Option<String>, Problem> {
    let wanted = &payload["profile"];
    if wanted.is_null() {
        return Ok(manners.profiles.first().map(|profile| profile.name.clone()));
    }
    let found = manners.profiles.iter().find(|profile| *wanted == profile.name);
    let found = found.ok_or_else(|| Problem::new(400, "invalidProfile", format!("There is no profile {wanted}")))?;
    Ok(Some(found.name.clone()))
}

fn date(payload: &Value, name: &str) -> Result<Option<Timestamp>, Problem> {
    match &payload[name] {
        Value::Null => Ok(None),
        given => {
            let parsed = given.as_str().and_then(|text| text.parse().ok());
            parsed.map(Some).ok_or_else(|| Problem::malformed(format!("{name} is no date: {given}")))
        }
    }
}

fn after(moment: Timestamp, duration: Duration) -> Timestamp {
    moment.checked_add(duration).unwrap_or(Timestamp::MAX)
}
