//! Registrations on their way: found in files of other clients, taken over, kept aside, brought back.

pub mod formats;

mod completing;
mod fault;
mod judging;
mod looking;
pub mod moves;
mod moving;
mod neighbours;
mod taking;

pub use completing::base;
pub use fault::{LookFault, shown};
pub use judging::{Decision, Keep};
pub use looking::{Found, Looked, MAX_FILE, find, find_in_text};
pub use moving::{remove, rename, restore};
pub use taking::{Cause, Outcome, Taken, Wishes, take, take_one};
