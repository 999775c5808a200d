//! What a car is called.

use super::{make::display_make, model::Vehicle};

impl Vehicle {
    /// What to call the vehicle at the top of its page: as its owner does, else by make and model.
    pub fn name(&self) -> String {
        self.known_name().unwrap_or_else(|| "A car".to_owned())
    }

    /// What to call the vehicle in a sentence or on a button.
    pub(crate) fn name_in_sentence(&self) -> String {
        self.known_name().unwrap_or_else(|| "this car".to_owned())
    }

    /// What Smartcar calls the vehicle: its make and model.
    pub fn smartcar_name(&self) -> Option<String> {
        let make = self.make.as_deref().map(display_make);
        match (make, self.model.as_deref()) {
            (Some(make), Some(model)) => Some(format!("{make} {model}")),
            (Some(make), None) => Some(make),
            (None, model) => model.map(str::to_owned),
        }
    }

    /// Make and model, where the owner's name for the vehicle stands in their place.
    pub(super) fn smartcar_name_beside(&self) -> Option<String> {
        self.given_name.as_ref().and(self.smartcar_name())
    }

    fn known_name(&self) -> Option<String> {
        self.given_name.clone().or_else(|| self.smartcar_name())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::model::VehicleId, *};

    fn vehicle(make: Option<&str>, model: Option<&str>) -> Vehicle {
        Vehicle {
            id: VehicleId(String::new()),
            given_name: None,
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

    #[test]
    fn the_owners_name_comes_first() {
        let mut car = vehicle(Some("TESLA"), Some("Model 3"));
        assert_eq!(car.smartcar_name_beside(), None);
        car.given_name = Some("Bluebird".to_owned());
        assert_eq!(car.name(), "Bluebird");
        assert_eq!(car.name_in_sentence(), "Bluebird");
        assert_eq!(car.smartcar_name_beside().as_deref(), Some("Tesla Model 3"));

        let mut untold = vehicle(None, None);
        untold.given_name = Some("Bluebird".to_owned());
        assert_eq!(untold.name(), "Bluebird");
        assert_eq!(untold.smartcar_name_beside(), None);
    }
}
