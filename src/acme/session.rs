//! The order engine: what an account says to its CA to get a certificate.

use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use futures_util::{StreamExt, TryStreamExt, stream};
use instant_acme::{AuthorizationState, AuthorizationStatus, OrderState, OrderStatus};
use serde_json::{Value, json};
use url::Url;

use super::key::Signer;
use super::order::Names;
use super::refusal::Refusal;
use super::wire::{SIDE_BY_SIDE, Wire, in_future, links};
use super::{AccountKey, AcmeError, Authorization, Download, NewOrder, Order};
use crate::error::Listed;
use crate::event::Event;
use crate::http::Reply;

/// An order is followed for so long; afterwards it can be taken up again.
const PATIENCE: Duration = Duration::from_secs(10 * 60);
/// Three looks in the first second; from then on the CA's `Retry-After` counts.
const FIRST_LOOKS: [Duration; 3] = [Duration::from_millis(100), Duration::from_millis(250), Duration::from_millis(550)];
/// Pauses where the CA says nothing: 2 s, growing by half, up to 15 s.
const OWN_PAUSE: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(15));

/// A conversation in the name of one account.
pub struct Session {
    wire: Arc<Wire>,
    new_order: Url,
    account: Url,
    key: AccountKey,
}

impl Session {
    pub(super) fn new(wire: Arc<Wire>, new_order: Url, account: Url, key: AccountKey) -> Session {
        Session { wire, new_order, account, key }
    }

    /// Gets nonces for a wave of `count` requests, side by side.
    ///
    /// # Errors
    /// [`AcmeError`] when the CA gives none.
    pub async fn prefetch_nonces(&self, count: usize) -> Result<(), AcmeError> {
        self.wire.prefetch_nonces(count).await
    }

    /// Places an order (RFC 8555 section 7.4).
    ///
    /// # Errors
    /// [`AcmeError`]: what the CA has against it.
    pub async fn new_order(&self, wanted: &NewOrder<'_>) -> Result<Order, AcmeError> {
        let reply = self.post(&self.new_order, Some(&wanted.payload())).await?;
        let location = reply.header("location").ok_or_else(|| self.wire.missing("the Location of the new order"))?;
        self.parsed(self.wire.url(location)?, &reply)
    }

    /// Looks at an order.
    ///
    /// # Errors
    /// [`AcmeError`]; [`AcmeError::is_final`] when the CA does not have it any more.
    pub async fn order(&self, url: &Url) -> Result<Order, AcmeError> {
        self.parsed(url.clone(), &self.post(url, None).await?)
    }

    /// Fetches every authorization of an order, side by side.
    ///
    /// # Errors
    /// The first that cannot be had.
    pub async fn authorizations(&self, order: &Order) -> Result<Vec<Authorization>, AcmeError> {
        let urls: Vec<&str> =
            order.state.authorizations.iter().map(|authorization| authorization.url.as_str()).collect();
        stream::iter(urls).map(|url| self.authorization(url)).buffered(SIDE_BY_SIDE).try_collect().await
    }

    /// The TXT value that answers an authorization's dns-01 challenge.
    #[must_use]
    pub fn dns01_value(&self, token: &str) -> String {
        self.key.dns01_value(token)
    }

    /// Tells the CA that these challenges can be looked at, side by side (RFC 8555 section 7.5.1).
    ///
    /// # Errors
    /// The first refusal.
    pub async fn set_ready(&self, challenges: &[&Url]) -> Result<(), AcmeError> {
        let empty = json!({});
        let told = stream::iter(challenges).map(|url| self.post(url, Some(&empty)));
        told.buffer_unordered(SIDE_BY_SIDE).try_for_each(|_| async { Ok(()) }).await
    }

    /// Looks at the order until every name is proven.
    ///
    /// # Errors
    /// [`AcmeError::Invalid`] with what the CA says of each name, [`AcmeError::Unfinished`] when it takes too long.
    pub async fn wait_until_ready(&self, order: Order) -> Result<Order, AcmeError> {
        let names = order.names.clone();
        let tell = |next_look| Event::Validating { names: names.clone(), next_look };
        self.wait_while(order, OrderStatus::Pending, tell).await
    }

    /// Looks at the order until the certificate is there. `Ready` counts as under way: the CA may be behind its own
    /// answer to finalize.
    ///
    /// # Errors
    /// As for [`Session::wait_until_ready`].
    pub async fn wait_until_valid(&self, order: Order) -> Result<Order, AcmeError> {
        self.wait_while(order, OrderStatus::Processing, |next_look| Event::Finalizing { next_look }).await
    }

    /// Asks for the certificate (RFC 8555 section 7.4). Where the CA had taken the request before and only its
    /// answer was lost, the order as it stands is the answer.
    ///
    /// # Errors
    /// [`AcmeError`], among them what the CA has against the CSR.
    pub async fn finalize(&self, order: &Order, csr: &[u8]) -> Result<Order, AcmeError> {
        self.wire.reporter.report(Event::Finalizing { next_look: None });
        let payload = json!({ "csr": BASE64URL.encode(csr) });
        match self.post(&self.wire.url(&order.state.finalize)?, Some(&payload)).await {
            Ok(reply) => self.parsed(order.url.clone(), &reply),
            Err(error) if error.is("orderNotReady") => self.taken_before(order, error).await,
            Err(error) => Err(error),
        }
    }

    /// Downloads the chain (RFC 8555 section 7.4.2).
    ///
    /// # Errors
    /// [`AcmeError`] when the CA does not hand it out.
    pub async fn download(&self, order: &Order) -> Result<Download, AcmeError> {
        let url =
            order.state.certificate.as_deref().ok_or_else(|| self.wire.missing("the certificate of a valid order"))?;
        self.fetch(&self.wire.url(url)?).await
    }

    /// Fetches a chain from where another one said that it is.
    ///
    /// # Errors
    /// [`AcmeError`] when the CA does not hand it out.
    pub async fn fetch(&self, url: &Url) -> Result<Download, AcmeError> {
        let reply = self.post(url, None).await?;
        let alternates = links(&reply, "alternate").filter_map(|url| self.wire.url(url).ok()).collect();
        let pem = String::from_utf8_lossy(&reply.body).into_owned();
        Ok(Download { pem, alternates })
    }

    async fn taken_before(&self, order: &Order, error: AcmeError) -> Result<Order, AcmeError> {
        let order = self.order(&order.url).await?;
        match order.state.status {
            OrderStatus::Processing | OrderStatus::Valid => Ok(order),
            OrderStatus::Invalid => Err(self.invalid(&order).await),
            _ => Err(error),
        }
    }

    /// Looks until the order has left `status`. The order is looked at, never its authorizations.
    async fn wait_while(
        &self,
        mut order: Order,
        status: OrderStatus,
        event: impl Fn(Option<Duration>) -> Event,
    ) -> Result<Order, AcmeError> {
        let begun = Instant::now();
        let mut looks = 0;
        while order.state.status == status
            || (status == OrderStatus::Processing && order.state.status == OrderStatus::Ready)
        {
            let pause = pause(looks, order.retry_after);
            if begun.elapsed() + pause > PATIENCE {
                return Err(self.unfinished(order.retry_after));
            }
            self.wire.reporter.report(event(Some(pause)));
            tokio::time::sleep(pause).await;
            order = self.order(&order.url).await?;
            looks += 1;
        }
        match order.state.status {
            OrderStatus::Invalid => Err(self.invalid(&order).await),
            _ => Ok(order),
        }
    }

    fn unfinished(&self, retry_after: Option<Duration>) -> AcmeError {
        let until = retry_after.and_then(in_future);
        AcmeError::Unfinished { authority: self.wire.authority.clone(), until }
    }

    /// What the CA has against each name: from the authorizations, else from the order itself.
    async fn invalid(&self, order: &Order) -> AcmeError {
        let authorizations = self.authorizations(order).await.unwrap_or_default();
        let failed = authorizations.iter().filter(|one| one.status == AuthorizationStatus::Invalid);
        let mut refusals: Vec<Refusal> = failed.filter_map(Refusal::of_authorization).collect();
        if refusals.is_empty() {
            refusals = order.state.error.as_ref().map(Refusal::of_order).unwrap_or_default();
        }
        let authority = self.wire.authority.clone();
        let mut types: Vec<String> = refusals.iter().map(|refusal| refusal.short_type.clone()).collect();
        types.sort();
        types.dedup();
        let said = Listed::new(refusals.into_iter().map(|refusal| refusal.text).collect());
        AcmeError::Invalid { authority, said, types }
    }

    async fn authorization(&self, url: &str) -> Result<Authorization, AcmeError> {
        let reply = self.post(&self.wire.url(url)?, None).await?;
        let state: AuthorizationState = self.wire.parse(&reply)?;
        let known = Authorization::from_state(state, |url| self.wire.url(url).ok());
        known.ok_or_else(|| self.wire.missing("the name of an authorization"))
    }

    async fn post(&self, url: &Url, payload: Option<&Value>) -> Result<Reply, AcmeError> {
        self.wire.post(Signer::Account(&self.key, &self.account), url, payload).await
    }

    fn parsed(&self, url: Url, reply: &Reply) -> Result<Order, AcmeError> {
        let state: OrderState = self.wire.parse(reply)?;
        let names: Names = self.wire.parse(reply)?;
        let retry_after = reply.retry_after(std::time::SystemTime::now());
        Ok(Order { url, state, names: names.parsed(), retry_after })
    }
}

/// The pause before the next look.
fn pause(looks: usize, retry_after: Option<Duration>) -> Duration {
    if let Some(first) = FIRST_LOOKS.get(looks) {
        return *first;
    }
    let later = u32::try_from(looks - FIRST_LOOKS.len()).unwrap_or(u32::MAX).min(10);
    let own = OWN_PAUSE.0.mul_f64(1.5_f64.powi(i32::try_from(later).unwrap_or(10))).min(OWN_PAUSE.1);
    // A CA that says "0" is still not to be hammered.
    retry_after.map_or(own, |asked| asked.max(Duration::from_secs(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_looks_in_the_first_second_then_as_the_ca_says() {
        let first: Duration = (0..3).map(|looks| pause(looks, Some(Duration::from_secs(7)))).sum();
        assert!(first < Duration::from_secs(1));
        assert_eq!(pause(3, Some(Duration::from_secs(7))), Duration::from_secs(7));
        assert_eq!(pause(3, None), Duration::from_secs(2));
        assert_eq!(pause(100, None), Duration::from_secs(15));
        assert_eq!(pause(9, Some(Duration::ZERO)), Duration::from_secs(1));
    }
}
