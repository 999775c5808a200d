//! What a car begins with, beyond what its model says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use uuid::Uuid;

use crate::car::CarChange;
use crate::signal::{SignalOrder, StoreState};

/// How much a car has on board.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Equipment {
    /// What most cars have.
    #[default]
    Usual,
    /// Whatever goes with its powertrain.
    Full,
}

/// What the control plane may choose of a car before anybody logs in.
#[derive(Debug, Clone, Default)]
pub(crate) struct VehicleSetup {
    /// The id that the first log-in gives the car.
    pub(crate) id: Option<Uuid>,
    pub(crate) equipment: Equipment,
    /// Codes of signals and names of commands that the car cannot do.
    pub(crate) lacks: BTreeSet<String>,
    pub(crate) store: StoreState,
    pub(crate) state: CarChange,
    pub(crate) signals: BTreeMap<String, SignalOrder>,
}
