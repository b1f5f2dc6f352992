//! `certdns acmeaccount add`.

use std::path::PathBuf;

use super::list::AccountsOutcome;
use super::shown::Shown;
use crate::accounts::{Wish, account_for};
use crate::acme::{Account, AccountKey, AccountKeyType, MacAlgorithm};
use crate::context::Context;
use crate::error::Result;
use crate::event::Event;
use crate::settings::{External, KeySource};

/// Create an account at the CA, if there is none yet; with --account, one of that name
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Contact address [env: CERTDNS_EMAIL]
    #[arg(long, value_name = "ADDR", value_parser = crate::accounts::email)]
    email: Option<String>,
    /// Agree to the CA's terms of service [env: CERTDNS_AGREE_TOS]
    #[arg(long)]
    agree_tos: bool,
    /// Kind of account key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519
    /// [default: ecdsa-p256]
    #[arg(long, value_name = "TYPE")]
    key_type: Option<AccountKeyType>,
    /// Key identifier of your account at the CA's site, where the CA wants one (external account binding)
    /// [env: CERTDNS_EAB_KID]
    #[arg(long, value_name = "KID")]
    eab_kid: Option<String>,
    /// File with the HMAC key that belongs to it, base64url
    /// [env: CERTDNS_EAB_HMAC_KEY_FILE, or the key in CERTDNS_EAB_HMAC_KEY]
    #[arg(long, value_name = "FILE")]
    eab_hmac_key_file: Option<PathBuf>,
    /// What the binding is signed with: HS256 (default), HS384 or HS512 [env: CERTDNS_EAB_ALGORITHM]
    #[arg(long, value_name = "ALG")]
    eab_algorithm: Option<MacAlgorithm>,
    /// Use this account where no other is asked for
    #[arg(long)]
    default: bool,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<AccountsOutcome> {
    let authority = cx.authority(&cx.settings.ca).await?;
    let (default, key_type) = (args.default, args.key_type);
    let account = account_for(cx, &authority, &wish(cx, args), None).await?;
    if default {
        cx.store.choose_account(&account)?;
    }
    tell_of_other_key(cx, &account, key_type)?;
    Ok(AccountsOutcome { accounts: vec![Shown::of(cx, account)?], damaged: Vec::new() })
}

fn wish(cx: &Context, args: Args) -> Wish {
    let key = args.eab_hmac_key_file.map(KeySource::File);
    let external = External { kid: args.eab_kid, key, algorithm: args.eab_algorithm };
    Wish {
        key_type: args.key_type,
        external: external.over(&cx.settings.external),
        make_named: true,
        ..Wish::with_flags(cx, args.email, args.agree_tos)
    }
}

/// An account that was there before has the key that it had.
fn tell_of_other_key(cx: &Context, account: &Account, key_type: Option<AccountKeyType>) -> Result<()> {
    let Some(wanted) = key_type else { return Ok(()) };
    let kind = AccountKey::from_pem(&account.key)?.kind();
    if kind != wanted.title() {
        let text = format!(
            "the ACME account is there already, and keeps its key ({kind}): `certdns acmeaccount rollover --key-type {wanted}` changes it"
        );
        cx.report(Event::Warning { text });
    }
    Ok(())
}
