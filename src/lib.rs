//! The map of the house. (Rooms, and who may know whom; arrows point down only.)

pub mod acme;
pub mod acmedns;
pub mod caa;
pub mod certificate;
pub mod cli;
pub mod commands;
pub mod context;
pub mod delegation;
pub mod dns;
pub mod error;
pub mod event;
pub mod http;
pub mod identifier;
pub mod issuance;
pub mod output;
pub mod renewal;
pub mod sandbox;
pub mod secret;
pub mod serve;
pub mod settings;
pub mod store;
