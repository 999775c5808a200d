//! The cars of a session: what the pages see of them, and what the owner can do with the
//! connections.

pub(crate) mod filling;
mod session_garage;

pub use session_garage::SessionGarage;
