//! Labs, and ways to type commands in them.

pub mod authority;
pub mod command;
pub mod encrypted;
pub mod hostile;
pub mod lab;
#[cfg(feature = "interop")]
pub mod outer;
pub mod proof;
pub mod question;

pub use command::{Run, same};
pub use lab::Lab;
