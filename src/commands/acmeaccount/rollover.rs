//! `certdns acmeaccount rollover`.

use super::shown::{AccountOutcome, Shown};
use crate::accounts::{Selecting, roll_over, selected};
use crate::acme::AccountKeyType;
use crate::context::Context;
use crate::error::{Doing, Result};

/// Give an account a new key; its URI, and what pins it, stays
///
/// Interrupted at any point, one of the two keys works: the next command that uses the account finds out which.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Kind of the new key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519
    /// [default: that of the old key]
    #[arg(long, value_name = "TYPE")]
    key_type: Option<AccountKeyType>,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<AccountOutcome> {
    let account = selected(cx, Selecting::Any)?;
    let attempt = format!("could not give the ACME account {} a new key", account.title());
    let authority = cx.authority(&account.directory).await.doing(attempt.clone())?;
    let account = roll_over(cx, &authority, &account, args.key_type).await.doing(attempt)?;
    Ok(AccountOutcome { done: Some("The account has a new key.".to_owned()), shown: Shown::of(cx, account)? })
}
