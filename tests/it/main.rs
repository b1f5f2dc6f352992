//! The one test binary: every file is a command, as a person would use it.

// Snapshots are written with hashes, needed or not.
#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes)]

mod support;

mod acmeaccount;
mod authorities;
mod caa;
mod certificates;
mod check;
mod diagnosis;
mod encrypted;
mod errors;
#[cfg(feature = "interop")]
mod gallery;
mod generated;
mod hostile;
#[cfg(feature = "interop")]
mod interop;
mod issue;
mod json;
mod list;
mod probe;
mod problems;
mod readme;
mod register;
mod regression;
mod renew;
mod requests;
#[cfg(target_os = "linux")]
mod resolvers;
mod sandbox;
mod standing_in;
mod watch;
mod world;
