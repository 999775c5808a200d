#![doc = include_str!("../README.md")]

mod car;
mod clock;
mod command;
mod connect;
mod control;
mod entropy;
mod fault;
mod fleet;
mod iam;
mod inspector;
mod instant;
mod limit;
mod page;
mod program;
mod quirks;
mod security;
mod settings;
mod signal;
mod simulation;
mod simulator;
mod strict_query;
mod traffic;
mod vehicle_api;
mod webhook;
mod world;

pub use clock::{Clock, FixedClock, SystemClock};
pub use command::ErrorShape;
pub use entropy::{Entropy, SeededEntropy, SystemEntropy};
pub use program::{Arguments, LimitsSwitch, ServeError, serve};
pub use quirks::{Quirks, UnknownUserStatus};
pub use settings::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET,
    DEVELOPMENT_MANAGEMENT_TOKEN, DEVELOPMENT_REDIRECT_URI, Settings, SettingsError,
    TOKEN_LIFETIME,
};
pub use simulator::{Running, Simulator};
pub use webhook::{Subscribe, WebhookSettings};
