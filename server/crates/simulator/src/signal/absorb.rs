//! What a body that was set by hand means for the car, so that its other signals follow.

use serde_json::Value;

use crate::car::{Car, CarChange};

impl Car {
    /// Takes a body over into the car's state, as far as the car has such a state. What cannot be
    /// read leaves the car alone: a test may want nonsense in a body.
    pub(crate) fn absorb(&mut self, code: &str, body: &Value) {
        let value = &body["value"];
        let mut change = CarChange::default();
        match code {
            "charge-ischarging" => change.charging = value.as_bool(),
            "charge-ischargingcableconnected" => change.plugged_in = value.as_bool(),
            "charge-chargelimits" => change.charge_limit = body["activeLimit"].as_f64(),
            "tractionbattery-stateofcharge" => change.state_of_charge = value.as_f64(),
            "internalcombustionengine-fuellevel" => change.fuel_level = value.as_f64(),
            "odometer-traveleddistance" => change.odometer = value.as_f64(),
            "closure-islocked" => change.locked = value.as_bool(),
            "connectivitystatus-isasleep" => change.asleep = value.as_bool(),
            "connectivitystatus-isonline" => change.online = value.as_bool(),
            "location-preciselocation" => {
                change.latitude = body["latitude"].as_f64();
                change.longitude = body["longitude"].as_f64();
            }
            "closure-doors" => self.absorb_doors(body),
            "closure-windows" => {
                for (index, window) in self.closures.windows.iter_mut().enumerate() {
                    *window = at(body, index)["isOpen"].as_bool().unwrap_or(*window);
                }
            }
            "wheel-tires" if body["unit"] == "bar" => {
                for (index, tyre) in self.tyres.iter_mut().enumerate() {
                    *tyre = at(body, index)["tirePressure"].as_f64().unwrap_or(*tyre);
                }
            }
            _ => return,
        }
        if change.problem().is_none() {
            self.change(&change);
        }
    }

    fn absorb_doors(&mut self, body: &Value) {
        for (index, door) in self.closures.doors.iter_mut().enumerate() {
            let wanted = at(body, index);
            door.is_open = wanted["isOpen"].as_bool().unwrap_or(door.is_open);
            door.is_locked = wanted["isLocked"].as_bool().unwrap_or(door.is_locked);
        }
    }
}

/// The entry for a door, a window or a tyre, counted from the front left.
fn at(body: &Value, index: usize) -> &Value {
    let place = (Some(index as u64 / 2), Some(index as u64 % 2));
    body["values"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|entry| (entry["row"].as_u64(), entry["column"].as_u64()) == place)
        .unwrap_or(&Value::Null)
}
