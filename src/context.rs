//! What every command works with: settings, store, reporter, and clients that are built when first needed.

use std::collections::HashMap;
use std::sync::{Arc, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Mutex, RwLock};
use url::Url;

use crate::acme::{AcmeError, Authority, authority_name};
use crate::acmedns;
use crate::deploying::Unfinished;
use crate::dns::{Dns, DnsOptions};
use crate::error::Result;
use crate::event::{Event, SharedReporter};
use crate::http::Http;
use crate::secret::Secret;
use crate::settings::Settings;
use crate::store::Store;

/// A CA that gave no directory is not asked for it again so soon: each attempt costs its patience.
const SILENCE: Duration = Duration::from_secs(120);

/// What is known of a CA.
#[derive(Default)]
struct Known {
    authority: Option<Authority>,
    /// When it gave no directory, and what was heard instead.
    silent: Option<(Instant, String)>,
}

/// The hands of a command.
pub struct Context {
    pub settings: Settings,
    pub store: Store,
    pub reporter: SharedReporter,
    http: OnceLock<Http>,
    ca_http: OnceLock<Http>,
    dns: OnceLock<Dns>,
    authorities: Mutex<HashMap<Url, Arc<Mutex<Known>>>>,
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

    /// Asks for a passphrase, which is not shown; nobody there to answer is `None`.
    pub async fn ask_secret(&self, question: &'static str) -> Option<Secret> {
        let reporter = self.reporter.clone();
        tokio::task::spawn_blocking(move || reporter.ask_secret(question)).await.ok().flatten()
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

    /// A CA; asked for its directory once, however many certificates it is to make. One that is down keeps nobody from
    /// another.
    pub async fn authority(&self, directory: &Url) -> Result<Authority> {
        let known = self.authorities.lock().await.entry(directory.clone()).or_default().clone();
        let mut known = known.lock().await;
        if let Some(authority) = &known.authority {
            return Ok(authority.clone());
        }
        if let Some((_, because)) = known.silent.as_ref().filter(|(since, _)| since.elapsed() < SILENCE) {
            return Err(AcmeError::Down { authority: authority_name(directory), because: because.clone() }.into());
        }
        let root = self.settings.ca_root.as_deref();
        let http = once(&self.ca_http, || Ok(Http::new(root, self.reporter.clone())?))?;
        match Authority::connect(http, directory.clone(), self.reporter.clone()).await {
            Ok(authority) => Ok(known.authority.insert(authority).clone()),
            Err(error) => {
                known.silent = error.is_passing().then(|| (Instant::now(), error.to_string()));
                Err(error.into())
            }
        }
    }
}

fn once<T: Clone>(cell: &OnceLock<T>, build: impl FnOnce() -> Result<T>) -> Result<T> {
    if let Some(built) = cell.get() {
        return Ok(built.clone());
    }
    let built = build()?;
    Ok(cell.get_or_init(|| built).clone())
}
