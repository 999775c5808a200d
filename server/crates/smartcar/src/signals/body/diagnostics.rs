//! The health of the vehicle's systems.

use serde::Deserialize;
use time::OffsetDateTime;

use crate::{decode::optional, open_enum::caseless_enum};

caseless_enum! {
    /// How well a system is (reference 4.5).
    DiagnosticStatus {
        /// Well.
        Ok = "OK",
        /// It wants looking after.
        Alert = "ALERT",
    }
}

/// The health of a system: most of `diagnostics-…` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How well it is.
    #[serde(default, deserialize_with = "optional::word")]
    pub status: Option<DiagnosticStatus>,
    /// What the matter is, in the car maker's words.
    #[serde(default, deserialize_with = "optional::text")]
    pub description: Option<String>,
}

/// What the vehicle's diagnosis has noted: `diagnostics-dtclist` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct TroubleCode {
    /// The code, such as `P0300`.
    #[serde(default, deserialize_with = "optional::text")]
    pub code: Option<String>,
    /// When it was noted.
    #[serde(default, deserialize_with = "optional::instant")]
    pub timestamp: Option<OffsetDateTime>,
}
