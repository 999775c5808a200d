//! What is wrong with a vehicle.

use serde_json::Value;

use super::signal_code;
use crate::{SignalCode, open_enum::open_enum, signals::SignalError};

open_enum! {
    /// Whether an error has begun or has ended (reference 8.4).
    ErrorState {
        /// It is there.
        Error = "ERROR",
        /// It is there no more.
        Resolved = "RESOLVED",
    }
}

/// Why a vehicle says nothing, or that it does again (reference 8.4).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VehicleError {
    /// What it is.
    pub error: SignalError,
    /// Whether it has begun or has ended. A delivery that does not say so tells of one that has begun.
    pub state: ErrorState,
    /// Which signals it keeps away. `None`: all of them.
    pub signals: Option<Vec<SignalCode>>,
}

impl VehicleError {
    pub(super) fn read(value: &Value) -> Option<Self> {
        value.is_object().then(|| Self {
            error: SignalError::read(value),
            state: value
                .get("state")
                .and_then(Value::as_str)
                .map_or(ErrorState::Error, |state| {
                    ErrorState::from(state.to_ascii_uppercase())
                }),
            signals: value
                .get("signals")
                .and_then(Value::as_array)
                .map(|signals| signals.iter().filter_map(signal_code).collect()),
        })
    }
}
