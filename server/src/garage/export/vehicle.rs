//! Everything about a car.

mod csv;
mod json;
mod signals;

pub(super) use self::{
    csv::csv,
    json::{Items, json},
};
