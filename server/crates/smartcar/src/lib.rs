#![doc = include_str!("../README.md")]

mod auth;
mod builder;
mod client;
pub mod commands;
pub mod connect;
mod connections;
mod coordinates;
mod decode;
mod error;
mod identifier;
mod invalid_input;
mod mode;
mod open_enum;
mod origins;
mod permission;
pub mod signals;
mod transport;
mod unknown_attributes;
mod users;
mod vehicles;
pub mod webhooks;

pub use builder::ClientBuilder;
pub use client::Client;
pub use connections::{Connection, ConnectionFilter};
pub use coordinates::Coordinates;
pub use error::{Condition, Error, ErrorKind, Resolution, ResolutionKind};
pub use identifier::{ConnectionId, ExternalId, ScheduleId, UserId, VehicleId};
pub use invalid_input::InvalidInput;
pub use mode::Mode;
pub use origins::{Origin, Origins};
pub use permission::Permission;
pub use signals::{Signal, SignalCode, Signals};
pub use unknown_attributes::UnknownAttributes;
pub use vehicles::{PowertrainType, Vehicle, VehicleAttributes};
