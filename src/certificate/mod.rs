//! Chains, private keys and CSRs: what a CA gives, and what is checked before any of it is stored.

mod chain;
mod holder;
mod key;
mod recipe;
mod request;
mod verify;

pub use chain::{Certificate, Chain, InvalidChain, Lifetime, Link};
pub use holder::Holder;
pub use key::{InvalidKey, KeyType, PrivateKey, UnknownKeyType};
pub use recipe::{Lifespan, Recipe};
pub use request::{InvalidRequest, Request, csr};
pub use verify::{Misissued, verify};
