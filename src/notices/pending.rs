//! Notices that are still to be delivered, each by one channel.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Notice, Notices, Occasion};

/// Older ones are given up.
const TOO_OLD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// So many octets are kept for all channels together: no file that is kept may be over 4 MiB.
const MAX_PENDING: usize = 2 * 1024 * 1024;

/// So many of a kind are told one by one.
const FEW: usize = 5;

/// A notice for one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// By which the channel is known again; never its secret.
    pub channel: String,
    pub notice: Notice,
    /// The channel told nothing of this failure yet.
    #[serde(default)]
    pub unheard: bool,
}

impl Notices {
    /// Puts notices down for every channel, in the place of older ones about the same. Those of channels that are no
    /// more, and those that waited too long, are given up.
    pub fn enqueue(&mut self, notices: &[Notice], channels: &[String], now: Timestamp) {
        let in_time = |one: &Pending| now.duration_since(one.notice.at) < TOO_OLD;
        self.pending.retain(|one| channels.contains(&one.channel) && in_time(one));
        for channel in channels {
            for notice in notices {
                self.enqueue_one(channel, notice);
            }
        }
    }

    fn enqueue_one(&mut self, channel: &str, notice: &Notice) {
        let is_about = |one: &Pending| one.channel == channel && one.notice.lineage == notice.lineage;
        let replaces = |one: &Pending| {
            let over = notice.event == Occasion::Recovery && one.notice.event == Occasion::Failure;
            is_about(one) && (over || one.notice.event == notice.event)
        };
        let unheard = self.pending.iter().any(|one| replaces(one) && one.unheard);
        self.pending.retain(|one| !replaces(one));
        // Who never heard of a failure needs not hear that it is over.
        if !(unheard && notice.event == Occasion::Recovery) {
            let begins = notice.event == Occasion::Failure && notice.since == Some(notice.at);
            self.pending.push(Pending {
                channel: channel.to_owned(),
                notice: notice.clone(),
                unheard: begins || (unheard && notice.event == Occasion::Failure),
            });
        }
    }

    /// Drops alarms about what is well again, or is not there any more: nobody is to be woken for that.
    pub fn drop_stale(&mut self) {
        let (lineages, run) = (&self.lineages, self.run);
        let is_true = |notice: &Notice| {
            let known = notice.lineage.as_ref().map(|name| lineages.get(name));
            match (notice.event, known) {
                (Occasion::Failure, Some(known)) => known.is_some_and(|known| known.failing.is_some()),
                (Occasion::Failure, None) => run.is_some(),
                (Occasion::Expiry, known) => known.flatten().is_some_and(|known| known.expiring.is_some()),
                (Occasion::Recovery | Occasion::Test, _) => true,
            }
        };
        self.pending.retain(|one| is_true(&one.notice));
    }

    /// As much as a file is to hold: of each channel, the latest.
    #[must_use]
    pub fn bounded(&self) -> Notices {
        let mut room: BTreeMap<String, usize> = BTreeMap::new();
        let channels: BTreeSet<&str> = self.pending.iter().map(|one| one.channel.as_str()).collect();
        let share = MAX_PENDING / channels.len().max(1);
        let fits = |one: &&Pending| {
            let used = room.entry(one.channel.clone()).or_default();
            *used += serde_json::to_vec_pretty(one).map_or(usize::MAX / 2, |text| text.len());
            *used <= share
        };
        let mut pending: Vec<Pending> = self.pending.iter().rev().filter(fits).cloned().collect();
        pending.reverse();
        Notices { pending, ..self.clone() }
    }

    /// What one channel is to deliver.
    #[must_use]
    pub fn waiting_for(&self, channel: &str) -> Vec<Notice> {
        self.pending.iter().filter(|one| one.channel == channel).map(|one| one.notice.clone()).collect()
    }

    /// The same in bundles that are told as one each: many of a kind together, few by themselves.
    #[must_use]
    pub fn bundles_for(&self, channel: &str) -> Vec<Vec<Notice>> {
        let waiting = self.waiting_for(channel);
        let crowd = |event| waiting.iter().filter(|one| one.event == event).count() > FEW;
        let mut bundles: Vec<Vec<Notice>> = Vec::new();
        for notice in &waiting {
            let company = bundles.iter_mut().find(|bundle| crowd(notice.event) && bundle[0].event == notice.event);
            match company {
                Some(bundle) => bundle.push(notice.clone()),
                None => bundles.push(vec![notice.clone()]),
            }
        }
        bundles
    }

    /// Puts one behind the others.
    pub fn postpone(&mut self, channel: &str, notice: &Notice) {
        if let Some(place) = self.pending.iter().position(|one| one.channel == channel && one.notice == *notice) {
            let one = self.pending.remove(place);
            self.pending.push(one);
        }
    }

    /// Strikes out what a channel delivered.
    pub fn delivered(&mut self, channel: &str, notice: &Notice) {
        self.pending.retain(|one| one.channel != channel || one.notice != *notice);
    }
}
