//! The client against a server that speaks HTTP: a file a concern.
#![expect(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in tests, but clippy does not see that their helpers are tests too"
)]

mod bounds;
mod command_answers;
mod command_certainty;
mod commands;
mod connections;
mod errors;
mod logging;
mod retries;
mod secrecy;
mod signals;
mod support;
mod token;
mod users;
mod vehicles;
mod webhooks;
