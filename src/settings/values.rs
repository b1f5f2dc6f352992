//! From texts to values, and the defaults of each platform.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use directories::ProjectDirs;
use jiff::{Span, SpanRelativeTo};
use serde::Deserialize;
use url::Url;

use super::journal::journal_socket;
use super::{Environment, External, Given, Hooking, Layer, Settings, SettingsError, Voice};
use crate::acme::{self, MacAlgorithm};
use crate::acmedns::Server;
use crate::dns::{InvalidResolver, Resolver, View, plain};
use crate::http::{host_of, is_private_enough};
use crate::identifier::DnsName;
use crate::renewal::Before;

/// So many certificates are renewed side by side where nobody says otherwise.
const JOBS: usize = 10;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

pub(super) fn settle(layer: Layer, environment: Environment<'_>) -> Result<Settings, SettingsError> {
    let allow_http = layer.allow_http.unwrap_or_default();
    let acme_dns = layer.acme_dns.as_ref().map(|text| Server::parse(text.expose(), allow_http)).transpose()?;
    Ok(Settings {
        fleeting: Vec::new(),
        state_dir: layer.state_dir.or_else(|| state_path(environment)).ok_or(SettingsError::NoHome)?,
        ca: authority("ca", layer.ca.as_deref().unwrap_or("letsencrypt"), allow_http)?,
        ca_given: if layer.ca.is_some() { Given::Beforehand } else { Given::Nowhere },
        fallback_ca: authorities(&layer.fallback_ca.unwrap_or_default(), allow_http)?,
        ca_root: layer.ca_root,
        account: layer.account,
        external: External {
            kid: layer.eab_kid,
            key: layer.eab_key,
            algorithm: mac_algorithm(layer.eab_algorithm.as_deref())?,
        },
        resolvers: resolvers("resolvers", &layer.resolvers.unwrap_or_default())?,
        perspectives: resolvers("perspectives", &layer.perspectives.unwrap_or_default())?,
        dns_view: dns_view(layer.dns_view.as_deref())?,
        name_servers: name_servers(layer.name_servers.unwrap_or_default())?,
        allow_http,
        email: layer.email,
        agree_tos: layer.agree_tos.unwrap_or_default(),
        renew_before: layer.renew_before.as_deref().map(renew_before).transpose()?,
        jitter: layer.jitter.as_deref().map(|text| duration("jitter", text)).transpose()?,
        jobs: jobs(layer.jobs)?,
        status: layer.status.unwrap_or_default().settle()?,
        voice: Voice {
            json: layer.json.unwrap_or_default(),
            quiet: layer.quiet.unwrap_or_default(),
            verbose: layer.verbose.unwrap_or_default(),
            color: color(layer.color.as_deref())?,
        },
        log: layer.log.unwrap_or_default().settle()?,
        notify: layer.notify.unwrap_or_default().settle(allow_http)?,
        journal: journal_socket(environment),
        hooking: Hooking::settle(layer.hooks)?,
        config_file: None,
        certificates: layer.certificates,
        acme_dns,
        acme_dns_user: layer.acme_dns_user,
        acme_dns_key: layer.acme_dns_key,
    })
}

fn renew_before(text: &str) -> Result<Before, SettingsError> {
    text.parse().map_err(|why| SettingsError::value("renew-before", text, why))
}

/// A length of time such as `90s`, `5m` or `2d`; `0` is none.
pub(super) fn duration(setting: &'static str, text: &str) -> Result<Duration, SettingsError> {
    length(text).map_err(|why| SettingsError::value(setting, text, why))
}

/// A length of time such as `90s`, `5m` or `2d`; `0` is none.
///
/// # Errors
/// When it is none, with what one looks like.
pub fn length(text: &str) -> Result<Duration, &'static str> {
    let wrong = "is no length of time such as 90s, 5m or 2d";
    if text.trim() == "0" {
        return Ok(Duration::ZERO);
    }
    let span: Span = text.trim().parse().map_err(|_| wrong)?;
    let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong)?;
    Duration::try_from(length).map_err(|_| wrong)
}

fn jobs(jobs: Option<u8>) -> Result<usize, SettingsError> {
    match jobs {
        Some(0) => Err(SettingsError::value("jobs", "0", "is less than one")),
        Some(jobs) => Ok(jobs.into()),
        None => Ok(JOBS),
    }
}

fn mac_algorithm(text: Option<&str>) -> Result<Option<MacAlgorithm>, SettingsError> {
    let parsed = |text: &str| {
        text.parse().map_err(|_| SettingsError::value("eab-algorithm", text, "is none of `HS256`, `HS384`, `HS512`"))
    };
    text.map(parsed).transpose()
}

/// A CA by its name or its directory URL.
pub(super) fn authority(setting: &'static str, text: &str, allow_http: bool) -> Result<Url, SettingsError> {
    if let Some(url) = acme::preset(text) {
        return Ok(url);
    }
    let wrong = |why| SettingsError::value(setting, text, why);
    let url = Url::parse(text).map_err(|_| SettingsError::UnknownAuthority {
        setting,
        value: text.chars().take(200).collect(),
        known: acme::PRESETS.iter().map(|preset| preset.name).collect(),
    })?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(SettingsError::value(setting, &host_of(text), "has credentials in its URL"));
    }
    if is_private_enough(&url, allow_http) { Ok(url) } else { Err(wrong("is not an https URL")) }
}

/// CAs that stand in, in the order given.
fn authorities(texts: &[String], allow_http: bool) -> Result<Vec<Url>, SettingsError> {
    texts.iter().map(|text| authority("fallback-ca", text, allow_http)).collect()
}

/// Distinct ones, in the order given.
fn resolvers(setting: &'static str, texts: &[String]) -> Result<Vec<Resolver>, SettingsError> {
    let mut resolvers: Vec<Resolver> = Vec::new();
    for text in texts {
        let resolver = text.parse().map_err(|InvalidResolver| {
            // What was meant as a user and a key is not repeated.
            let shown = if text.contains('@') { host_of(text) } else { text.clone() };
            SettingsError::value(setting, &shown, InvalidResolver::WHY)
        })?;
        if !resolvers.contains(&resolver) {
            resolvers.push(resolver);
        }
    }
    Ok(resolvers)
}

fn name_servers(texts: BTreeMap<String, String>) -> Result<BTreeMap<DnsName, SocketAddr>, SettingsError> {
    let pair = |(name, text): (String, String)| {
        let name = DnsName::parse(&name).map_err(|_| SettingsError::value("name-servers", &name, "is no name"))?;
        Ok((name, address("name-servers", &text)?))
    };
    texts.into_iter().map(pair).collect()
}

/// `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`.
fn address(setting: &'static str, text: &str) -> Result<SocketAddr, SettingsError> {
    plain(text).map_err(|_| SettingsError::value(setting, text, "is not IP or IP:PORT"))
}

fn dns_view(text: Option<&str>) -> Result<View, SettingsError> {
    match text {
        None | Some("authoritative") => Ok(View::Authoritative),
        Some("resolver") => Ok(View::Resolver),
        Some(other) => Err(SettingsError::value("dns-view", other, "is neither `authoritative` nor `resolver`")),
    }
}

fn color(text: Option<&str>) -> Result<Color, SettingsError> {
    match text {
        None | Some("auto") => Ok(Color::Auto),
        Some("always") => Ok(Color::Always),
        Some("never") => Ok(Color::Never),
        Some(other) => Err(SettingsError::value("color", other, "is neither `auto`, `always` nor `never`")),
    }
}

/// Where state is kept unless told otherwise: the system's place for root, the user's data directory else.
fn state_path(environment: Environment<'_>) -> Option<PathBuf> {
    match system_paths(environment) {
        Some(system) => Some(system.state),
        None => project().map(|dirs| dirs.data_local_dir().to_owned()),
    }
}

pub(super) fn config_path(environment: Environment<'_>) -> Option<PathBuf> {
    match system_paths(environment) {
        Some(system) => Some(system.config.join("config.toml")),
        None => project().map(|dirs| dirs.config_local_dir().join("config.toml")),
    }
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "certdns")
}

struct SystemPaths {
    state: PathBuf,
    config: PathBuf,
}

/// The system's directories, for root.
#[cfg(unix)]
fn system_paths(_environment: Environment<'_>) -> Option<SystemPaths> {
    if !is_root() {
        return None;
    }
    Some(if cfg!(target_os = "macos") {
        let base = PathBuf::from("/Library/Application Support/certdns");
        SystemPaths { state: base.join("state"), config: base }
    } else {
        SystemPaths { state: "/var/lib/certdns".into(), config: "/etc/certdns".into() }
    })
}

/// Whether this is the one who may do everything.
#[cfg(unix)]
#[must_use]
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Who may do everything on Windows has no name that is the same everywhere.
#[cfg(not(unix))]
#[must_use]
pub fn is_root() -> bool {
    false
}

/// On Windows certificates belong to the machine: the scheduled task runs as another user than the administrator.
#[cfg(windows)]
fn system_paths(environment: Environment<'_>) -> Option<SystemPaths> {
    let base = PathBuf::from(environment("ProgramData")?).join("certdns");
    Some(SystemPaths { state: base.clone(), config: base })
}
