//! What a permission unlocks in Carport: values and commands.

use crate::vehicle::{car::Car, catalogue, catalogue::Group, reading::Condition};

/// Everything that it unlocks, for any car, in the order of the page. Empty: Carport has no place
/// for it.
pub(super) fn all(code: &str) -> Vec<&'static str> {
    match commands(code) {
        [] => signals(code).map(|(_, label)| label).collect(),
        commands => commands.to_vec(),
    }
}

/// What it unlocks for this car: without the values that the car never tells, and the commands for
/// which it has no plug. `None` when that leaves nothing.
pub(super) fn of_car(car: &Car, code: &str) -> Option<Vec<&'static str>> {
    let unlocks: Vec<&str> = match commands(code) {
        [] => signals(code)
            .filter(|(signal, _)| !is_never_told(car, signal))
            .map(|(_, label)| label)
            .collect(),
        _ if code == "control_charge" && has_no_plug(car) => Vec::new(),
        commands => commands.to_vec(),
    };
    (!unlocks.is_empty()).then_some(unlocks)
}

/// The commands that need it (reference 5; of the charge port and the schedules it is a guess).
const fn commands(code: &str) -> &'static [&'static str] {
    match code.as_bytes() {
        b"control_security" => &["Lock", "Unlock"],
        b"control_charge" => &[
            "Start charging",
            "Stop charging",
            "Charge limit",
            "Charge port",
            "Charge schedules",
        ],
        b"control_navigation" => &["Send a destination"],
        _ => &[],
    }
}

/// The signals that need it: code and label.
fn signals(code: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    Group::ALL
        .into_iter()
        .flat_map(Group::signals)
        .filter(move |signal| catalogue::permission_of(signal.code) == Some(code))
        .map(|signal| (signal.code, signal.label))
}

fn is_never_told(car: &Car, signal: &str) -> bool {
    car.reading(signal).is_some_and(|reading| {
        reading.last_good.is_none()
            && reading
                .trouble
                .as_ref()
                .is_some_and(|trouble| trouble.condition == Condition::Cannot)
    })
}

fn has_no_plug(car: &Car) -> bool {
    matches!(car.vehicle.powertrain_type.as_deref(), Some("ICE" | "HEV"))
}
