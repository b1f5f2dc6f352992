//! A scheduler on this machine, or files for it below another root.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rand::RngExt;

use super::programs::run;
use super::{Job, Piece, Place, Plan, ScheduleFault, Scheduler, Scope, cron, launchd, systemd, task};

/// Directories of the user.
#[derive(Clone, Debug)]
pub struct Dirs {
    pub home: PathBuf,
    /// Where programs keep configuration.
    pub config: PathBuf,
}

/// Where a timer is installed, or would be.
#[derive(Clone, Debug)]
pub struct Site {
    pub scheduler: Scheduler,
    pub scope: Scope,
    /// A directory to write below instead, as packagers do; then nothing is started.
    pub root: Option<PathBuf>,
    pub dirs: Dirs,
}

impl Site {
    /// What is to be there, against what is.
    ///
    /// # Errors
    /// When what is there cannot be read, or what is wanted cannot be said.
    pub async fn plan(&self, job: &Job) -> Result<Plan, ScheduleFault> {
        let mut found = Vec::new();
        for place in self.places() {
            found.push(self.read(&place).await?);
        }
        let minute = found.iter().flatten().find_map(|text| self.minute(text));
        let minute = minute.unwrap_or_else(|| rand::rng().random_range(0..60));
        let texts = self.texts(job, minute)?.into_iter().zip(found);
        let pieces = self.places().into_iter().zip(texts);
        let pieces = pieces.map(|(place, (text, found))| Piece::new(place, text, found.as_deref()));
        Ok(Plan { scheduler: self.scheduler, pieces: pieces.collect() })
    }

    /// What is there, whatever it should say.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn found(&self) -> Result<Plan, ScheduleFault> {
        let mut pieces = Vec::new();
        for place in self.places() {
            let found = self.read(&place).await?;
            pieces.push(Piece::found(place, found));
        }
        Ok(Plan { scheduler: self.scheduler, pieces })
    }

    /// Those directories that the installed service of systemd cannot write to.
    #[must_use]
    pub fn closed<'a>(&self, state_dir: &Path, directories: impl IntoIterator<Item = &'a Path>) -> Vec<&'a Path> {
        let service = self.units().join(systemd::SERVICE);
        let Ok(mut units) = fs::read_to_string(&service) else { return Vec::new() };
        let added = fs::read_dir(service.with_extension("service.d")).into_iter().flatten().flatten();
        units.extend(added.filter_map(|file| fs::read_to_string(file.path()).ok()));
        let state_dir = std::path::absolute(state_dir).unwrap_or_default().display().to_string();
        directories.into_iter().filter(|directory| systemd::is_closed(&units, &state_dir, directory)).collect()
    }

    /// Where everything is, in the order of [`Site::texts`].
    fn places(&self) -> Vec<Place> {
        match (self.scheduler, self.scope) {
            (Scheduler::Systemd, _) => {
                let units = self.units();
                [systemd::SERVICE, systemd::TIMER].map(|unit| Place::File(units.join(unit))).to_vec()
            }
            (Scheduler::Cron, scope) if cron::is_file(scope, self.has_cron_folder()) => {
                vec![Place::File(self.below("/etc/cron.d").join("certdns"))]
            }
            (Scheduler::Cron, _) => vec![Place::Crontab],
            (Scheduler::Launchd, _) => vec![Place::File(self.property_list())],
            (Scheduler::TaskScheduler, _) => vec![match &self.root {
                Some(root) => Place::File(root.join(format!("{}.xml", task::NAME))),
                None => Place::Task,
            }],
        }
    }

    fn texts(&self, job: &Job, minute: u8) -> Result<Vec<String>, ScheduleFault> {
        Ok(match self.scheduler {
            Scheduler::Systemd => vec![systemd::service(job, self.scope), systemd::timer(self.scope)],
            Scheduler::Cron if cron::is_file(self.scope, self.has_cron_folder()) => vec![cron::file(job, minute)?],
            Scheduler::Cron => vec![cron::block(job, minute)?],
            Scheduler::Launchd => vec![launchd::property_list(job, &self.log(), minute)?],
            Scheduler::TaskScheduler => vec![task::definition(job, self.scope)?],
        })
    }

    /// The minute that was drawn when it was installed.
    pub(super) fn minute(&self, text: &str) -> Option<u8> {
        match self.scheduler {
            Scheduler::Cron => cron::minute(text),
            Scheduler::Launchd => launchd::minute(text),
            Scheduler::Systemd | Scheduler::TaskScheduler => None,
        }
    }

    fn below(&self, path: &str) -> PathBuf {
        self.root.as_ref().map_or_else(|| path.into(), |root| root.join(path.trim_start_matches('/')))
    }

    fn units(&self) -> PathBuf {
        match self.scope {
            Scope::System => self.below("/etc/systemd/system"),
            Scope::User => self.dirs.config.join("systemd/user"),
        }
    }

    /// Not every cron reads it: that of BusyBox and those of some BSDs do not, and do not come with it.
    fn has_cron_folder(&self) -> bool {
        self.root.is_some() || Path::new("/etc/cron.d").is_dir()
    }

    fn property_list(&self) -> PathBuf {
        let name = format!("{}.plist", launchd::LABEL);
        match self.scope {
            Scope::System => self.below("/Library/LaunchDaemons").join(name),
            Scope::User => self.dirs.home.join("Library/LaunchAgents").join(name),
        }
    }

    /// What launchd is to write to.
    fn log(&self) -> String {
        let library = match self.scope {
            Scope::System => PathBuf::from("/Library/Logs"),
            Scope::User => self.dirs.home.join("Library/Logs"),
        };
        library.join("certdns.log").display().to_string()
    }

    /// What is there now.
    pub(super) async fn read(&self, place: &Place) -> Result<Option<String>, ScheduleFault> {
        match place {
            Place::File(path) => match fs::read(path) {
                Ok(bytes) => Ok(Some(task::text(&bytes).into_owned())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(ScheduleFault::read(path)(error)),
            },
            Place::Crontab => Ok(cron::crontab::found(&crontab().await?)?.map(str::to_owned)),
            Place::Task => registered().await,
        }
    }

    pub(super) async fn write(&self, piece: &Piece) -> Result<(), ScheduleFault> {
        match &piece.place {
            Place::File(path) if self.scheduler == Scheduler::TaskScheduler => replace(path, &task::utf16(&piece.text)),
            Place::File(path) => replace(path, piece.text.as_bytes()),
            Place::Crontab => set_crontab(&cron::crontab::with(&crontab().await?, &piece.text)?).await,
            Place::Task => register(&piece.text).await,
        }
    }

    pub(super) async fn take(&self, place: &Place) -> Result<(), ScheduleFault> {
        match place {
            Place::File(path) => match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    Err(ScheduleFault::Remove { path: path.clone(), source: error })
                }
                _ => Ok(()),
            },
            Place::Crontab => set_crontab(&cron::crontab::without(&crontab().await?)?).await,
            Place::Task => run("schtasks", &["/Delete", "/TN", task::NAME, "/F"], None).await?.checked().map(drop),
        }
    }
}

/// Writes a file that everybody may read, whole or not at all.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), ScheduleFault> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let write = || {
        fs::create_dir_all(directory)?;
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(directory)?;
        file.write_all(bytes)?;
        readable(file.as_file())?;
        file.as_file().sync_all()?;
        file.persist(path).map(drop).map_err(|error| error.error)
    };
    write().map_err(ScheduleFault::write(path))
}

#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

/// The file takes the rights of its directory.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// The crontab of this user; empty where there is none, or no cron.
async fn crontab() -> Result<String, ScheduleFault> {
    let listed = match run("crontab", &["-l"], None).await {
        Err(ScheduleFault::Run { source, .. }) if source.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        listed => listed?,
    };
    // BusyBox says it in the words of the system.
    let none = ["no crontab", "No such file"].iter().any(|words| listed.err.contains(words));
    match listed.success {
        true => String::from_utf8(listed.out).map_err(|_| ScheduleFault::Crontab),
        false if none => Ok(String::new()),
        false => listed.checked(),
    }
}

async fn set_crontab(text: &str) -> Result<(), ScheduleFault> {
    run("crontab", &["-"], Some(text)).await?.checked().map(drop)
}

/// The task as Task Scheduler has it; none where there is none, or no Task Scheduler.
async fn registered() -> Result<Option<String>, ScheduleFault> {
    match run("schtasks", &["/Query", "/TN", task::NAME, "/XML", "ONE"], None).await {
        Err(ScheduleFault::Run { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
        Ok(query) if !query.success => Ok(None),
        Ok(query) => Ok(Some(task::text(&query.out).into_owned())),
    }
}

async fn register(definition: &str) -> Result<(), ScheduleFault> {
    let write = || {
        let mut file = tempfile::Builder::new().suffix(".xml").tempfile()?;
        file.write_all(&task::utf16(definition))?;
        // Closed: Task Scheduler reads no file that is open for writing.
        Ok(file.into_temp_path())
    };
    let path = write().map_err(ScheduleFault::write(Path::new(task::NAME)))?;
    let file = path.display().to_string();
    run("schtasks", &["/Create", "/TN", task::NAME, "/XML", &file, "/F"], None).await?.checked().map(drop)
}
