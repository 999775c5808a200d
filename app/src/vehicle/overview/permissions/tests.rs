use time::{OffsetDateTime, macros::datetime};

use super::{standing::standing, *};
use crate::{
    home::permission::PERMISSIONS,
    vehicle::{
        model::VehicleId,
        reading::{Condition, Reading, Trouble},
        test_car,
        value::Value,
    },
};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn car(granted: &[&str], readings: Vec<Reading>) -> Car {
    let mut car = test_car::car(readings);
    car.vehicle.id = VehicleId("c1d2".to_owned());
    car.permissions = granted.iter().map(ToString::to_string).collect();
    car
}

fn cannot(code: &str) -> Reading {
    Reading {
        last_good: None,
        trouble: Some(Trouble {
            condition: Condition::Cannot,
            code: None,
            since: NOW,
        }),
        ..test_car::reading(code, Value::Flag(true), NOW, None)
    }
}

fn codes(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.code.as_str()).collect()
}

fn html(car: &Car) -> String {
    permissions(car).to_html()
}

#[test]
fn every_permission_that_carport_knows_is_granted_or_missing_or_without_a_place() {
    let none = standing(&car(&[], Vec::new()));
    let without_a_place: Vec<&str> = PERMISSIONS
        .iter()
        .map(|known| known.code)
        .filter(|code| !codes(&none.missing).contains(code))
        .collect();
    assert_eq!(
        without_a_place,
        [
            "read_charge_locations",
            "read_charge_events",
            "read_compass",
            "read_alerts",
            "control_climate",
            "control_pin",
            "control_trunk",
        ]
    );
    let all = PERMISSIONS.map(|known| known.code);
    let all = standing(&car(&all, Vec::new()));
    assert_eq!(
        (all.granted.len(), all.missing.len()),
        (PERMISSIONS.len(), 0)
    );
}

#[test]
fn the_summary_tells_both_counts() {
    let page = html(&car(&["read_odometer", "read_fuel"], Vec::new()));
    assert!(
        page.contains("What you have allowed (2), and what not (19)"),
        "{page}"
    );
    assert!(page.contains(r#"id="permissions""#));
    assert!(page.contains("Connect again and allow all 19"));
}

#[test]
fn each_missing_one_has_a_link_of_its_own_and_words_for_what_it_unlocks() {
    let page = html(&car(&["read_odometer"], Vec::new()));
    for words in [
        r#"<a href="/login?vehicle=c1d2&amp;permission=read_security" rel="external">"#,
        "Allow “Doors, windows and lock”",
        "Unlocks: Lock, Doors, Windows, Trunk",
        "Unlocks: Lock, Unlock",
        "Unlocks: Start charging, Stop charging, Charge limit, Charge port, Charge schedules",
        "Unlocks: Send a destination",
        "read_battery%20",
    ] {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
    assert!(!page.contains("Allow “Distance driven”"));
}

#[test]
fn what_is_granted_says_what_it_unlocks() {
    let page = html(&car(
        &["read_charge_records", "read_compass", "read_<i>"],
        Vec::new(),
    ));
    for words in [
        "Past charges",
        "Carport has no place for it.",
        r#"<dt class="code">read_&lt;i&gt;"#,
        // To allow less: Connect is asked for what Carport knows.
        "permission=read_charge_records%20read_compass\"",
    ] {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
}

#[test]
fn what_the_car_cannot_do_is_not_missing() {
    let fuel = [
        "internalcombustionengine-fuellevel",
        "internalcombustionengine-amountremaining",
        "internalcombustionengine-range",
    ];
    let mut car = car(&[], fuel.map(cannot).to_vec());
    car.vehicle.powertrain_type = Some("BEV".to_owned());
    let found = standing(&car);
    assert_eq!(found.useless, ["Fuel and range"]);
    assert!(codes(&found.missing).contains(&"control_charge"));

    car.readings.pop();
    car.vehicle.powertrain_type = Some("ICE".to_owned());
    let found = standing(&car);
    assert_eq!(found.useless, ["Start and stop charging"]);
    let fuel = found.missing.iter().find(|entry| entry.code == "read_fuel");
    assert_eq!(fuel.unwrap().unlocks, ["Range on fuel"]);
    assert!(html(&car).contains("This car has nothing for: Start and stop charging."));
}

#[test]
fn a_grant_that_smartcar_has_not_told_is_not_guessed() {
    let page = html(&car(&[], Vec::new()));
    assert!(page.contains("Smartcar has not said what you have allowed."));
    assert!(!page.contains("To allow less"));
}

#[test]
fn nothing_missing_leaves_no_link_to_it() {
    let all = PERMISSIONS.map(|known| known.code);
    let page = html(&car(&all, Vec::new()));
    assert!(page.contains("and what not (0)"));
    assert!(!page.contains("not-allowed") && !page.contains("allow all"));
}
