//! Chains, private keys and CSRs: what a CA gives, and what is checked before any of it is stored.

mod chain;
mod key;
mod request;
mod verify;

pub use chain::{Certificate, Chain, InvalidChain, Lifetime, Link};
pub use key::{InvalidKey, KeyType, PrivateKey, UnknownKeyType};
pub use request::csr;
pub use verify::{Misissued, verify};
