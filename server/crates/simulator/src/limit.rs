//! How much an application may ask (reference 7.3).

mod application;
mod vehicle;

pub(crate) use application::{ApplicationLimit, BUCKET, REFILL_A_MINUTE};
pub(crate) use vehicle::{Exceeded, Monthly, Throttle, VehicleLimits};
