//! Where a challenge name leads at this moment, when nobody knows yet where it should.

use std::collections::BTreeSet;

use futures_util::{StreamExt, stream};

use super::observing::Questions;
use super::{Look, SIDE_BY_SIDE, View};
use crate::identifier::DnsName;

/// As far as an observation goes.
const MAX_HOPS: usize = 12;

/// Where CNAMEs lead: one target when all servers agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    pub targets: BTreeSet<DnsName>,
    /// Whether any server said anything; else no target means nothing.
    pub answered: bool,
}

impl Look {
    /// Follows each name until `is_end` says of a target that it is one, side by side, in their order. A target is
    /// never asked about itself: a resolver would remember that a fresh one does not exist.
    pub async fn leads(&self, asked: &[(DnsName, impl Fn(&DnsName) -> bool + Sync)]) -> Vec<Lead> {
        let each = asked.iter().map(|(name, is_end)| self.lead(name, is_end));
        stream::iter(each).buffered(SIDE_BY_SIDE).collect().await
    }

    async fn lead(&self, challenge: &DnsName, is_end: &(impl Fn(&DnsName) -> bool + Sync)) -> Lead {
        let (mut lead, mut name) = (Lead::default(), challenge.clone());
        for _ in 0..MAX_HOPS {
            let hop = self.look_at(&name, Questions::Delegation).await;
            let cnames = hop.decisive().filter_map(|seen| seen.answer.cname());
            let targets: BTreeSet<DnsName> = cnames.filter_map(|target| DnsName::parse(target).ok()).collect();
            lead.answered |= hop.decisive().next().is_some();
            let Some(first) = targets.first().cloned() else { return lead };
            let last = targets.len() > 1 || targets.iter().any(is_end) || self.dns.view == View::Resolver;
            lead.targets = targets;
            if last || first == *challenge {
                return lead;
            }
            name = first;
        }
        lead
    }
}
