//! The connected vehicles.

pub mod model;
