//! How the vehicle drives.

use serde::Deserialize;

use crate::decode::optional;

/// How the vehicle drives: `transmission-drivemode` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DriveMode {
    /// The mode in Smartcar's words, such as `NORMAL`.
    #[serde(default, deserialize_with = "optional::text")]
    pub canonical: Option<String>,
    /// The mode in the car maker's words.
    #[serde(default, deserialize_with = "optional::text")]
    pub oem_display_name: Option<String>,
}
