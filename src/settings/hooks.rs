//! `[hooks]` of the configuration file: what is done around every certificate.

use std::time::Duration;

use serde::Deserialize;

use super::SettingsError;
use crate::hooks::{Hook, Hooks, Stage};

/// So long a hook may run where nobody says otherwise.
const TIME_LIMIT: Duration = Duration::from_secs(10 * 60);

/// The table as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct HooksTable {
    pre: HookList,
    deploy: HookList,
    post: HookList,
    timeout: Option<String>,
}

/// One hook, or several, as written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a hook is a text, and several are a list of texts or of lists")]
pub enum HookList {
    One(String),
    Several(Vec<Written>),
}

/// A hook as text, or a program and its arguments in a list of their own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Written {
    Text(String),
    Words(Vec<String>),
}

/// The hooks of every lineage, and how long each may take.
#[derive(Clone, Debug)]
pub struct Hooking {
    pub hooks: Hooks,
    pub limit: Duration,
}

impl Default for HookList {
    fn default() -> HookList {
        HookList::Several(Vec::new())
    }
}

impl Hooking {
    pub(super) fn settle(table: Option<HooksTable>) -> Result<Hooking, SettingsError> {
        let HooksTable { pre, deploy, post, timeout } = table.unwrap_or_default();
        let hooks =
            Hooks { pre: pre.hooks(Stage::Pre)?, deploy: deploy.hooks(Stage::Deploy)?, post: post.hooks(Stage::Post)? };
        Ok(Hooking { hooks, limit: timeout.as_deref().map_or(Ok(TIME_LIMIT), limit)? })
    }
}

impl HookList {
    /// The hooks that are written.
    ///
    /// # Errors
    /// The first that is none.
    pub fn hooks(self, stage: Stage) -> Result<Vec<Hook>, SettingsError> {
        let written = match self {
            HookList::One(text) => vec![Written::Text(text)],
            HookList::Several(written) => written,
        };
        written.into_iter().map(|one| one.hook(stage)).collect()
    }
}

impl Written {
    fn hook(self, stage: Stage) -> Result<Hook, SettingsError> {
        let (text, hook) = match self {
            Written::Text(text) => (text.clone(), text.parse()),
            Written::Words(words) => (words.join(" "), Hook::exec(&words)),
        };
        hook.map_err(|source| SettingsError::Hook {
            stage: stage.as_str(),
            text: text.chars().take(200).collect(),
            source,
        })
    }
}

fn limit(text: &str) -> Result<Duration, SettingsError> {
    let length = super::length(text).ok().filter(|length| !length.is_zero());
    length.ok_or_else(|| SettingsError::value("hooks.timeout", text, "is no length of time such as 30s, 10m or 1h"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Hooking, String> {
        let table = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        Hooking::settle(Some(table)).map_err(|error| error.to_string())
    }

    fn texts(hooks: &[Hook]) -> Vec<&str> {
        hooks.iter().map(Hook::text).collect()
    }

    #[test]
    fn a_hook_is_a_text_and_several_are_a_list() {
        let all = "pre = 'systemctl stop x'\ndeploy = ['nginx -s reload', ['/opt/a b', 'c'], '@systemd-reload y']";
        let hooking = read(all).unwrap();
        assert_eq!(texts(&hooking.hooks.pre), ["systemctl stop x"]);
        assert_eq!(texts(&hooking.hooks.deploy), ["nginx -s reload", "@exec '/opt/a b' c", "@systemd-reload y"]);
        assert!(hooking.hooks.post.is_empty());
        assert_eq!(hooking.limit, Duration::from_secs(600));
    }

    #[test]
    fn the_time_limit_is_a_length_of_time() {
        assert_eq!(read("timeout = '30s'").unwrap().limit, Duration::from_secs(30));
        for text in ["0s", "-1m", "soon", ""] {
            let why = read(&format!("timeout = '{text}'")).unwrap_err();
            assert_eq!(why, format!("setting hooks.timeout: {text:?} is no length of time such as 30s, 10m or 1h"));
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        assert_eq!(read("deploy = '@reload x'").unwrap_err(), "setting hooks.deploy: \"@reload x\" is no hook");
        assert_eq!(read("deploy = [[]]").unwrap_err(), "setting hooks.deploy: \"\" is no hook");
        let why = read("deploy = 5").unwrap_err();
        assert_eq!(why, "a hook is a text, and several are a list of texts or of lists");
        assert!(read("before = 'x'").unwrap_err().starts_with("unknown field `before`"));
    }
}
