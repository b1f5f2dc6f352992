//! The one test binary: every file is a command, as a person would use it.

// Snapshots are written with hashes, needed or not.
#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes)]

mod support;

mod acmeaccount;
mod apply;
mod authorities;
mod bundle;
mod caa;
mod certificates;
mod check;
mod delete;
mod diagnosis;
mod encrypted;
mod errors;
#[cfg(feature = "interop")]
mod gallery;
mod generated;
mod history;
#[cfg(unix)]
mod hooks;
mod hostile;
mod import_csv;
#[cfg(feature = "interop")]
mod interop;
mod issue;
mod json;
mod list;
mod log;
mod notify;
#[cfg(unix)]
mod outputs;
mod probe;
mod problems;
mod readme;
mod register;
mod registration;
mod regression;
mod renew;
mod requests;
#[cfg(target_os = "linux")]
mod resolvers;
mod revoke;
mod sandbox;
#[cfg(feature = "interop")]
mod serving;
mod sharing;
mod show;
mod standing_in;
mod status;
#[cfg(target_os = "linux")]
mod timer;
mod watch;
mod world;
