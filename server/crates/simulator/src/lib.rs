#![doc = include_str!("../README.md")]

mod clock;
mod connect;
mod control;
mod entropy;
mod fault;
mod fleet;
mod iam;
mod inspector;
mod page;
mod program;
mod quirks;
mod security;
mod settings;
mod simulation;
mod simulator;
mod strict_query;
mod traffic;
mod vehicle_api;
mod world;

pub use clock::{Clock, FixedClock, SystemClock};
pub use entropy::{Entropy, SeededEntropy, SystemEntropy};
pub use program::{Arguments, ServeError, serve};
pub use quirks::{Quirks, UnknownUserStatus};
pub use settings::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET,
    DEVELOPMENT_REDIRECT_URI, Settings, SettingsError, TOKEN_LIFETIME,
};
pub use simulator::{Running, Simulator};
