//! Connecting a car, and the ways in which it can fail.

pub mod model;
