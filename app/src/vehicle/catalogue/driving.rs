//! Fuel, place and motion.

use super::{Signal, half_day, hour, week};

pub(super) const FUEL: [Signal; 4] = [
    half_day("internalcombustionengine-fuellevel", "Fuel level"),
    half_day(
        "internalcombustionengine-amountremaining",
        "Fuel in the tank",
    ),
    half_day("internalcombustionengine-range", "Range on fuel"),
    week("internalcombustionengine-oillife", "Engine oil life"),
];

pub(super) const LOCATION: [Signal; 2] = [
    hour("location-preciselocation", "Place"),
    hour("location-isathome", "Home").or("At home", "Away"),
];

pub(super) const TRIP: [Signal; 4] = [
    half_day("odometer-traveleddistance", "Odometer"),
    hour("motion-currentspeed", "Speed"),
    hour("transmission-gearstate", "Gear"),
    hour("transmission-drivemode", "Drive mode"),
];
