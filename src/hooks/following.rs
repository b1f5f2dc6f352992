//! Follows a program to its end: what it prints, how it ends, and its time limit.

use std::process::ExitStatus;
use std::time::Duration;

use tokio::io::AsyncReadExt;

use super::HookFault;
use super::group::{Group, Pipes};
use super::lines::Lines;
use crate::error::Heard;

/// So long nothing may come from a pipe that a program in the background keeps open, until it is left to itself.
const SILENCE: Duration = Duration::from_millis(100);
/// So long it is listened to at all when the program has ended.
const LINGER: Duration = Duration::from_secs(1);

/// Tells what it prints until it ends.
pub(super) async fn follow(
    mut group: Group,
    pipes: Pipes,
    limit: Duration,
    tell: &(dyn Fn(String) + Sync),
) -> Result<(), HookFault> {
    let mut ear = Ear { pipes, lines: Lines::default(), tell };
    let ended = tokio::time::timeout(limit, ear.listen_to(&mut group)).await;
    if ended.is_err() {
        group.end().await;
    }
    ear.listen_on().await;
    let said = Heard::new(ear.lines.into_last());
    match ended {
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) => Err(HookFault::Status { status, said }),
        Ok(Err(source)) => Err(HookFault::Wait(source)),
        Err(_) => Err(HookFault::TimeLimit { limit, said }),
    }
}

/// Listens to what a program prints.
struct Ear<'a> {
    pipes: Pipes,
    lines: Lines,
    tell: &'a (dyn Fn(String) + Sync),
}

impl Ear<'_> {
    async fn listen_to(&mut self, group: &mut Group) -> std::io::Result<ExitStatus> {
        loop {
            tokio::select! {
                status = group.wait() => return status,
                () = self.hear(), if self.is_open() => {}
            }
        }
    }

    /// Tells what is left in the pipes. A program in the background may keep them open for as long as it lives.
    async fn listen_on(&mut self) {
        let rest = async { while self.is_open() && tokio::time::timeout(SILENCE, self.hear()).await.is_ok() {} };
        let _ = tokio::time::timeout(LINGER, rest).await;
        let rest = self.lines.finish();
        self.tell(rest);
    }

    fn is_open(&self) -> bool {
        self.pipes.iter().any(Option::is_some)
    }

    /// Waits for the next piece, or for the end of a pipe. Nothing is lost when this is dropped on the way.
    async fn hear(&mut self) {
        let (mut first, mut second) = (vec![0; 8192], vec![0; 8192]);
        let [out, err] = &mut self.pipes;
        let (number, read, octets) = tokio::select! {
            read = piece(out.as_mut(), &mut first), if out.is_some() => (0, read, first),
            read = piece(err.as_mut(), &mut second), if err.is_some() => (1, read, second),
        };
        if read == 0 {
            self.pipes[number] = None;
        }
        let lines = self.lines.push(number, &octets[..read]);
        self.tell(lines);
    }

    fn tell(&self, lines: Vec<String>) {
        lines.into_iter().for_each(self.tell);
    }
}

/// How much was read; a pipe that cannot be read has come to its end.
async fn piece(pipe: Option<&mut (impl AsyncReadExt + Unpin)>, buffer: &mut [u8]) -> usize {
    match pipe {
        Some(pipe) => pipe.read(buffer).await.unwrap_or(0),
        None => 0,
    }
}
