//! Why a name cannot be moved.

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub enum MoveFault {
    #[error("{name} has no registration here that could be moved")]
    NotRegistered { name: DnsName },
    #[error("{name} is on its way to {to} already")]
    OtherWay { name: DnsName, to: String },
    #[error("{name} is not on its way anywhere")]
    NotMoving { name: DnsName },
    #[error("{name} leads to its new registration already")]
    Arrived { name: DnsName, record: String },
    #[error("{name} has no other registration any more")]
    OldIsGone { name: DnsName },
    #[error("where {name} leads could not be seen")]
    Unseen { name: DnsName },
}

impl Explain for MoveFault {
    fn kind(&self) -> Kind {
        match self {
            MoveFault::NotRegistered { .. } | MoveFault::NotMoving { .. } | MoveFault::OldIsGone { .. } => Kind::Usage,
            MoveFault::OtherWay { .. } | MoveFault::Arrived { .. } => Kind::ActionNeeded,
            MoveFault::Unseen { .. } => Kind::TryLater,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![match self {
            MoveFault::NotRegistered { name } => {
                Hint::new("there is nothing to move: register it").line(format!("certdns register {name}"))
            }
            MoveFault::OtherWay { name, .. } => Hint::new("complete that move, or give it up first")
                .line(format!("certdns registration move {name} --cancel")),
            MoveFault::NotMoving { .. } => Hint::new("`certdns registration move --status` tells who is"),
            MoveFault::Arrived { record, .. } => {
                Hint::new("change the record at your DNS host back to this first").line(record.clone())
            }
            MoveFault::OldIsGone { .. } => Hint::new("`certdns registration list` tells what is kept aside"),
            MoveFault::Unseen { name } => Hint::new("this tells why").line(format!("certdns check {name}")),
        }]
    }
}
