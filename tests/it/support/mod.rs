//! Labs, and ways to type commands in them.

pub mod authority;
pub mod command;
pub mod encrypted;
#[cfg(feature = "interop")]
pub mod gallery;
pub mod hostile;
pub mod house;
pub mod lab;
pub mod machines;
#[cfg(feature = "interop")]
pub mod outer;
#[cfg(feature = "interop")]
pub mod programs;
pub mod proof;
pub mod question;
pub mod receiver;
pub mod relay;

pub use command::{Run, same};
pub use lab::Lab;
