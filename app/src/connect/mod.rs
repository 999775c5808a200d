//! Connecting a car, and the ways in which it can fail.

pub mod explanation;
pub mod model;
mod page;

pub use page::{ConnectProblemMessage, ConnectProblemPage};
