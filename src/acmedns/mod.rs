//! The acme-dns protocol: what `/register` and `/update` say, and what a registration is.

pub mod client;
pub mod protocol;
pub mod registration;

pub use registration::Registration;
