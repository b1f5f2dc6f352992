//! `certdns registration export`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::{Value, json};

use super::fault::Fault;
use super::shown::{are_used, name};
use crate::commands::writing::{new_file, new_files};
use crate::context::Context;
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::output::Outcome;
use crate::registrations::base;
use crate::registrations::formats::{Client, Written, server_url, write};
use crate::secret::Secret;
use crate::store::Record;

/// Write registrations with their passwords to a new file, for its owner only, in the format of any client
///
/// Without names, all are written; other clients know one for each name, and get the one that is used.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The file to make, or the folder for certify and win-acme; what is there is not touched. With - it goes to stdout
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Names to export; without any, all
    #[arg(value_name = "NAME", value_parser = name)]
    names: Vec<Identifier>,
    /// Whose format
    #[arg(long, value_enum, default_value_t = Format::Certdns)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Everything that is known, for `certdns registration import`
    Certdns,
    /// lego, acme-dns-client and Caddy
    Goacmedns,
    /// acme-dns-auth.py and certbot-dns-acmedns
    AcmeDnsAuth,
    /// acme-dns-accounts.json
    GoAcmeDnsManager,
    /// The variables for the .conf of one certificate
    #[value(name = "acme.sh")]
    AcmeSh,
    /// pluginvars.json
    PoshAcme,
    /// A folder of files; simple-acme too
    WinAcme,
    /// A folder of files
    Certify,
}

impl Format {
    fn client(self) -> Client {
        match self {
            Format::Certdns => Client::Certdns,
            Format::Goacmedns => Client::Goacmedns,
            Format::AcmeDnsAuth => Client::AcmeDnsAuth,
            Format::GoAcmeDnsManager => Client::GoAcmeDnsManager,
            Format::AcmeSh => Client::AcmeSh,
            Format::PoshAcme => Client::PoshAcme,
            Format::WinAcme => Client::WinAcme,
            Format::Certify => Client::Certify,
        }
    }
}

pub(super) struct ExportOutcome {
    client: Client,
    file: PathBuf,
    names: Vec<DnsName>,
    servers: Vec<String>,
    /// What goes to stdout.
    text: Option<Secret>,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<ExportOutcome> {
    let client = args.format.client();
    let to_stdout = args.file == Path::new("-");
    if to_stdout && cx.settings.voice.json {
        return Err(Fault::JsonToStdout.into());
    }
    let records = wanted(cx, args, client).await?;
    let text = match write(client, &records)? {
        Written::File(text) if to_stdout => Some(text),
        Written::File(text) => {
            let wrong = |source| Fault::Write { file: args.file.clone(), source };
            new_file(&args.file, text.expose().as_bytes()).map_err(wrong)?;
            None
        }
        Written::Folder(_) if to_stdout => return Err(Fault::FolderToStdout.into()),
        Written::Folder(files) => {
            new_files(&args.file, &files).map_err(|(file, source)| Fault::Write { file, source })?;
            None
        }
    };
    let mut servers: Vec<String> = records.iter().map(|one| server_url(&one.registration)).collect();
    servers.sort();
    servers.dedup();
    let names = records.iter().map(|one| base(&one.challenge)).collect();
    Ok(ExportOutcome { client, file: args.file.clone(), names, servers, text })
}

async fn wanted(cx: &Context, args: &Args, client: Client) -> Result<Vec<Record>> {
    let mut records = cx.store.records()?.into_iter().collect::<Result<Vec<Record>, _>>()?;
    let names: Vec<DnsName> = args.names.iter().map(Identifier::challenge_name).collect();
    if let Some(missing) = names.iter().find(|name| !records.iter().any(|one| one.challenge == **name)) {
        return Err(Fault::None { name: base(missing) }.into());
    }
    records.retain(|one| names.is_empty() || names.contains(&one.challenge));
    if client != Client::Certdns {
        let mut used = are_used(cx, &records, true).await.into_iter();
        records.retain(|_| used.next().unwrap_or(true));
    }
    let all = records;
    if all.is_empty() { Err(Fault::Nothing.into()) } else { Ok(all) }
}

impl ExportOutcome {
    /// What the file does not tell, and the client must be told some other way.
    fn missing(&self) -> Option<&'static str> {
        match self.client {
            Client::AcmeDnsAuth => Some("ACMEDNS_URL in the script, or dns_acmedns_api_url for certbot-dns-acmedns"),
            Client::GoAcmeDnsManager => Some("acme_dns_server in config.yaml"),
            Client::PoshAcme => Some("ACMEServer among the plugin's arguments"),
            _ => None,
        }
    }
}

impl Outcome for ExportOutcome {
    fn json(&self) -> Value {
        json!({ "exported": {
            "client": self.client.code(), "file": self.file, "names": self.names, "servers": self.servers,
        } })
    }

    fn text(&self) -> String {
        if let Some(text) = &self.text {
            return text.expose().to_owned();
        }
        let count = self.names.len();
        let plural = if count == 1 { "registration is" } else { "registrations are" };
        let mut text = format!(
            "{count} {plural} in {}. Whoever has that can answer the challenges of all its names.\n",
            self.file.display()
        );
        if let Some(missing) = self.missing() {
            text.push_str(&format!("The server does not stand there; it is {missing}:\n\n"));
            text.extend(self.servers.iter().map(|server| format!("{server}\n")));
        }
        text
    }
}
