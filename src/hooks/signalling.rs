//! `@signal PIDFILE SIGNAL`: to the process whose number a server wrote down.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::HookFault;

/// No PID file is longer.
const MAX_PID_FILE: u64 = 64;

/// Sends the signal, where the file holds the number of a process that is there.
pub(super) fn send(path: &Path, signal: Signal) -> Result<(), HookFault> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MAX_PID_FILE).read_to_string(&mut text));
    read.map_err(|source| HookFault::PidFile { path: path.to_owned(), source })?;
    let pid = pid(&text).ok_or_else(|| HookFault::NoPid { path: path.to_owned() })?;
    match kill(Pid::from_raw(pid), signal) {
        Ok(()) => Ok(()),
        Err(Errno::ESRCH) => Err(HookFault::NoProcess { path: path.to_owned(), pid }),
        Err(source) => Err(HookFault::Signal { path: path.to_owned(), pid, source: source.into() }),
    }
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
