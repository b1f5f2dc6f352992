//! What is to be there, against what is.

use super::{MARKER, Place, Scheduler, task};

/// One thing that a scheduler is to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub place: Place,
    pub text: String,
    pub standing: Standing,
}

/// How what is at a place compares with what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Absent,
    UpToDate,
    /// Written by certdns, with other words.
    Different,
    /// Written by somebody else.
    Foreign,
}

/// All that a scheduler is to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub scheduler: Scheduler,
    pub pieces: Vec<Piece>,
}

impl Plan {
    /// The first thing that is somebody else's.
    #[must_use]
    pub fn foreign(&self) -> Option<&Place> {
        self.pieces.iter().find(|piece| piece.standing == Standing::Foreign).map(|piece| &piece.place)
    }

    /// Whether anything of certdns is there.
    #[must_use]
    pub fn is_installed(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece.standing, Standing::UpToDate | Standing::Different))
    }

    #[must_use]
    pub fn is_up_to_date(&self) -> bool {
        self.pieces.iter().all(|piece| piece.standing == Standing::UpToDate)
    }

    /// How the whole stands: as its worst part.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self {
            _ if self.foreign().is_some() => Standing::Foreign,
            _ if self.is_up_to_date() => Standing::UpToDate,
            _ if self.is_installed() => Standing::Different,
            _ => Standing::Absent,
        }
    }
}

impl Piece {
    #[must_use]
    pub fn new(place: Place, text: String, found: Option<&str>) -> Piece {
        let standing = match found {
            None => Standing::Absent,
            Some(found) if !found.contains(MARKER) => Standing::Foreign,
            Some(found) if found == text => Standing::UpToDate,
            Some(found) if place == Place::Task && !text.is_empty() && task::carries(found, &text) => {
                Standing::UpToDate
            }
            Some(_) => Standing::Different,
        };
        Piece { place, text, standing }
    }

    /// What is there, where it does not matter what should be.
    #[must_use]
    pub fn found(place: Place, found: Option<String>) -> Piece {
        let piece = Piece::new(place, String::new(), found.as_deref());
        Piece { text: found.unwrap_or_default(), ..piece }
    }
}

impl Standing {
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Absent => "absent",
            Standing::UpToDate => "up-to-date",
            Standing::Different => "different",
            Standing::Foreign => "foreign",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(found: Option<&str>) -> Piece {
        Piece::new(Place::File("/x".into()), format!("# {MARKER}\nnew"), found)
    }

    #[test]
    fn what_somebody_else_wrote_is_known_by_what_it_lacks() {
        assert_eq!(piece(None).standing, Standing::Absent);
        assert_eq!(piece(Some(&format!("# {MARKER}\nnew"))).standing, Standing::UpToDate);
        assert_eq!(piece(Some(&format!("# {MARKER}\nold"))).standing, Standing::Different);
        assert_eq!(piece(Some("new")).standing, Standing::Foreign);
        assert_eq!(piece(Some("")).standing, Standing::Foreign);
    }

    #[test]
    fn what_is_found_is_of_certdns_or_not() {
        let found = |text: &str| Piece::found(Place::Task, Some(text.to_owned())).standing;
        assert_eq!(found(MARKER), Standing::Different);
        assert_eq!(found(""), Standing::Foreign);
        assert_eq!(Piece::found(Place::Task, None).standing, Standing::Absent);
    }

    #[test]
    fn half_of_it_is_not_all_of_it() {
        let whole = format!("# {MARKER}\nnew");
        let plan = |found: [Option<&str>; 2]| Plan { scheduler: Scheduler::Systemd, pieces: found.map(piece).to_vec() };
        assert_eq!(plan([None, None]).standing(), Standing::Absent);
        assert_eq!(plan([Some(&whole), None]).standing(), Standing::Different);
        assert_eq!(plan([Some(&whole), Some(&whole)]).standing(), Standing::UpToDate);
        assert_eq!(plan([Some(&whole), Some("x")]).standing(), Standing::Foreign);
    }
}
