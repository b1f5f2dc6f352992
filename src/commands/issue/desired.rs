//! What a certificate shall be: as `issue` is told, or as the configuration file says.

use std::str::FromStr;

use url::Url;

use super::names;
use super::not_after::NotAfter;
use crate::certificate::{KeyType, Request};
use crate::commands::faults::IssueFault;
use crate::commands::hooking::HookArgs;
use crate::commands::outputting::OutputArgs;
use crate::context::Context;
use crate::identifier::Identifier;
use crate::renewal::Before;
use crate::settings::Given;

/// What is `None` is as it was before, or as it usually is.
#[derive(Clone, Debug)]
pub(in crate::commands) struct Desired {
    /// Each once; those of the request, if there is one.
    pub names: Vec<Identifier>,
    pub request: Option<Request>,
    /// Whether the lineage may get other names than it has.
    pub may_rename: bool,
    /// Whether the names are added to those that the lineage has.
    pub expand: bool,
    pub key_type: Option<KeyType>,
    pub reuse_key: Option<bool>,
    pub new_key: bool,
    /// Empty: the CA's usual one; so the chain.
    pub profile: Option<String>,
    pub preferred_chain: Option<String>,
    pub not_after: Option<NotAfter>,
    pub force: bool,
    /// The directory URL of the CA.
    pub directory: Url,
    /// Whether anybody named the CA; where nobody did, a certificate that is there stays with its own.
    pub directory_given: bool,
    /// The name or URI of an account at that CA.
    pub account: Option<String>,
    pub outputs: OutputArgs,
    pub renew_before: Option<RenewBefore>,
    pub hooks: HookArgs,
}

/// How long before its end the certificate is renewed; `None` as everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct RenewBefore(pub Option<Before>);

impl FromStr for RenewBefore {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<RenewBefore, &'static str> {
        match text.trim() {
            "" => Ok(RenewBefore(None)),
            text => text.parse().map(|before| RenewBefore(Some(before))),
        }
    }
}

impl Desired {
    /// A certificate for these names, or for those of the request, with nothing else said about it.
    pub fn of(cx: &Context, names: Vec<Identifier>, request: Option<Request>) -> Result<Desired, IssueFault> {
        let names = request.as_ref().map_or(names, |request| request.names().to_vec());
        Ok(Desired {
            names: names::distinct(names)?,
            request,
            may_rename: false,
            expand: false,
            key_type: None,
            reuse_key: None,
            new_key: false,
            profile: None,
            preferred_chain: None,
            not_after: None,
            force: false,
            directory: cx.settings.ca.clone(),
            directory_given: cx.settings.ca_given != Given::Nowhere,
            account: cx.settings.account_at(&cx.settings.ca).map(str::to_owned),
            outputs: OutputArgs::default(),
            renew_before: None,
            hooks: HookArgs::default(),
        })
    }

    /// What the certificate is called where a name will do.
    pub fn first(&self) -> String {
        self.names.first().map(ToString::to_string).unwrap_or_default()
    }
}
