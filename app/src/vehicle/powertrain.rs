//! What moves the car, in words.

/// Smartcar's powertrain type in words; a type not known yet stays as Smartcar wrote it.
pub fn display_powertrain(powertrain_type: &str) -> &str {
    match powertrain_type {
        "BEV" => "Battery electric",
        "PHEV" => "Plug-in hybrid",
        "HEV" => "Hybrid",
        "ICE" => "Combustion",
        other => other,
    }
}

/// Smartcar's mode in words; a mode not known yet stays as Smartcar wrote it.
pub fn display_mode(mode: &str) -> &str {
    match mode {
        "live" => "Live",
        "simulated" => "Simulated",
        "test" => "Test",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_types_are_words() {
        assert_eq!(display_powertrain("BEV"), "Battery electric");
        assert_eq!(display_powertrain("PHEV"), "Plug-in hybrid");
        assert_eq!(display_powertrain("HEV"), "Hybrid");
        assert_eq!(display_powertrain("ICE"), "Combustion");
    }

    #[test]
    fn unknown_types_stay() {
        assert_eq!(display_powertrain("FCEV"), "FCEV");
        assert_eq!(display_mode("shadow"), "shadow");
    }
}
