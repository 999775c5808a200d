//! What drives a vehicle.

use crate::open_enum::open_enum;

open_enum! {
    /// What drives a vehicle (reference 4.1).
    PowertrainType {
        /// A combustion engine.
        CombustionEngine = "ICE",
        /// A battery alone.
        BatteryElectric = "BEV",
        /// A combustion engine and a battery that can be plugged in.
        PluginHybrid = "PHEV",
        /// A combustion engine and a battery that cannot.
        Hybrid = "HEV",
    }
}
