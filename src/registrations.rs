//! Registrations on their way: from files of other clients to here, and back.

pub mod formats;
