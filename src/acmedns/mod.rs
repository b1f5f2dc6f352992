//! The acme-dns protocol: which server, what `/register` and `/update` say, and what a registration is.

mod client;
mod error;
mod protocol;
mod registration;
mod server;

pub use client::{Client, PLACEHOLDER, RELEASED, Updated, is_placeholder};
pub use error::AcmeDnsError;
pub use registration::{Published, Registration};
pub use server::{Basic, CERTIFY, InvalidServer, Server};
