//! `@signal PIDFILE SIGNAL`: to the process whose number a server wrote down.

use std::fs::OpenOptions;
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::time::Duration;

use nix::errno::Errno;
use nix::fcntl::OFlag;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};

use super::HookFault;

/// No PID file is longer.
const MAX_PID_FILE: u64 = 64;

/// Sends the signal, where the file holds the number of a process that is there. A file system that does not answer is
/// not waited for beyond the limit.
pub(super) async fn send(path: &Path, signal: Signal, limit: Duration) -> Result<(), HookFault> {
    let own = path.to_owned();
    let sending = tokio::task::spawn_blocking(move || send_now(&own, signal));
    match tokio::time::timeout(limit, sending).await {
        Ok(sent) => sent.expect("sending a signal does not panic"),
        Err(_) => Err(HookFault::TimeLimit { limit, said: None }),
    }
}

fn send_now(path: &Path, signal: Signal) -> Result<(), HookFault> {
    let (text, owner) = read(path).map_err(|source| HookFault::PidFile { path: path.to_owned(), source })?;
    let pid = pid(&text).ok_or_else(|| HookFault::NoPid { path: path.to_owned() })?;
    if !may_name(owner, pid) {
        return Err(HookFault::ForeignPid { path: path.to_owned(), pid });
    }
    match kill(Pid::from_raw(pid), signal) {
        Ok(()) => Ok(()),
        Err(Errno::ESRCH) => Err(HookFault::NoProcess { path: path.to_owned(), pid }),
        Err(source) => Err(HookFault::Signal { path: path.to_owned(), pid, source: source.into() }),
    }
}

/// What stands in the file, and whose it is. Neither a link nor a pipe is followed: nothing else than a regular file is
/// read.
fn read(path: &Path) -> io::Result<(String, u32)> {
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK;
    let file = OpenOptions::new().read(true).custom_flags(flags.bits()).open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    let mut text = String::new();
    file.take(MAX_PID_FILE).read_to_string(&mut text)?;
    Ok((text, meta.uid()))
}

/// Whoever may write the file says who is signalled: that is root or ourselves; anybody else names processes of his own.
fn may_name(owner: u32, pid: i32) -> bool {
    let is_own = |meta: std::fs::Metadata| meta.uid() == owner;
    owner == 0 || owner == geteuid().as_raw() || std::fs::metadata(format!("/proc/{pid}")).is_ok_and(is_own)
}

/// The number on the first line. 1 is init, and 0 or less would be whole groups of processes.
fn pid(text: &str) -> Option<i32> {
    text.lines().next()?.trim().parse().ok().filter(|pid| *pid > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_number_is_one_number_of_one_process() {
        assert_eq!(pid("4711\n"), Some(4711));
        assert_eq!(pid(" 4711 \nmore\n"), Some(4711));
        for text in ["", "\n", "0", "1", "-1", "-4711", "47 11", "nginx", "99999999999"] {
            assert_eq!(pid(text), None, "{text:?}");
        }
    }
}
