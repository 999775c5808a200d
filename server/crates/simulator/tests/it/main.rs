//! The simulator as an application and a browser meet it.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test fails as a test does"
)]

mod authorize;
mod command_refusals;
mod command_scenarios;
mod commands;
mod connect;
mod connect_endings;
mod connect_sessions;
mod connections;
mod contract;
mod control;
mod fault_transport;
mod faults;
mod inspector;
mod inspector_vehicle;
mod limits;
mod profiles;
mod quirks;
mod reauthentication;
mod request_log;
mod schedules;
mod security;
mod signal_contract;
mod signal_control;
mod signal_errors;
mod signal_quirks;
mod signals;
mod slow_commands;
mod special_accounts;
mod subscriptions;
mod support;
mod token;
mod users;
mod vehicles;
mod webhook_bad_input;
mod webhook_contract;
mod webhook_errors;
mod webhook_inspector;
mod webhook_mishaps;
mod webhook_retries;
mod webhook_verification;
mod webhooks;
