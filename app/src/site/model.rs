//! What every page knows: how this Carport is set up, and who is looking.

use serde::{Deserialize, Serialize};

/// How this Carport is set up, and who is looking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Where the cars come from.
    pub source: Source,
    /// The permissions that Connect will ask for, such as `read_vehicle_info`. Empty: those chosen
    /// in Smartcar's dashboard.
    pub permissions: Vec<String>,
    /// How many vehicles this session has; `None` for a visitor who is signed out.
    pub vehicles: Option<u32>,
    /// How many notices of theirs are open.
    pub notices: u32,
}

/// Where the cars come from. Anything but [`Source::Live`] gets a banner on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Real cars through Smartcar.
    Live,
    /// Smartcar's simulated vehicles: `SMARTCAR_MODE` is `simulated` or `test`.
    Simulated,
    /// The local simulator stands in for Smartcar; its inspector is at this address.
    Simulator {
        /// The simulator's origin, such as `http://localhost:8010`.
        origin: String,
    },
}
