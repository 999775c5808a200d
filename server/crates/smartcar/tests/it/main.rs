//! The client against a server that speaks HTTP: a file a concern.

mod bounds;
mod connections;
mod errors;
mod logging;
mod retries;
mod secrecy;
mod support;
mod token;
mod users;
mod vehicles;
