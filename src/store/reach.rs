//! How far locks reach: those of a network file system can end at this machine, and then no other hears of them.

use std::fs::File;
use std::path::Path;

use crate::event::SharedReporter;

/// Tells, once, where the state directory is on a file system whose locks other machines do not see.
#[cfg(target_os = "linux")]
pub(super) fn warn(path: &Path, file: &File, reporter: &SharedReporter) {
    use std::os::unix::fs::MetadataExt;
    use std::sync::Once;

    static TOLD: Once = Once::new();
    let Ok(meta) = file.metadata() else { return };
    TOLD.call_once(|| {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let device = format!("{}:{}", rustix::fs::major(meta.dev()), rustix::fs::minor(meta.dev()));
        let mount = mounted(&mounts, &device);
        let Some(kind) = mount.as_ref().and_then(Mount::ends_here) else { return };
        let text = format!(
            "{} is on {kind}, whose locks end at this machine: let no other machine use this state directory",
            path.display()
        );
        reporter.report(crate::event::Event::Warning { text });
    });
}

/// Elsewhere nothing is told of it.
#[cfg(not(target_os = "linux"))]
pub(super) fn warn(_: &Path, _: &File, _: &SharedReporter) {}

/// How a file system is mounted.
#[cfg(target_os = "linux")]
struct Mount<'a> {
    /// `nfs4`, `cifs`, `fuse.sshfs`.
    kind: &'a str,
    options: Vec<&'a str>,
}

/// The mount of a device (`0:52`) among those of proc_pid_mountinfo(5). A lone dash ends a list of any length.
#[cfg(target_os = "linux")]
fn mounted<'a>(mounts: &'a str, device: &str) -> Option<Mount<'a>> {
    let fields = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let of_device = fields.filter(|fields| fields.get(2).is_some_and(|found| *found == device));
    let mut mounts = of_device.filter_map(|fields| {
        let dash = fields.iter().position(|field| *field == "-")?;
        let (own, super_block) = (fields.get(5)?, fields.get(dash + 3)?);
        Some(Mount { kind: fields.get(dash + 1)?, options: own.split(',').chain(super_block.split(',')).collect() })
    });
    mounts.next()
}

#[cfg(target_os = "linux")]
impl Mount<'_> {
    /// The kind of file system, where its locks are seen on this machine only: nfs(5), mount.cifs(8), sshfs(1).
    fn ends_here(&self) -> Option<&str> {
        let has = |wanted: &[&str]| self.options.iter().any(|option| wanted.contains(option));
        let ends = match self.kind {
            "nfs" | "nfs4" => has(&["nolock", "local_lock=flock", "local_lock=all"]),
            "cifs" | "smb3" => has(&["nobrl"]),
            "fuse.sshfs" | "fuse.s3fs" | "fuse.rclone" | "fuse.gcsfuse" | "fuse.davfs" => true,
            _ => false,
        };
        ends.then_some(self.kind)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:52 / /srv/state rw,relatime shared:7 master:2 - nfs4 files:/state rw,vers=4.2,proto=tcp,local_lock=none
41 22 0:53 / /srv/old rw,relatime - nfs files:/old rw,vers=3,nolock,proto=tcp,local_lock=all
42 22 0:54 / /srv/remote rw,nosuid - fuse.sshfs me@files: rw,user_id=0
43 22 0:55 / /mnt rw - cifs //files/share rw,vers=3.1.1,nobrl
44 22 0:56 / /mnt/2 rw - cifs //files/share rw,vers=3.1.1
damaged";

    fn ends_here(device: &str) -> Option<String> {
        mounted(MOUNTS, device).and_then(|mount| mount.ends_here().map(str::to_owned))
    }

    #[test]
    fn locks_of_nfs_and_smb_reach_the_server_unless_they_are_mounted_without() {
        assert_eq!(["254:1", "0:52", "0:56", "0:99"].map(ends_here), [const { None }; 4]);
        let told = ["0:53", "0:54", "0:55"].map(ends_here).map(Option::unwrap);
        assert_eq!(told, ["nfs", "fuse.sshfs", "cifs"]);
    }
}
