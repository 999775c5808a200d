use std::collections::HashSet;

use super::*;

/// The catalogue of the reference (4.5), all of it.
const REFERENCE: [&str; 93] = [
    "charge-amperage",
    "charge-amperagemax",
    "charge-amperagerequested",
    "charge-chargelimits",
    "charge-chargeportstatuscolor",
    "charge-chargerate",
    "charge-chargerecords",
    "charge-chargerphases",
    "charge-chargetimers",
    "charge-chargingconnectortype",
    "charge-detailedchargingstatus",
    "charge-energyadded",
    "charge-fastchargertype",
    "charge-ischarging",
    "charge-ischargingcableconnected",
    "charge-ischargingcablelatched",
    "charge-ischargingportflapopen",
    "charge-isfastchargerpresent",
    "charge-timetocomplete",
    "charge-voltage",
    "charge-wattage",
    "climate-externaltemperature",
    "climate-internaltemperature",
    "closure-doors",
    "closure-enginecover",
    "closure-fronttrunk",
    "closure-islocked",
    "closure-reartrunk",
    "closure-sunroof",
    "closure-tailgate",
    "closure-windows",
    "connectivitysoftware-currentfirmwareversion",
    "connectivitystatus-isasleep",
    "connectivitystatus-isdigitalkeypaired",
    "connectivitystatus-isonline",
    "diagnostics-abs",
    "diagnostics-activesafety",
    "diagnostics-airbag",
    "diagnostics-brakefluid",
    "diagnostics-driverassistance",
    "diagnostics-dtccount",
    "diagnostics-dtclist",
    "diagnostics-emissions",
    "diagnostics-evbatteryconditioning",
    "diagnostics-evcharging",
    "diagnostics-evdriveunit",
    "diagnostics-evhvbattery",
    "diagnostics-lighting",
    "diagnostics-mil",
    "diagnostics-oillife",
    "diagnostics-oilpressure",
    "diagnostics-oiltemperature",
    "diagnostics-telematics",
    "diagnostics-tirepressure",
    "diagnostics-tirepressuremonitoring",
    "diagnostics-transmission",
    "diagnostics-washerfluid",
    "diagnostics-waterinfuel",
    "hvac-cabintargettemperature",
    "hvac-iscabinhvacactive",
    "hvac-isfrontdefrosteractive",
    "hvac-isreardefrosteractive",
    "hvac-issteeringheateractive",
    "internalcombustionengine-amountremaining",
    "internalcombustionengine-fuellevel",
    "internalcombustionengine-oillife",
    "internalcombustionengine-range",
    "location-isathome",
    "location-preciselocation",
    "lowvoltagebattery-stateofcharge",
    "lowvoltagebattery-status",
    "motion-currentspeed",
    "odometer-traveleddistance",
    "service-isinservice",
    "service-records",
    "surveillance-brand",
    "surveillance-isenabled",
    "tractionbattery-isheateractive",
    "tractionbattery-maxrangechargecounter",
    "tractionbattery-nominalcapacity",
    "tractionbattery-range",
    "tractionbattery-stateofcharge",
    "transmission-drivemode",
    "transmission-gearstate",
    "vehicleidentification-exteriorcolor",
    "vehicleidentification-nickname",
    "vehicleidentification-packages",
    "vehicleidentification-trim",
    "vehicleidentification-vin",
    "vehicleuseraccount-permissions",
    "vehicleuseraccount-role",
    "wheel-style",
    "wheel-tires",
];

#[test]
fn every_code_of_the_reference_has_a_label_and_a_place() {
    for code in REFERENCE {
        let signal = signal(code);
        assert!(
            signal.is_some_and(|signal| !signal.label.is_empty()),
            "{code}"
        );
    }
}

#[test]
fn a_code_has_one_place_and_a_label_tells_it_from_the_others_of_its_group() {
    let signals = || Group::ALL.into_iter().flat_map(Group::signals);
    let codes: HashSet<_> = signals().map(|signal| signal.code).collect();
    assert_eq!(codes.len(), signals().count());
    for group in Group::ALL {
        let labels: HashSet<_> = group.signals().iter().map(|signal| signal.label).collect();
        assert_eq!(labels.len(), group.signals().len(), "{group:?}");
    }
}

#[test]
fn codes_are_spelt_as_smartcar_spells_them() {
    for signal in Group::ALL.into_iter().flat_map(Group::signals) {
        assert!(
            REFERENCE.contains(&signal.code)
                // In the dashboard's matrix alone.
                || signal.code.ends_with("edrange")
                || signal.code == "tractionbattery-idealrange",
            "{}",
            signal.code
        );
    }
}

#[test]
fn a_lock_is_old_before_the_odometer_and_a_number_plate_never() {
    let lasts = |code| signal(code).map(|signal| signal.lasts);
    assert_eq!(lasts("closure-islocked"), Some(Lasts::AnHour));
    assert_eq!(lasts("odometer-traveleddistance"), Some(Lasts::HalfADay));
    assert_eq!(lasts("wheel-tires"), Some(Lasts::AWeek));
    assert_eq!(lasts("vehicleidentification-vin"), Some(Lasts::Always));
}

#[test]
fn an_unknown_code_is_not_here() {
    assert_eq!(signal(""), None);
    assert_eq!(signal("Closure-IsLocked"), None);
}
