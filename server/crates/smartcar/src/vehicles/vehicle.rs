//! A vehicle as Smartcar describes it.

use serde::Deserialize;

use crate::{Mode, PowertrainType, UnknownAttributes, VehicleId, decode::lenient};

/// A vehicle (reference 4.1).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Vehicle {
    /// The identifier.
    #[serde(deserialize_with = "lenient::identifier")]
    pub id: VehicleId,
    /// What it is.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub attributes: VehicleAttributes,
}

/// What a vehicle is (reference 3, 4.1). Smartcar may leave out anything.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VehicleAttributes {
    /// The brand, in capitals as far as seen: `TESLA`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub make: Option<String>,
    /// The model: `Model S`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub model: Option<String>,
    /// The model year.
    #[serde(default, deserialize_with = "lenient::year")]
    pub year: Option<u16>,
    /// Whether it is a real vehicle.
    #[serde(default, deserialize_with = "lenient::word")]
    pub mode: Option<Mode>,
    /// What drives it.
    #[serde(default, deserialize_with = "lenient::word")]
    pub powertrain_type: Option<PowertrainType>,
    /// Whatever else stood there.
    #[serde(flatten)]
    pub extra: UnknownAttributes,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Vehicle;
    use crate::{Mode, PowertrainType, decode};

    const WRAPPED: &str = include_str!("../../tests/fixtures/vehicle.json");
    const BARE: &str = include_str!("../../tests/fixtures/vehicle_bare.json");

    #[test]
    fn the_recorded_vehicle_reads_wrapped_and_bare() {
        let vehicle: Vehicle = decode::resource(WRAPPED.as_bytes()).unwrap();
        assert_eq!(vehicle.id.as_str(), "0c0ffee0-3333-4333-8333-000000000003");
        let attributes = &vehicle.attributes;
        assert_eq!(attributes.make.as_deref(), Some("TESLA"));
        assert_eq!(attributes.model.as_deref(), Some("Model Y"));
        assert_eq!(attributes.year, Some(2021));
        assert_eq!(attributes.mode, Some(Mode::Live));
        assert_eq!(
            attributes.powertrain_type,
            Some(PowertrainType::BatteryElectric)
        );
        assert_eq!(attributes.extra.as_map().len(), 0);
        assert_eq!(
            decode::resource::<Vehicle>(BARE.as_bytes()).unwrap(),
            vehicle
        );
    }

    #[test]
    fn unknown_values_and_attributes_are_kept_and_not_shown() {
        let vehicle: Vehicle = decode::item(json!({
            "id": "v-1",
            "attributes": {
                "year": "2021", "mode": "rehearsal", "powertrainType": "FCEV", "nickname": "Otto"
            }
        }))
        .unwrap();
        let attributes = &vehicle.attributes;
        assert_eq!(attributes.year, Some(2021));
        assert_eq!(attributes.mode, Some(Mode::Other("rehearsal".to_owned())));
        assert_eq!(
            attributes.powertrain_type,
            Some(PowertrainType::Other("FCEV".to_owned()))
        );
        assert_eq!(attributes.extra.get("nickname"), Some(&json!("Otto")));
        assert!(!format!("{vehicle:?}").contains("Otto"));
    }

    #[test]
    fn only_the_identifier_is_needed() {
        let vehicle: Vehicle = decode::item(json!({"id": "v-1", "attributes": null})).unwrap();
        assert_eq!(vehicle.attributes, super::VehicleAttributes::default());
        let unreadable = json!({"id": "v-1", "attributes": {"make": [], "year": {}, "mode": 1}});
        let vehicle: Vehicle = decode::item(unreadable).unwrap();
        assert_eq!(vehicle.attributes, super::VehicleAttributes::default());
        for malformed in [json!({}), json!({"id": ""}), json!({"id": 1}), json!("v-1")] {
            assert!(
                decode::item::<Vehicle>(malformed.clone()).is_err(),
                "{malformed}"
            );
        }
    }
}
