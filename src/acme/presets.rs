//! CAs that have a name of their own here.

use url::Url;

struct Preset {
    name: &'static str,
    title: &'static str,
    directory: &'static str,
    /// How CAA records name it, as its directory says.
    identity: &'static str,
}

const PRESETS: [Preset; 2] = [
    Preset {
        name: "letsencrypt",
        title: "Let's Encrypt",
        directory: "https://acme-v02.api.letsencrypt.org/directory",
        identity: "letsencrypt.org",
    },
    Preset {
        name: "letsencrypt-staging",
        title: "Let's Encrypt (staging)",
        directory: "https://acme-staging-v02.api.letsencrypt.org/directory",
        identity: "letsencrypt.org",
    },
];

/// The directory URL of a CA that is known by name.
#[must_use]
pub fn preset(name: &str) -> Option<Url> {
    let preset = PRESETS.iter().find(|preset| preset.name == name)?;
    Some(Url::parse(preset.directory).expect("the directory of a preset is a URL"))
}

/// The directory URL of a CA that is known, by its host.
#[must_use]
pub fn preset_at(host: &str) -> Option<Url> {
    let here = |preset: &&Preset| crate::http::host_of(preset.directory) == host;
    PRESETS.iter().find(here).and_then(|preset| self::preset(preset.name))
}

/// How a CA is called in messages: its own name where we know it, else its host.
#[must_use]
pub fn authority_name(directory: &Url) -> String {
    let known = PRESETS.iter().find(|preset| preset.directory == directory.as_str());
    known.map_or_else(|| crate::http::host_of(directory.as_str()), |preset| preset.title.to_owned())
}

/// The names by which CAA records mean a CA that we know.
#[must_use]
pub fn preset_identities(directory: &Url) -> Option<Vec<String>> {
    let preset = PRESETS.iter().find(|preset| preset.directory == directory.as_str())?;
    Some(vec![preset.identity.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_have_names_and_other_cas_are_called_by_their_host() {
        assert_eq!(authority_name(&preset("letsencrypt").unwrap()), "Let's Encrypt");
        assert_eq!(authority_name(&Url::parse("https://localhost:14000/dir").unwrap()), "localhost:14000");
        assert_eq!(preset("lets-encrypt"), None);
    }
}
