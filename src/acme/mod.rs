//! RFC 8555 as certdns needs it, over instant-acme's vocabulary: accounts, the signing layer and the order engine.

pub mod account;

pub use account::Account;
