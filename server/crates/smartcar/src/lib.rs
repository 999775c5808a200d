#![doc = include_str!("../README.md")]

mod auth;
mod builder;
mod client;
pub mod connect;
mod connections;
mod decode;
mod error;
mod identifier;
mod mode;
mod open_enum;
mod origins;
mod permission;
mod transport;
mod unknown_attributes;
mod users;
mod vehicles;

pub use builder::ClientBuilder;
pub use client::Client;
pub use connections::{Connection, ConnectionFilter};
pub use error::{Error, ErrorKind, Resolution, ResolutionKind};
pub use identifier::{ConnectionId, ExternalId, UserId, VehicleId};
pub use mode::Mode;
pub use origins::{Origin, Origins};
pub use permission::Permission;
pub use unknown_attributes::UnknownAttributes;
pub use vehicles::{PowertrainType, Vehicle, VehicleAttributes};
