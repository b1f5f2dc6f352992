//! A command that is told: a line for the shell, with the notice as JSON on its stdin and in its environment.

use std::ffi::OsString;

use super::NotifyError;
use super::channel::host;
use crate::context::Context;
use crate::hooks::{MAX_LIST, call};
use crate::notices::Notice;
use crate::settings::own_variables;

/// Runs a command to its end, or to its time limit.
pub(super) async fn run(cx: &Context, line: &str, notice: &Notice) -> Result<(), NotifyError> {
    let (host, run) = (host(), cx.reporter.run());
    let variables = environment(notice.variables(&host, run));
    let body = notice.json(&host, run).to_string().into_bytes();
    Ok(call(line, &own_variables(), &variables, body, cx.settings.notify.timeout).await?)
}

/// One that no system would take is left out: stdin has it all.
fn environment(variables: Vec<(&'static str, String)>) -> Vec<(&'static str, OsString)> {
    let short = variables.into_iter().filter(|(_, value)| value.len() <= MAX_LIST);
    short.map(|(name, value)| (name, neutral(value).into())).collect()
}

#[cfg(unix)]
fn neutral(value: String) -> String {
    value
}

/// `cmd` reads a line again when it has put the values of variables into it: what others said must command nothing.
#[cfg(windows)]
fn neutral(value: String) -> String {
    value.chars().map(|c| if c.is_control() || "\"%&|<>^!()".contains(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_variable_is_left_to_stdin() {
        let names = "a name ".repeat(MAX_LIST);
        let told = environment(vec![("CERTDNS_NAMES", names), ("CERTDNS_EVENT", "failure".to_owned())]);
        assert_eq!(told, [("CERTDNS_EVENT", "failure".into())]);
    }
}
