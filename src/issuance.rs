//! The one procedure that turns identifiers and a CSR into a chain. `issue` and `renew` both come here.
//!
//! It does not know the store: the caller hands in session, registrations and CSR, and keeps what comes back and
//! what the [`Ledger`] is told on the way.

mod crossing;
mod error;
mod presenting;
mod turns;

use std::time::{Duration, Instant};

use instant_acme::{AuthorizationStatus, OrderStatus};
use jiff::Timestamp;
use url::Url;

use crate::acme::{Authorization, NewOrder, Order, Session};
use crate::acmedns::{self, Published};
use crate::delegation::Delegation;
use crate::dns::{Dns, Published as Wanted};
use crate::error::Result;
use crate::event::{Event, SharedReporter};
use crate::identifier::DnsName;

pub use error::IssuanceError;
use presenting::{Presented, present_all};

/// No CA has more chains for a certificate.
const MOST_CHAINS: usize = 10;

/// So often a validation that was lost to another machine is made up for by a new order.
const NEW_ORDERS: usize = 1;

/// Keeps what must survive a crash in the middle.
pub trait Ledger: Sync {
    /// The order exists; a later run can carry on with it.
    fn order_placed(&self, order: &Url) -> Result<()>;

    /// The order cannot be carried on with.
    fn order_lost(&self) -> Result<()>;

    /// How long a step took.
    fn took(&self, step: &'static str, time: Duration);

    /// The values that are now in the registration's two slots, newest last.
    fn published(&self, part: &Part, values: &[Published]) -> Result<()>;
}

/// A registration of a challenge name of the order, and what was published there before. A name that is on its way
/// between two servers has several.
#[derive(Clone, Debug)]
pub struct Part {
    pub delegation: Delegation,
    pub registration: acmedns::Registration,
    /// At most two, newest last.
    pub published: Vec<Published>,
}

/// Everything one issuance works with. The caller holds the locks of lineage and registrations.
pub struct Issuance<'a> {
    pub session: &'a Session,
    pub acme_dns: &'a acmedns::Client,
    pub dns: &'a Dns,
    pub reporter: &'a SharedReporter,
    pub ledger: &'a dyn Ledger,
    pub wanted: NewOrder<'a>,
    /// Whether a chain, PEM, is one to look no further from.
    pub is_preferred: &'a (dyn Fn(&str) -> bool + Sync),
    pub parts: Vec<Part>,
    /// The request the certificate is made from, DER.
    pub csr: &'a [u8],
    /// An order that an earlier run left unfinished.
    pub resume: Option<&'a Url>,
}

impl Issuance<'_> {
    /// Gets the chain, PEM.
    ///
    /// # Errors
    /// Whatever CA, acme-dns server or DNS stand in the way with; the next run carries on with the same order as
    /// long as the CA keeps it.
    pub async fn run(mut self) -> Result<String> {
        if let Some(order) = self.unfinished_order().await? {
            let settled = self.settle(order).await;
            // An old order that cannot be completed any more is no reason to fail: a new one is made.
            if !settled.as_ref().is_err_and(ends_the_order) {
                return settled;
            }
        }
        let mut again = NEW_ORDERS;
        loop {
            let order = self.new_order().await?;
            let settled = self.settle(order).await;
            let Some(challenge) = pushed_out(&settled).filter(|_| again > 0) else { return settled };
            again -= 1;
            self.reporter.report(Event::OrderingAgain { challenge });
        }
    }

    /// Completes an order; one that can never be completed is forgotten.
    async fn settle(&mut self, order: Order) -> Result<String> {
        let settled = self.complete(order).await;
        if settled.as_ref().is_err_and(ends_the_order) {
            self.forget_order();
        }
        settled
    }

    /// What cannot be noted is no reason to hide what the CA says.
    fn forget_order(&self) {
        if let Err(error) = self.ledger.order_lost() {
            self.reporter.report(Event::Warning { text: error.message() });
        }
    }

    async fn complete(&mut self, mut order: Order) -> Result<String> {
        if order.state.status == OrderStatus::Pending {
            order = self.authorize(order).await?;
        }
        let begun = Instant::now();
        if order.state.status == OrderStatus::Ready {
            order = self.session.finalize(&order, self.csr).await?;
        }
        let order = self.session.wait_until_valid(order).await?;
        self.reporter.report(Event::Downloading);
        let chain = self.chain(&order).await?;
        self.ledger.took("issue", begun.elapsed());
        Ok(chain)
    }

    /// The preferred chain where there is one, else the one that the CA gives first (RFC 8555 section 7.4.2).
    async fn chain(&self, order: &Order) -> Result<String> {
        let first = self.session.download(order).await?;
        if (self.is_preferred)(&first.pem) {
            return Ok(first.pem);
        }
        for url in first.alternates.iter().take(MOST_CHAINS) {
            match self.session.fetch(url).await {
                Ok(other) if (self.is_preferred)(&other.pem) => return Ok(other.pem),
                Ok(_) => {}
                // There is a certificate already: that another chain cannot be had is no reason to lose it.
                Err(error) => self.reporter.report(Event::Warning { text: error.to_string() }),
            }
        }
        Ok(first.pem)
    }

    /// The order of an earlier run, where the CA still has it in a usable state.
    async fn unfinished_order(&self) -> Result<Option<Order>> {
        let Some(url) = self.resume else { return Ok(None) };
        match self.session.order(url).await {
            Ok(order) if order.state.status != OrderStatus::Invalid => {
                let state = format!("{:?}", order.state.status).to_lowercase();
                self.reporter.report(Event::ResumingOrder { names: self.wanted.names.to_vec(), state });
                Ok(Some(order))
            }
            // Whatever it is that is there now, it is no order of ours; only trouble that passes is waited out.
            Err(error) if error.is_passing() => Err(error.into()),
            _ => {
                self.forget_order();
                Ok(None)
            }
        }
    }

    async fn new_order(&self) -> Result<Order> {
        self.reporter.report(Event::Ordering { names: self.wanted.names.to_vec() });
        self.session.prefetch_nonces(self.wanted.names.len()).await?;
        let begun = Instant::now();
        let order = self.place().await?;
        self.ledger.order_placed(&order.url)?;
        self.ledger.took("order", begun.elapsed());
        Ok(order)
    }

    /// That an order replaces a certificate is a courtesy to the CA (RFC 9773 section 5): one that will not have it so
    /// (another order replaces it already, the CA does not know it any more, or makes nothing of it) gets the order
    /// without.
    async fn place(&self) -> Result<Order> {
        match self.session.new_order(&self.wanted).await {
            Err(error) if self.wanted.replaces.is_some() && error.is_about_replacing() => {
                Ok(self.session.new_order(&NewOrder { replaces: None, ..self.wanted }).await?)
            }
            placed => Ok(placed?),
        }
    }

    /// Proves every name that is not proven yet: present all values, wait for DNS, then tell the CA.
    async fn authorize(&mut self, order: Order) -> Result<Order> {
        let begun = Instant::now();
        let authorizations = self.session.authorizations(&order).await?;
        let pending = pending(&authorizations)?;
        let wanted = self.wanted(&pending)?;
        let Presented { shared, shown } = present_all(self, &wanted).await?;
        self.ledger.took("publish", begun.elapsed());
        let begun = Instant::now();
        let untold = pending.iter().filter(|one| one.is_untold());
        let challenges: Vec<&Url> =
            untold.filter_map(|one| one.dns01.as_ref()).map(|challenge| &challenge.url).collect();
        self.session.set_ready(&challenges).await?;
        let order = self.session.wait_until_ready(order).await;
        self.ledger.took("validate", begun.elapsed());
        self.remember(&wanted);
        let order = match order {
            Err(error) if error.is_missing_proof() => Err(turns::explained(self, &shown, error).await),
            order => Ok(order?),
        };
        if shared {
            turns::release(self, &shown).await;
        }
        order
    }

    /// The values to show, grouped by delegation: at most two each, apex and wildcard. What is shown for a name is
    /// shown at all its registrations.
    fn wanted(&self, pending: &[&Authorization]) -> Result<Vec<Wanted>> {
        let mut wanted: Vec<Wanted> = Vec::new();
        for authorization in pending {
            let challenge = authorization.identifier.challenge_name();
            if !self.parts.iter().any(|part| part.delegation.challenge == challenge) {
                return Err(IssuanceError::UnknownName { challenge }.into());
            }
            let Some(dns01) = &authorization.dns01 else { continue };
            let value = self.session.dns01_value(&dns01.token);
            for part in self.parts.iter().filter(|part| part.delegation.challenge == challenge) {
                match wanted.iter_mut().find(|group| group.delegation == part.delegation) {
                    Some(group) => group.values.push(value.clone()),
                    None => wanted.push(Wanted { delegation: part.delegation.clone(), values: vec![value.clone()] }),
                }
            }
        }
        Ok(wanted)
    }

    /// The CA may have read the values until now: from now on the next order for the name must leave them a moment.
    fn remember(&mut self, wanted: &[Wanted]) {
        let now = Timestamp::now();
        for group in wanted {
            let Some(part) = self.parts.iter_mut().find(|part| part.delegation == group.delegation) else { continue };
            for published in part.published.iter_mut().filter(|published| group.values.contains(&published.value)) {
                published.at = now;
            }
            if let Err(error) = self.ledger.published(part, &part.published) {
                self.reporter.report(Event::Warning { text: error.message() });
            }
        }
    }
}

/// Authorizations that still need their challenge answered; one that can no longer become valid is an error.
fn pending(authorizations: &[Authorization]) -> Result<Vec<&Authorization>, IssuanceError> {
    let dead = authorizations
        .iter()
        .find(|one| !matches!(one.status, AuthorizationStatus::Pending | AuthorizationStatus::Valid));
    if let Some(dead) = dead {
        return Err(IssuanceError::DeadAuthorization { name: dead.identifier.clone(), status: dead.status });
    }
    let pending: Vec<&Authorization> =
        authorizations.iter().filter(|one| one.status == AuthorizationStatus::Pending).collect();
    match pending.iter().find(|one| one.dns01.is_none()) {
        Some(one) => Err(IssuanceError::NoDns01 { name: one.identifier.clone() }),
        None => Ok(pending),
    }
}

/// Whether an error means that this order will never become a certificate.
fn ends_the_order(error: &crate::error::Error) -> bool {
    let by_ca = error.downcast_ref::<crate::acme::AcmeError>().is_some_and(crate::acme::AcmeError::is_final);
    by_ca || error.downcast_ref::<IssuanceError>().is_some_and(IssuanceError::ends_the_order)
}

/// The challenge name whose validation was lost to another machine.
fn pushed_out(settled: &Result<String>) -> Option<DnsName> {
    match settled.as_ref().err()?.downcast_ref::<IssuanceError>()? {
        IssuanceError::PushedOut { challenge, .. } => Some(challenge.clone()),
        _ => None,
    }
}
