//! Groups `Climate`, `HVAC`, `ConnectivityStatus`, `ConnectivitySoftware` and `Surveillance`.

use serde_json::Value;

use super::{measured, plain};
use crate::car::Car;
use crate::fleet::PlannedVehicle;

pub(super) fn body(details: &PlannedVehicle, car: &Car, code: &str) -> Option<Value> {
    let is_moving = car.is_moving();
    let inside = if is_moving {
        20.5
    } else {
        car.inside_temperature
    };
    Some(match code {
        "climate-externaltemperature" => measured(car.outside_temperature, 1, "celsius"),
        "climate-internaltemperature" => measured(inside, 1, "celsius"),
        "hvac-cabintargettemperature" => measured(20.5, 1, "celsius"),
        "hvac-iscabinhvacactive" => plain(is_moving),
        "hvac-isfrontdefrosteractive"
        | "hvac-isreardefrosteractive"
        | "hvac-issteeringheateractive" => plain(false),
        "connectivitystatus-isasleep" => plain(car.is_asleep),
        "connectivitystatus-isonline" => plain(car.is_online),
        "connectivitystatus-isdigitalkeypaired" => plain(true),
        "connectivitysoftware-currentfirmwareversion" => plain(format!("{}.38.6", details.year)),
        "surveillance-brand" => plain(if details.brand.make == "TESLA" {
            "Sentry Mode"
        } else {
            "Guard"
        }),
        "surveillance-isenabled" => plain(!is_moving && car.closures.is_locked),
        _ => return None,
    })
}
