//! Users and groups of this machine.

use nix::unistd::{Group, User};

use super::OutputFault;

/// The number of a user by name or number.
pub(super) fn user(text: &str) -> Result<u32, OutputFault> {
    let found = User::from_name(text).ok().flatten().map(|user| user.uid.as_raw());
    found.or_else(|| text.parse().ok()).ok_or_else(|| no_such("user", text))
}

/// Whether files can be given to this user.
pub(super) fn may_own(text: &str) -> Result<(), OutputFault> {
    let (user, own) = (user(text)?, nix::unistd::geteuid());
    match own.is_root() || own.as_raw() == user {
        true => Ok(()),
        false => Err(OutputFault::NotRoot { name: text.to_owned() }),
    }
}

/// The number of a group by name or number.
pub(super) fn group(text: &str) -> Result<u32, OutputFault> {
    let found = Group::from_name(text).ok().flatten().map(|group| group.gid.as_raw());
    found.or_else(|| text.parse().ok()).ok_or_else(|| no_such("group", text))
}

fn no_such(what: &'static str, name: &str) -> OutputFault {
    OutputFault::NoSuch { what, name: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_and_groups_are_found_by_name_or_number() {
        assert_eq!((user("root").unwrap(), user("1234").unwrap(), group("1234").unwrap()), (0, 1234, 1234));
        assert_eq!(user("nobody-of-that-name").unwrap_err().to_string(), "there is no user nobody-of-that-name");
    }
}
