//! The signals that the API knows (reference 4.5).

/// A signal's place in the catalogue.
#[derive(Debug)]
pub(crate) struct CatalogueEntry {
    /// `charge-chargerate`
    pub(crate) code: &'static str,
    /// `ChargeRate`
    pub(crate) name: &'static str,
    /// `Charge`
    pub(crate) group: &'static str,
    /// Without which an application does not see it. Nobody publishes this table: where the
    /// reference has a question mark, this is its guess, or else `read_vehicle_info`.
    pub(crate) permission: &'static str,
}

/// The entry of a code.
pub(crate) fn entry_of(code: &str) -> Option<&'static CatalogueEntry> {
    CATALOGUE
        .binary_search_by(|entry| entry.code.cmp(code))
        .ok()
        .map(|index| &CATALOGUE[index])
}

const fn entry(
    code: &'static str,
    name: &'static str,
    group: &'static str,
    permission: &'static str,
) -> CatalogueEntry {
    CatalogueEntry {
        code,
        name,
        group,
        permission,
    }
}

/// All of them, in the order of their codes.
#[rustfmt::skip] // a table: one line an argument would make it unreadable
pub(crate) const CATALOGUE: &[CatalogueEntry] = &[
    entry("charge-amperage", "Amperage", "Charge", "read_charge"),
    entry("charge-amperagemax", "AmperageMax", "Charge", "read_charge"),
    entry("charge-amperagerequested", "AmperageRequested", "Charge", "read_charge"),
    entry("charge-chargelimits", "ChargeLimits", "Charge", "read_charge"),
    entry("charge-chargeportstatuscolor", "ChargePortStatusColor", "Charge", "read_charge"),
    entry("charge-chargerate", "ChargeRate", "Charge", "read_charge"),
    entry("charge-chargerecords", "ChargeRecords", "Charge", "read_charge_records"),
    entry("charge-chargerphases", "ChargerPhases", "Charge", "read_charge"),
    entry("charge-chargetimers", "ChargeTimers", "Charge", "read_charge"),
    entry("charge-chargingconnectortype", "ChargingConnectorType", "Charge", "read_charge"),
    entry("charge-detailedchargingstatus", "DetailedChargingStatus", "Charge", "read_charge"),
    entry("charge-energyadded", "EnergyAdded", "Charge", "read_charge"),
    entry("charge-fastchargertype", "FastChargerType", "Charge", "read_charge"),
    entry("charge-ischarging", "IsCharging", "Charge", "read_charge"),
    entry("charge-ischargingcableconnected", "IsChargingCableConnected", "Charge", "read_charge"),
    entry("charge-ischargingcablelatched", "IsChargingCableLatched", "Charge", "read_charge"),
    entry("charge-ischargingportflapopen", "IsChargingPortFlapOpen", "Charge", "read_charge"),
    entry("charge-isfastchargerpresent", "IsFastChargerPresent", "Charge", "read_charge"),
    entry("charge-timetocomplete", "TimeToComplete", "Charge", "read_charge"),
    entry("charge-voltage", "Voltage", "Charge", "read_charge"),
    entry("charge-wattage", "Wattage", "Charge", "read_charge"),
    entry("climate-externaltemperature", "ExternalTemperature", "Climate", "read_thermometer"),
    entry("climate-internaltemperature", "InternalTemperature", "Climate", "read_thermometer"),
    entry("closure-doors", "Doors", "Closure", "read_security"),
    entry("closure-enginecover", "EngineCover", "Closure", "read_security"),
    entry("closure-fronttrunk", "FrontTrunk", "Closure", "read_security"),
    entry("closure-islocked", "IsLocked", "Closure", "read_security"),
    entry("closure-reartrunk", "RearTrunk", "Closure", "read_security"),
    entry("closure-sunroof", "Sunroof", "Closure", "read_security"),
    entry("closure-tailgate", "Tailgate", "Closure", "read_security"),
    entry("closure-windows", "Windows", "Closure", "read_security"),
    entry("connectivitysoftware-currentfirmwareversion", "CurrentFirmwareVersion", "ConnectivitySoftware", "read_extended_vehicle_info"),
    entry("connectivitystatus-isasleep", "IsAsleep", "ConnectivityStatus", "read_vehicle_info"),
    entry("connectivitystatus-isdigitalkeypaired", "IsDigitalKeyPaired", "ConnectivityStatus", "read_vehicle_info"),
    entry("connectivitystatus-isonline", "IsOnline", "ConnectivityStatus", "read_vehicle_info"),
    entry("diagnostics-abs", "ABS", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-activesafety", "ActiveSafety", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-airbag", "Airbag", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-brakefluid", "BrakeFluid", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-driverassistance", "DriverAssistance", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-dtccount", "DTCCount", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-dtclist", "DTCList", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-emissions", "Emissions", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-evbatteryconditioning", "EVBatteryConditioning", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-evcharging", "EVCharging", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-evdriveunit", "EVDriveUnit", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-evhvbattery", "EVHVBattery", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-lighting", "Lighting", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-mil", "MIL", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-oillife", "OilLife", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-oilpressure", "OilPressure", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-oiltemperature", "OilTemperature", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-telematics", "Telematics", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-tirepressure", "TirePressure", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-tirepressuremonitoring", "TirePressureMonitoring", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-transmission", "Transmission", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-washerfluid", "WasherFluid", "Diagnostics", "read_diagnostics"),
    entry("diagnostics-waterinfuel", "WaterInFuel", "Diagnostics", "read_diagnostics"),
    entry("hvac-cabintargettemperature", "CabinTargetTemperature", "HVAC", "read_climate"),
    entry("hvac-iscabinhvacactive", "IsCabinHVACActive", "HVAC", "read_climate"),
    entry("hvac-isfrontdefrosteractive", "IsFrontDefrosterActive", "HVAC", "read_climate"),
    entry("hvac-isreardefrosteractive", "IsRearDefrosterActive", "HVAC", "read_climate"),
    entry("hvac-issteeringheateractive", "IsSteeringHeaterActive", "HVAC", "read_climate"),
    entry("internalcombustionengine-amountremaining", "AmountRemaining", "InternalCombustionEngine", "read_fuel"),
    entry("internalcombustionengine-fuellevel", "FuelLevel", "InternalCombustionEngine", "read_fuel"),
    entry("internalcombustionengine-oillife", "OilLife", "InternalCombustionEngine", "read_engine_oil"),
    entry("internalcombustionengine-range", "Range", "InternalCombustionEngine", "read_fuel"),
    entry("location-isathome", "IsAtHome", "Location", "read_location"),
    entry("location-preciselocation", "PreciseLocation", "Location", "read_location"),
    entry("lowvoltagebattery-stateofcharge", "StateOfCharge", "LowVoltageBattery", "read_battery"),
    entry("lowvoltagebattery-status", "Status", "LowVoltageBattery", "read_battery"),
    entry("motion-currentspeed", "CurrentSpeed", "Motion", "read_speedometer"),
    entry("odometer-traveleddistance", "TraveledDistance", "Odometer", "read_odometer"),
    entry("service-isinservice", "IsInService", "Service", "read_service_history"),
    entry("service-records", "Records", "Service", "read_service_history"),
    entry("surveillance-brand", "Brand", "Surveillance", "read_extended_vehicle_info"),
    entry("surveillance-isenabled", "IsEnabled", "Surveillance", "read_extended_vehicle_info"),
    entry("tractionbattery-isheateractive", "IsHeaterActive", "TractionBattery", "read_battery"),
    entry("tractionbattery-maxrangechargecounter", "MaxRangeChargeCounter", "TractionBattery", "read_battery"),
    entry("tractionbattery-nominalcapacity", "NominalCapacity", "TractionBattery", "read_battery"),
    entry("tractionbattery-range", "Range", "TractionBattery", "read_battery"),
    entry("tractionbattery-stateofcharge", "StateOfCharge", "TractionBattery", "read_battery"),
    entry("transmission-drivemode", "DriveMode", "Transmission", "read_vehicle_info"),
    entry("transmission-gearstate", "GearState", "Transmission", "read_vehicle_info"),
    entry("vehicleidentification-exteriorcolor", "ExteriorColor", "VehicleIdentification", "read_extended_vehicle_info"),
    entry("vehicleidentification-nickname", "Nickname", "VehicleIdentification", "read_vehicle_info"),
    entry("vehicleidentification-packages", "Packages", "VehicleIdentification", "read_extended_vehicle_info"),
    entry("vehicleidentification-trim", "Trim", "VehicleIdentification", "read_extended_vehicle_info"),
    entry("vehicleidentification-vin", "VIN", "VehicleIdentification", "read_vin"),
    entry("vehicleuseraccount-permissions", "Permissions", "VehicleUserAccount", "read_user_profile"),
    entry("vehicleuseraccount-role", "Role", "VehicleUserAccount", "read_user_profile"),
    entry("wheel-style", "Style", "Wheel", "read_extended_vehicle_info"),
    entry("wheel-tires", "Tires", "Wheel", "read_tires"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_93_signals_in_order_and_each_is_found() {
        assert_eq!(CATALOGUE.len(), 93);
        assert!(CATALOGUE.is_sorted_by_key(|entry| entry.code));
        for entry in CATALOGUE {
            assert_eq!(entry_of(entry.code).unwrap().code, entry.code);
            let (group, name) = entry.code.split_once('-').unwrap();
            assert_eq!(entry.group.to_lowercase(), group);
            assert_eq!(entry.name.to_lowercase(), name);
        }
        assert!(entry_of("vin").is_none());
    }
}
