//! External account binding (RFC 8555 section 7.3.4): an account at the CA's shop vouches for a new ACME account.

use serde_json::Value;

use super::Shared;
use super::door::Asked;
use super::jws::{Signed, decode};
use super::keys::thumbprint;
use super::problem::Problem;

/// The binding of a new account, checked; `None` where none is wanted.
pub(super) fn checked(ca: &Shared, asked: &Asked) -> Result<Option<Value>, Problem> {
    let accounts = ca.manners().external_accounts.clone();
    let given = asked.payload.as_ref().map(|payload| &payload["externalAccountBinding"]);
    let Some(given) = given.filter(|given| !given.is_null()) else {
        return if accounts.required { Err(missing()) } else { Ok(None) };
    };
    if accounts.keys.is_empty() && !accounts.required {
        return Ok(None);
    }
    let binding = Signed::embedded(given)?;
    same_request(&binding, ca, asked)?;
    let key = accounts.keys.get(&binding.key_id()?).ok_or_else(|| unauthorized("There is no such external account"))?;
    binding.verify_mac(&decode(key)?)?;
    if accounts.once && bound(ca, &binding)? {
        return Err(unauthorized("The external account is bound already"));
    }
    Ok(Some(given.clone()))
}

/// It is for this URL and this key, and has no nonce of its own.
fn same_request(binding: &Signed, ca: &Shared, asked: &Asked) -> Result<(), Problem> {
    if binding.url() != ca.url("/new-account") {
        return Err(Problem::malformed("The binding is for another URL than the request"));
    }
    if binding.nonce().is_some() {
        return Err(Problem::malformed("The binding must not have a nonce"));
    }
    let bound = binding.payload()?.and_then(|key| thumbprint(&key).ok());
    if bound.as_ref() != Some(&asked.thumbprint) {
        return Err(Problem::malformed("The binding is for another key than that of the request"));
    }
    Ok(())
}

fn bound(ca: &Shared, binding: &Signed) -> Result<bool, Problem> {
    let wanted = binding.key_id()?;
    let state = ca.state();
    let mut bindings = state.accounts.iter().filter_map(|account| account.binding.as_ref());
    Ok(bindings
        .any(|known| Signed::embedded(known).and_then(|known| known.key_id()).is_ok_and(|known| known == wanted)))
}

fn missing() -> Problem {
    Problem::new(403, "externalAccountRequired", "New accounts must be bound to an external account")
}

fn unauthorized(detail: &str) -> Problem {
    Problem::new(403, "unauthorized", detail)
}
