//! Group Charge.

use serde_json::{Value, json};
use time::Duration;

use super::{measured, plain};
use crate::car::{Car, ChargeSchedule};
use crate::fleet::{PlannedVehicle, Powertrain};
use crate::instant::iso_instant;
use crate::signal::{Outcome, number};

/// More than this comes from a fast charger, in kilowatts.
const FASTEST_WALL_BOX: f64 = 22.0;

pub(super) fn outcome(details: &PlannedVehicle, car: &Car, name: &str) -> Option<Outcome> {
    let Some(power) = car.charging_power() else {
        return at_rest(details, car, name);
    };
    let is_fast = power > FASTEST_WALL_BOX;
    let (voltage, phases): (f64, u8) = if is_fast {
        (400.0, 1)
    } else if power > 7.4 {
        (230.0, 3)
    } else {
        (230.0, 1)
    };
    let amperage = power * 1_000.0 / voltage / f64::from(phases);
    let body = match name {
        "amperage" => measured(amperage, 1, "ampere"),
        "chargerate" => measured(power / car.energy.electric_consumption, 0, "km/h"),
        "chargerphases" => json!({ "value": phases, "unit": "count" }),
        "timetocomplete" => measured((car.energy.missing() / power * 60.0).ceil(), 0, "minute"),
        "voltage" => measured(voltage, 0, "volts"),
        "wattage" => measured(power * 1_000.0, 0, "watts"),
        "isfastchargerpresent" => plain(is_fast),
        "fastchargertype" | "chargingconnectortype" if is_fast => plain("CCS"),
        _ => return at_rest(details, car, name),
    };
    Some(Outcome::Success(body))
}

/// What does not depend on a charge under way, and what is said when there is none.
fn at_rest(details: &PlannedVehicle, car: &Car, name: &str) -> Option<Outcome> {
    let not_charging = |unit: &str| {
        let body = json!({ "value": null, "unit": unit });
        let detail = "The vehicle is not charging.";
        Outcome::not_now("NOT_CHARGING", detail, Some(body))
    };
    let limit = number(car.energy.charge_limit, 0);
    let is_full = car.energy.state_of_charge >= car.energy.charge_limit;
    let most = if details.powertrain == Powertrain::Phev {
        16.0
    } else {
        32.0
    };
    let body = match name {
        "amperage" => measured(0.0, 0, "ampere"),
        "voltage" => measured(0.0, 0, "volts"),
        "wattage" => measured(0.0, 0, "watts"),
        "chargerate" => return Some(not_charging("km/h")),
        "timetocomplete" => return Some(not_charging("minute")),
        "chargerphases" => return Some(not_charging("count")),
        "amperagemax" => measured(most, 0, "ampere"),
        "amperagerequested" => measured(16.0, 0, "ampere"),
        "chargelimits" => json!({
            "values": [{ "type": "GLOBAL", "limit": limit, "condition": null }],
            "activeLimit": limit,
            "unit": "percent",
        }),
        "chargeportstatuscolor" => plain(port_colour(car)),
        "chargerecords" => json!({ "values": records(car) }),
        "chargetimers" => {
            json!({ "values": car.schedules.iter().map(ChargeSchedule::timer).collect::<Vec<_>>() })
        }
        "chargingconnectortype" => plain(connector(car)),
        "detailedchargingstatus" => plain(if car.is_charging() {
            "CHARGING"
        } else if is_full && car.is_plugged_in {
            "FULLY_CHARGED"
        } else {
            "NOT_CHARGING"
        }),
        "energyadded" => measured(car.energy_added, 2, "kWh"),
        "fastchargertype" => plain("NONE"),
        "ischarging" => plain(car.is_charging()),
        "ischargingcableconnected" => plain(car.is_plugged_in),
        "ischargingcablelatched" => plain(car.is_latched),
        "ischargingportflapopen" => plain(car.is_port_open),
        "isfastchargerpresent" => plain(false),
        _ => return None,
    };
    Some(Outcome::Success(body))
}

fn port_colour(car: &Car) -> &'static str {
    if car.is_charging() {
        "GREEN"
    } else if car.is_plugged_in {
        "BLUE"
    } else {
        "OFF"
    }
}

/// As where the car lives: in Europe, or west of it.
fn connector(car: &Car) -> &'static str {
    if car.home.1 < -30.0 {
        "J1772"
    } else {
        "TYPE_2"
    }
}

/// Two nights at home, before the simulation began.
fn records(car: &Car) -> Vec<Value> {
    let (latitude, longitude) = car.home;
    let midnight = car.first_day;
    [(2_i64, 44.0, 80.0, "record-2"), (6, 31.0, 80.0, "record-1")]
        .into_iter()
        .map(|(days_ago, start, end, id)| {
            let added = (end - start) / 100.0 * car.energy.capacity;
            let begin = midnight - Duration::days(days_ago) + Duration::hours(1);
            let hours = added / car.energy.usual_power.max(1.0);
            json!({
                "id": id,
                "cost": {
                    "currency": "EUR",
                    "energyAmount": number(added * 0.29, 2),
                    "otherAmount": 0,
                },
                "startTime": iso_instant(begin),
                "endTime": iso_instant(begin + Duration::seconds_f64(hours * 3_600.0)),
                "location": {
                    "name": "Home",
                    "address": null,
                    "latitude": number(latitude, 5),
                    "longitude": number(longitude, 5),
                },
                "energyAdded": number(added, 1),
                "connectorType": connector(car),
                "isPublicCharger": false,
                "startStateOfCharge": number(start, 0),
                "endStateOfCharge": number(end, 0),
            })
        })
        .collect()
}
