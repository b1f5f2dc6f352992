//! The one test binary: every file is a command, as a person would use it.

// Snapshots are written with hashes, needed or not.
#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes)]

mod support;

mod acmeaccount;
mod authorities;
mod caa;
mod certificates;
mod check;
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
mod problems;
mod register;
mod regression;
mod renew;
mod requests;
mod sandbox;
mod standing_in;
mod world;
