//! What every command works with: settings, store, reporter, and clients that are built when first needed.

use std::collections::HashMap;
use std::sync::{Arc, MutexGuard, OnceLock, PoisonError};

use tokio::sync::{Mutex, RwLock};
use url::Url;

use crate::acme::Authority;
use crate::acmedns;
use crate::deploying::Unfinished;
use crate::dns::{Dns, DnsOptions};
use crate::error::Result;
use crate::event::{Event, SharedReporter};
use crate::http::Http;
use crate::settings::Settings;
use crate::store::Store;

/// The hands of a command.
pub struct Context {
    pub settings: Settings,
    pub store: Store,
    pub reporter: SharedReporter,
    http: OnceLock<Http>,
    ca_http: OnceLock<Http>,
    dns: OnceLock<Dns>,
    authorities: Mutex<HashMap<Url, Authority>>,
    under_way: Arc<RwLock<()>>,
    /// Post hooks are owed to it.
    unfinished: std::sync::Mutex<Unfinished>,
}

impl Context {
    #[must_use]
    pub fn new(settings: Settings, reporter: SharedReporter) -> Context {
        let store = Store::open(settings.state_dir.clone());
        let (http, ca_http, dns) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Context {
            settings,
            store,
            reporter,
            http,
            ca_http,
            dns,
            authorities: Mutex::default(),
            under_way: Arc::default(),
            unfinished: std::sync::Mutex::default(),
        }
    }

    /// Runs work that must come to its end once it has begun, whatever happens to whoever waits for it.
    pub async fn precious<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Result<T> {
        let under_way = self.under_way.clone().read_owned().await;
        let task = tokio::spawn(async move {
            let result = work.await;
            drop(under_way);
            result
        });
        task.await.expect("precious work does not panic")
    }

    /// Returns when no precious work is under way any more; each is bounded by the time limits of HTTP.
    pub async fn finish_precious(&self) {
        drop(self.under_way.write().await);
    }

    /// What post hooks are owed for; whoever interrupts runs them.
    pub(crate) fn unfinished(&self) -> MutexGuard<'_, Unfinished> {
        self.unfinished.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn report(&self, event: Event) {
        self.reporter.report(event);
    }

    /// Asks a yes-or-no question; nobody there to answer is a no. On a thread of its own, so that Ctrl-C is heard
    /// meanwhile.
    pub async fn ask(&self, question: String) -> bool {
        let reporter = self.reporter.clone();
        let answer = tokio::task::spawn_blocking(move || reporter.ask(&question)).await;
        answer.ok().flatten().unwrap_or(false)
    }

    /// The client for acme-dns servers.
    pub fn acme_dns(&self) -> Result<acmedns::Client> {
        Ok(acmedns::Client::new(self.http()?))
    }

    /// The client for everybody but the CA.
    pub fn http(&self) -> Result<Http> {
        once(&self.http, || Ok(Http::new(None, self.reporter.clone())?))
    }

    pub fn dns(&self) -> Result<Dns> {
        once(&self.dns, || {
            Ok(Dns::new(DnsOptions {
                resolvers: self.settings.resolvers.clone(),
                perspectives: self.settings.perspectives.clone(),
                view: self.settings.dns_view,
                name_servers: self.settings.name_servers.clone(),
                reporter: self.reporter.clone(),
            })?)
        })
    }

    /// A CA; asked for its directory once, however many certificates it is to make.
    pub async fn authority(&self, directory: &Url) -> Result<Authority> {
        let mut known = self.authorities.lock().await;
        if let Some(authority) = known.get(directory) {
            return Ok(authority.clone());
        }
        let root = self.settings.ca_root.as_deref();
        let http = once(&self.ca_http, || Ok(Http::new(root, self.reporter.clone())?))?;
        let authority = Authority::connect(http, directory.clone(), self.reporter.clone()).await?;
        known.insert(directory.clone(), authority.clone());
        Ok(authority)
    }
}

fn once<T: Clone>(cell: &OnceLock<T>, build: impl FnOnce() -> Result<T>) -> Result<T> {
    if let Some(built) = cell.get() {
        return Ok(built.clone());
    }
    let built = build()?;
    Ok(cell.get_or_init(|| built).clone())
}
