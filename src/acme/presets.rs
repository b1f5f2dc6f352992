//! CAs that have a name of their own here.

use url::Url;

/// A CA that is known by name: where it is, and what it wants before it makes an account.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    /// The word for it on the command line.
    pub name: &'static str,
    pub title: &'static str,
    directory: &'static str,
    /// How CAA records name it, as its directory says.
    pub identity: &'static str,
    /// Whether new accounts are bound to one that its customers have there (RFC 8555 section 7.3.4).
    pub external_account: bool,
    /// Whether it wants an address to write to.
    pub email: bool,
    /// The CA that does the same for practice, by name.
    pub staging: Option<&'static str>,
}

pub const PRESETS: [Preset; 8] = [
    Preset {
        name: "letsencrypt",
        title: "Let's Encrypt",
        directory: "https://acme-v02.api.letsencrypt.org/directory",
        identity: "letsencrypt.org",
        external_account: false,
        email: false,
        staging: Some("letsencrypt-staging"),
    },
    Preset {
        name: "letsencrypt-staging",
        title: "Let's Encrypt (staging)",
        directory: "https://acme-staging-v02.api.letsencrypt.org/directory",
        identity: "letsencrypt.org",
        external_account: false,
        email: false,
        staging: None,
    },
    Preset {
        name: "zerossl",
        title: "ZeroSSL",
        directory: "https://acme.zerossl.com/v2/DV90",
        identity: "sectigo.com",
        external_account: true,
        email: false,
        staging: None,
    },
    Preset {
        name: "google",
        title: "Google Trust Services",
        directory: "https://dv.acme-v02.api.pki.goog/directory",
        identity: "pki.goog",
        external_account: true,
        email: false,
        staging: Some("google-staging"),
    },
    Preset {
        name: "google-staging",
        title: "Google Trust Services (staging)",
        directory: "https://dv.acme-v02.test-api.pki.goog/directory",
        identity: "pki.goog",
        external_account: true,
        email: false,
        staging: None,
    },
    Preset {
        name: "sslcom-rsa",
        title: "SSL.com (RSA)",
        directory: "https://acme.ssl.com/sslcom-dv-rsa",
        identity: "ssl.com",
        external_account: true,
        email: true,
        staging: None,
    },
    Preset {
        name: "sslcom-ecc",
        title: "SSL.com (ECC)",
        directory: "https://acme.ssl.com/sslcom-dv-ecc",
        identity: "ssl.com",
        external_account: true,
        email: true,
        staging: None,
    },
    Preset {
        name: "actalis",
        title: "Actalis",
        directory: "https://acme-api.actalis.com/acme/directory",
        identity: "actalis.it",
        external_account: true,
        email: true,
        staging: None,
    },
];

impl Preset {
    /// The CA of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// The CA at this directory URL.
    #[must_use]
    pub fn at(directory: &Url) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.directory == directory.as_str())
    }

    /// The directory URL.
    #[must_use]
    pub fn directory(&self) -> Url {
        Url::parse(self.directory).expect("the directory of a preset is a URL")
    }

    /// Whether it is there for practice itself.
    #[must_use]
    pub fn is_staging(&self) -> bool {
        PRESETS.iter().any(|other| other.staging == Some(self.name))
    }

    /// What must be at hand before there is an account, in words.
    #[must_use]
    pub fn needs(&self) -> &'static str {
        match (self.external_account, self.email) {
            (false, false) => "nothing",
            (true, false) => "EAB",
            (false, true) => "e-mail",
            (true, true) => "EAB, e-mail",
        }
    }
}

/// The directory URL of a CA that is known by name.
#[must_use]
pub fn preset(name: &str) -> Option<Url> {
    Preset::named(name).map(Preset::directory)
}

/// The directory URL of a CA that is known, by its host; `None` where that host has several.
#[must_use]
pub fn preset_at(host: &str) -> Option<Url> {
    let mut here = PRESETS.iter().filter(|preset| crate::http::host_of(preset.directory) == host);
    match (here.next(), here.next()) {
        (Some(only), None) => Some(only.directory()),
        _ => None,
    }
}

/// How a CA is called in messages: its own name where we know it, else its host.
#[must_use]
pub fn authority_name(directory: &Url) -> String {
    Preset::at(directory).map_or_else(|| crate::http::host_of(directory.as_str()), |preset| preset.title.to_owned())
}

/// The names by which CAA records mean a CA that we know.
#[must_use]
pub fn preset_identities(directory: &Url) -> Option<Vec<String>> {
    Preset::at(directory).map(|preset| vec![preset.identity.to_owned()])
}

/// The directory of the CA that does the same as this one for practice.
#[must_use]
pub fn staging_twin(directory: &Url) -> Option<Url> {
    Preset::at(directory)?.staging.and_then(preset)
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

    #[test]
    fn every_preset_is_found_by_its_name_and_by_its_url() {
        for one in &PRESETS {
            assert_eq!((Preset::named(one.name), Preset::at(&one.directory())), (Some(one), Some(one)));
        }
    }

    #[test]
    fn a_host_tells_the_ca_where_it_has_just_one() {
        assert_eq!(preset_at("acme.zerossl.com"), preset("zerossl"));
        assert_eq!((preset_at("acme.ssl.com"), preset_at("ca.example")), (None, None));
    }

    #[test]
    fn the_twin_of_a_ca_is_at_another_place_and_has_none_itself() {
        for one in &PRESETS {
            let Some(twin) = staging_twin(&one.directory()) else { continue };
            assert_ne!(twin, one.directory());
            assert_eq!(staging_twin(&twin), None, "{twin}");
            assert!(!one.is_staging() && Preset::at(&twin).unwrap().is_staging(), "{twin}");
        }
        assert_eq!(staging_twin(&Url::parse("https://ca.example/directory").unwrap()), None);
    }
}
