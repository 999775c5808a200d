//! Integration tests: the server as a browser, an operator and a database see it.
#![expect(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in tests, and what tests share is a test too"
)]

mod bad_input;
mod car_names;
mod commands;
mod connecting;
mod events;
mod export;
mod garage;
mod guards;
mod health;
mod history_page;
mod killed;
mod notices;
mod owner_check;
mod permissions;
mod reauthentication;
mod reauthentication_refusals;
mod refreshing;
mod replicas;
mod serving;
mod settings;
mod signal_permissions;
mod simulator_webhooks;
mod smartcar_trouble;
mod storage_story;
mod support;
mod webhook;
