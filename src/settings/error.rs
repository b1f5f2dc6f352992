//! What can be wrong with flags, environment and configuration file.

use std::path::PathBuf;

use crate::acmedns::InvalidServer;
use crate::error::{Explain, Hint, Kind};
use crate::hooks::InvalidHook;

#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("could not read the configuration file {}", path.display())]
    ReadConfig { path: PathBuf, source: std::io::Error },
    #[error("{}, line {line}: {problem}", path.display())]
    Config { path: PathBuf, line: usize, problem: String },
    #[error("{}, line {line}: unknown key `{key}`", path.display())]
    UnknownKey {
        path: PathBuf,
        line: usize,
        key: String,
        nearest: Option<&'static str>,
        known: &'static [&'static str],
    },
    #[error("setting {setting}: {value:?} {why}")]
    Value { setting: &'static str, value: String, why: &'static str },
    #[error("setting {setting}: {value:?} is neither the name of a CA nor a URL")]
    UnknownAuthority { setting: &'static str, value: String, known: Vec<&'static str> },
    #[error("setting hooks.{stage}: {text:?} is no hook")]
    Hook { stage: &'static str, text: String, source: InvalidHook },
    #[error(transparent)]
    AcmeDns(#[from] InvalidServer),
    #[error("no acme-dns server is configured")]
    NoAcmeDns,
    #[error("Certify DNS registers names for its customers only, and no credentials are given")]
    NoCertifyCredentials,
    #[error("could not read the key file {}", path.display())]
    KeyFile { flag: &'static str, path: PathBuf, source: std::io::Error },
    #[error("the key file {} does not hold one line with a key", path.display())]
    KeyFileContent { flag: &'static str, path: PathBuf },
    #[error("an external account binding needs a key identifier and an HMAC key, and {missing} is missing")]
    ExternalIncomplete { missing: &'static str },
    #[error("the HMAC key of the external account is not base64url")]
    ExternalKey,
    #[error("there is no home directory to keep state in")]
    NoHome,
}

impl SettingsError {
    pub(super) fn value(setting: &'static str, value: &str, why: &'static str) -> SettingsError {
        SettingsError::Value { setting, value: value.chars().take(200).collect(), why }
    }
}

impl Explain for SettingsError {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            SettingsError::ReadConfig { .. } => {
                vec![Hint::new("`--config` (CERTDNS_CONFIG) takes a TOML file in UTF-8 that certdns may read")]
            }
            SettingsError::Config { .. } => vec![Hint::new("the keys are those of `certdns help`, without `--`")],
            SettingsError::UnknownKey { nearest: Some(nearest), .. } => vec![Hint::new(format!("did you mean `{nearest}`?"))],
            SettingsError::UnknownKey { known, .. } => vec![Hint::new(format!("the keys are {}", known.join(", ")))],
            SettingsError::Value { .. } => vec![Hint::new("see `certdns help` for what the setting takes")],
            SettingsError::UnknownAuthority { known, .. } => {
                vec![Hint::new(format!("the names are {}; for any other CA give its directory URL", known.join(", ")))]
            }
            SettingsError::Hook { .. } => vec![
                Hint::new("a hook is a line for the shell, a list of a program and its arguments, or one of these")
                    .line("@systemd-reload UNIT")
                    .line("@signal PIDFILE SIGNAL")
                    .line("@exec PROGRAM [ARGUMENT]...")
                    .line("@each HOOK"),
            ],
            SettingsError::AcmeDns(error) => error.hints(),
            SettingsError::NoAcmeDns => no_acme_dns(),
            SettingsError::NoCertifyCredentials => vec![
                Hint::new("the user is your certifytheweb.com e-mail address; the key is the Certify DNS licence key, not the Certify Certificate Manager key")
                    .line("--acme-dns certify --acme-dns-user you@example.com --acme-dns-key-file KEY-FILE"),
            ],
            SettingsError::KeyFile { flag, .. } | SettingsError::KeyFileContent { flag, .. } => {
                vec![Hint::new(format!("`{flag}` takes a file that holds nothing but the key"))]
            }
            SettingsError::ExternalIncomplete { .. } => vec![Hint::new(
                "give both: `--eab-kid` or CERTDNS_EAB_KID, and `--eab-hmac-key-file`, CERTDNS_EAB_HMAC_KEY_FILE or CERTDNS_EAB_HMAC_KEY",
            )],
            SettingsError::ExternalKey => {
                vec![Hint::new("copy it whole from the CA's site: letters, digits, `-` and `_`")]
            }
            SettingsError::NoHome => vec![Hint::new("say where with `--state-dir DIR` or CERTDNS_STATE_DIR")],
        }
    }
}

/// There is no default: whoever runs the server can get certificates for the name.
fn no_acme_dns() -> Vec<Hint> {
    vec![
        Hint::new("with Certify DNS (needs its licence key; the user is your certifytheweb.com e-mail address), add")
            .line("--acme-dns certify --acme-dns-user you@example.com --acme-dns-key-file KEY-FILE"),
        Hint::new("with an acme-dns server of your own, add").line("--acme-dns https://auth.example.org"),
        Hint::new("or set CERTDNS_ACME_DNS, or `acme-dns` in the configuration file, once for all commands"),
    ]
}
