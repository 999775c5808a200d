//! Vehicles that a log-in has found.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::fleet::PlannedVehicle;

/// The mode of a Connect session and of the vehicles it finds (reference 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mode {
    Live,
    Simulated,
    /// Deprecated by Smartcar, and still accepted.
    Test,
}

impl Mode {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Live, Self::Simulated, Self::Test]
            .into_iter()
            .find(|mode| mode.name() == text)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Simulated => "simulated",
            Self::Test => "test",
        }
    }
}

/// A vehicle (reference 4.1).
#[derive(Debug, Clone)]
pub(crate) struct Vehicle {
    pub(crate) id: Uuid,
    /// The user whose account it stands in.
    pub(crate) owner: Uuid,
    pub(crate) mode: Mode,
    pub(crate) details: PlannedVehicle,
}
