//! `certdns ca`: which CAs there are, and what one says about itself.

use std::fmt::Write;

use clap::Subcommand;
use serde_json::{Value, json};
use url::Url;

use crate::acme::{Authority, PRESETS, Preset, authority_name};
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::output::{Outcome, plain, table};

/// CAs: list those with a name, or show what one says about itself
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// List the CAs that have a name here, and what each needs before it makes an account
    List,
    /// Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information
    Show {
        /// Its name or its directory URL [default: the CA of the settings]
        #[arg(value_name = "NAME|URL")]
        name: Option<String>,
    },
}

/// Lists without asking anybody, or asks one.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    Ok(match args.action {
        Action::List => {
            let (configured, fallback) = (cx.settings.ca.clone(), cx.settings.fallback_ca.clone());
            Box::new(ListOutcome { configured, fallback })
        }
        Action::Show { name } => Box::new(show(cx, name.as_deref()).await?),
    })
}

async fn show(cx: &Context, name: Option<&str>) -> Result<ShowOutcome> {
    let directory = match name {
        Some(name) => cx.settings.authority(name)?,
        None => cx.settings.ca.clone(),
    };
    let authority = cx.authority(&directory).await;
    Ok(ShowOutcome { authority: authority.doing(format!("could not ask {}", authority_name(&directory)))? })
}

/// The CAs with a name.
pub struct ListOutcome {
    configured: Url,
    /// Those that stand in for it.
    fallback: Vec<Url>,
}

impl Outcome for ListOutcome {
    fn json(&self) -> Value {
        let one = |preset: &Preset| {
            json!({
                "name": preset.name,
                "title": preset.title,
                "directory": preset.directory(),
                "caa_identities": [preset.identity],
                "needs": { "external_account": preset.external_account, "email": preset.email },
                "staging": preset.staging,
                "configured": preset.directory() == self.configured,
            })
        };
        json!({ "authorities": PRESETS.iter().map(one).collect::<Vec<_>>(), "configured": self.configured, "fallback": self.fallback })
    }

    fn text(&self) -> String {
        let rows = PRESETS.iter().map(|preset| {
            [preset.name, preset.title, preset.needs(), preset.identity, preset.directory().as_str()].map(str::to_owned)
        });
        let lines = table(["NAME", "CA", "NEEDS", "CAA", "DIRECTORY"], rows);
        format!(
            "{lines}\n\
             EAB: new accounts are bound to one that you have there (`--eab-kid`, `--eab-hmac-key-file`).\n\
             Any other CA: its directory URL with `--ca`, and its root with `--ca-root` where the system does not know it.\n\
             New certificates come from {}.\n",
            self.sources()
        )
    }
}

impl ListOutcome {
    fn sources(&self) -> String {
        let own = authority_name(&self.configured);
        let others: Vec<String> = self.fallback.iter().map(authority_name).collect();
        match others.is_empty() {
            true => own,
            false => format!("{own}; when that is down or its limits are used up, from {}", others.join(", then ")),
        }
    }
}

/// What a CA says about itself.
pub struct ShowOutcome {
    authority: Authority,
}

impl ShowOutcome {
    fn preset(&self) -> Option<&'static Preset> {
        Preset::at(self.authority.directory())
    }

    fn rows(&self) -> Vec<(&'static str, String)> {
        let meta = self.authority.meta();
        let url = |url: Option<&Url>| url.map_or_else(|| "not told".to_owned(), ToString::to_string);
        let identities = match meta.caa_identities.is_empty() {
            true => "not told: CAA records cannot name it".to_owned(),
            false => meta.caa_identities.join(", "),
        };
        let accounts = match meta.external_account_required {
            true => "bound to one that you have there (EAB: `--eab-kid`, `--eab-hmac-key-file`)",
            false => "for everybody",
        };
        let renewal = if self.authority.renewal_info().is_some() { "told (ARI, RFC 9773)" } else { "not told" };
        let mut rows = vec![
            ("directory", self.authority.directory().to_string()),
            ("terms", url(meta.terms_of_service.as_ref())),
            ("website", url(meta.website.as_ref())),
            ("CAA identities", identities),
            ("accounts", accounts.to_owned()),
            ("renewal dates", renewal.to_owned()),
        ];
        rows.extend(self.preset().and_then(|preset| preset.staging).map(|name| ("for practice", name.to_owned())));
        rows
    }

    fn profiles_text(&self) -> String {
        let profiles = &self.authority.meta().profiles;
        if profiles.is_empty() {
            return "\nThere is one kind of certificate: it offers no profiles.\n".to_owned();
        }
        let rows = profiles.iter().map(|(name, said)| [plain(name), plain(said)]);
        format!("\nProfiles, for `certdns issue --profile NAME`:\n{}", table(["NAME", "WHAT THE CA SAYS"], rows))
    }
}

impl Outcome for ShowOutcome {
    fn json(&self) -> Value {
        let meta = self.authority.meta();
        json!({
            "name": self.preset().map(|preset| preset.name),
            "title": authority_name(self.authority.directory()),
            "directory": self.authority.directory(),
            "terms_of_service": meta.terms_of_service,
            "website": meta.website,
            "caa_identities": meta.caa_identities,
            "external_account_required": meta.external_account_required,
            "profiles": meta.profiles,
            "renewal_info": self.authority.renewal_info(),
            "staging": self.preset().and_then(|preset| preset.staging),
        })
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", authority_name(self.authority.directory()));
        for (label, value) in self.rows() {
            let _ = writeln!(text, "  {label:<14}  {}", plain(&value));
        }
        text + &self.profiles_text()
    }
}
