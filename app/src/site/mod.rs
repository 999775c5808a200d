//! What every page knows.

pub mod model;
