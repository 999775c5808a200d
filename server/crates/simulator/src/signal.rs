//! Signals: what Smartcar's store holds of a car (reference 4).

mod absorb;
mod body;
mod capability;
mod catalogue;
mod number;
mod order;
mod outcome;
mod partial_failure;
mod reading;
mod store;
mod tire_unit;

pub(crate) use capability::is_capable;
pub(crate) use catalogue::{CATALOGUE, entry_of};
pub(crate) use number::number;
pub(crate) use order::{SignalOrder, problem_of_code};
pub(crate) use outcome::{Outcome, Resolution, SignalError};
pub(crate) use reading::{Hand, Reading, Times};
pub(crate) use store::{Publication, SignalStore, StoreState};
pub(crate) use tire_unit::mistake_unit;
