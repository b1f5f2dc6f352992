//! A program with all that it starts, which is ended as one.

use std::io;
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use tokio::io::AsyncRead;
use tokio::process::{Child, ChildStdin, Command};

/// So long a program has to end by itself when it is told to.
const GRACE: Duration = Duration::from_secs(5);
/// The same where somebody waits for certdns to end.
const SHORT_GRACE: Duration = Duration::from_secs(1);

/// What a program prints comes by one pipe or two.
pub(super) type Pipes = [Option<Box<dyn AsyncRead + Send + Unpin>>; 2];

/// A program that was started. Dropped before its end, it is ended with all that it started.
pub(super) struct Group {
    child: Child,
    handle: Handle,
    has_ended: bool,
}

impl Group {
    /// Starts it, with pipes for its output.
    pub(super) fn start(command: Command) -> io::Result<(Group, Pipes)> {
        let (child, handle, pipes) = start(command)?;
        Ok((Group { child, handle, has_ended: false }, pipes))
    }

    /// The pipe by which it is told something, once, where it was given one.
    pub(super) fn stdin(&mut self) -> Option<ChildStdin> {
        self.child.stdin.take()
    }

    /// Waits for the program itself. What it left in the background goes on.
    pub(super) async fn wait(&mut self) -> io::Result<ExitStatus> {
        let status = self.child.wait().await;
        self.has_ended = true;
        status
    }

    /// Ends all of it: politely, then not.
    pub(super) async fn end(&mut self) {
        self.handle.ask();
        let _ = tokio::time::timeout(GRACE, self.child.wait()).await;
        self.kill();
        let _ = self.child.wait().await;
        self.has_ended = true;
    }

    /// The program itself, too: where the system gave it no group, it is all that can be ended.
    fn kill(&mut self) {
        self.handle.kill();
        let _ = self.child.start_kill();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        self.handle.ask();
        let asked = Instant::now();
        while asked.elapsed() < SHORT_GRACE && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.kill();
    }
}

#[cfg(unix)]
use unix::{Handle, start};
#[cfg(windows)]
use windows::{Handle, start};

#[cfg(unix)]
mod unix {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;
    use tokio::net::unix::pipe::Receiver;

    use super::{Child, Command, Pipes, io};

    /// The number of a process group.
    pub(super) struct Handle(Option<Pid>);

    /// One pipe for both streams: what was printed first is told first. The command holds its other end, and goes.
    pub(super) fn start(mut command: Command) -> io::Result<(Child, Handle, Pipes)> {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let pipe = Receiver::from_owned_fd(reader.into())?;
        let child = command.process_group(0).spawn()?;
        let pid = child.id().and_then(|id| i32::try_from(id).ok()).map(Pid::from_raw);
        Ok((child, Handle(pid), [Some(Box::new(pipe)), None]))
    }

    impl Handle {
        pub(super) fn ask(&self) {
            self.send(Signal::SIGTERM);
        }

        pub(super) fn kill(&self) {
            self.send(Signal::SIGKILL);
        }

        /// A group that has gone by itself is no fault.
        fn send(&self, signal: Signal) {
            if let Some(pid) = self.0 {
                let _ = killpg(pid, signal);
            }
        }
    }
}

#[cfg(windows)]
mod windows {
    use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
    use std::process::Stdio;

    use windows_sys::Win32::System::JobObjects::{AssignProcessToJobObject, CreateJobObjectW, TerminateJobObject};

    use super::{Child, Command, Pipes, io};

    /// A job object, which processes that are started by its own belong to.
    pub(super) struct Handle(Option<OwnedHandle>);

    pub(super) fn start(mut command: Command) -> io::Result<(Child, Handle, Pipes)> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).spawn()?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let pipes: Pipes = [out.map(|pipe| Box::new(pipe) as _), err.map(|pipe| Box::new(pipe) as _)];
        let job = job_with(&child);
        Ok((child, Handle(job), pipes))
    }

    /// `None` where the system refuses: the program itself is ended all the same.
    #[allow(unsafe_code)]
    fn job_with(child: &Child) -> Option<OwnedHandle> {
        let process = child.raw_handle()?;
        // SAFETY: null attributes and no name are allowed; the new handle is owned by nobody else; the process handle
        // is good while the child lives.
        unsafe {
            let job = CreateJobObjectW(std::ptr::null(), std::ptr::null());
            let job = (!job.is_null()).then(|| OwnedHandle::from_raw_handle(job))?;
            (AssignProcessToJobObject(job.as_raw_handle(), process) != 0).then_some(job)
        }
    }

    impl Handle {
        /// There is no asking: a console program would need a console of its own.
        pub(super) fn ask(&self) {
            self.kill();
        }

        #[allow(unsafe_code)]
        pub(super) fn kill(&self) {
            if let Some(job) = &self.0 {
                // SAFETY: the handle is a job object that is open.
                unsafe { TerminateJobObject(job.as_raw_handle(), 1) };
            }
        }
    }
}
