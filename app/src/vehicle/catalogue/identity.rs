//! What the car is, whose it is, and how it is reached.

use super::{Signal, always, hour, week};

pub(super) const CONNECTIVITY: [Signal; 4] = [
    hour("connectivitystatus-isonline", "Connection").or("Online", "Offline"),
    hour("connectivitystatus-isasleep", "Sleep").or("Asleep", "Awake"),
    week("connectivitystatus-isdigitalkeypaired", "Digital key").or("Paired", "Not paired"),
    week(
        "connectivitysoftware-currentfirmwareversion",
        "Software version",
    ),
];

pub(super) const IDENTIFICATION: [Signal; 5] = [
    always("vehicleidentification-vin", "Vehicle identification number"),
    always("vehicleidentification-nickname", "Nickname"),
    always("vehicleidentification-trim", "Trim"),
    always("vehicleidentification-exteriorcolor", "Colour"),
    always("vehicleidentification-packages", "Packages"),
];

pub(super) const ACCOUNT: [Signal; 2] = [
    always("vehicleuseraccount-role", "Your role"),
    always("vehicleuseraccount-permissions", "Your rights at the maker"),
];
