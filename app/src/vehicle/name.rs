//! What a car is called.

use super::{make::display_make, model::Vehicle};

impl Vehicle {
    /// What to call the vehicle at the top of its page: its make and model.
    pub fn name(&self) -> String {
        self.known_name().unwrap_or_else(|| "A car".to_owned())
    }

    /// What to call the vehicle in a sentence or on a button.
    pub(super) fn name_in_sentence(&self) -> String {
        self.known_name().unwrap_or_else(|| "this car".to_owned())
    }

    fn known_name(&self) -> Option<String> {
        let make = self.make.as_deref().map(display_make);
        match (make, self.model.as_deref()) {
            (Some(make), Some(model)) => Some(format!("{make} {model}")),
            (Some(make), None) => Some(make),
            (None, model) => model.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::model::VehicleId, *};

    fn vehicle(make: Option<&str>, model: Option<&str>) -> Vehicle {
        Vehicle {
            id: VehicleId(String::new()),
            make: make.map(str::to_owned),
            model: model.map(str::to_owned),
            year: None,
            powertrain_type: None,
            mode: None,
        }
    }

    #[test]
    fn a_name_is_what_is_known_of_it() {
        let names = [
            (Some("TESLA"), Some("Model 3"), "Tesla Model 3"),
            (Some("TESLA"), None, "Tesla"),
            (None, Some("Model 3"), "Model 3"),
            (None, None, "A car"),
        ];
        for (make, model, name) in names {
            assert_eq!(vehicle(make, model).name(), name);
        }
        assert_eq!(vehicle(None, None).name_in_sentence(), "this car");
    }
}
