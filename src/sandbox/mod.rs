//! The offline lab: an ACME CA, an acme-dns server, "your DNS host" and a resolver, on loopback, for real.
//!
//! The CA shares no code with `acme`: a client that is tested by its own mirror image shares its mistakes.

pub mod authority;
pub mod history;
pub mod hosting;
mod issuer;
mod lab;
pub mod resolver;
mod validation;

pub use crate::serve::Failure;
pub use history::{Exchange, History, Stage};
pub use hosting::{HostManners, HostedZone};
pub use lab::{ACME_DNS_ZONE, Sandbox, SandboxOptions, YOUR_ZONE};
