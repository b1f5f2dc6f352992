//! What `log` cannot show.

use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub(super) enum LogFault {
    #[error("there is no run {start}")]
    NoRun { start: String },
    #[error("the ids of {count} runs begin with {start}")]
    Several { start: String, count: usize },
}

impl Explain for LogFault {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("`certdns log` lists the runs that are remembered; `certdns log last` shows the latest")]
    }
}
