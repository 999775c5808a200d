//! The simulator as an application and a browser meet it.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test fails as a test does"
)]

mod authorize;
mod connect;
mod connect_endings;
mod connect_sessions;
mod connections;
mod contract;
mod control;
mod fault_transport;
mod faults;
mod inspector;
mod quirks;
mod request_log;
mod security;
mod special_accounts;
mod support;
mod token;
mod users;
mod vehicles;
