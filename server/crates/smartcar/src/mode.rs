//! Live, simulated and test vehicles.

use crate::open_enum::open_enum;

open_enum! {
    /// Which vehicles a Connect session offers, and which kind a vehicle is (reference 1.1, 4.1).
    Mode {
        /// Real vehicles.
        Live = "live",
        /// Vehicles of the Vehicle Simulator in Smartcar's dashboard.
        Simulated = "simulated",
        /// Vehicles with random values. Smartcar has deprecated this mode.
        Test = "test",
    }
}

#[cfg(test)]
mod tests {
    use super::Mode;

    #[test]
    fn known_values_and_unknown_ones_survive_a_round_trip() {
        for (text, mode) in [
            ("\"live\"", Mode::Live),
            ("\"simulated\"", Mode::Simulated),
            ("\"test\"", Mode::Test),
            ("\"rehearsal\"", Mode::Other("rehearsal".to_owned())),
        ] {
            assert_eq!(serde_json::from_str::<Mode>(text).unwrap(), mode);
            assert_eq!(serde_json::to_string(&mode).unwrap(), text);
        }
    }
}
