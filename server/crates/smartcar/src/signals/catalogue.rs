//! The signals that Smartcar lists, one a line: what it is called, what its body looks like and in
//! what unit, and the permission it needs, `guess` where that is our guess (reference 4.5).

use super::known_signal::known_signals;

known_signals! {
    ChargeAmperage = "charge-amperage" as Number(Ampere) needs "read_charge";
    ChargeAmperageMax = "charge-amperagemax" as Number(Ampere) needs "read_charge";
    ChargeAmperageRequested = "charge-amperagerequested" as Number(Ampere) needs "read_charge";
    ChargeChargeLimits = "charge-chargelimits" as ChargeLimits(Percent) needs "read_charge";
    ChargeChargePortStatusColor = "charge-chargeportstatuscolor" as Text needs "read_charge";
    ChargeChargeRate = "charge-chargerate" as Number(KilometrePerHour) needs "read_charge";
    ChargeChargeRecords = "charge-chargerecords" as ChargeRecords needs "read_charge_records";
    ChargeChargerPhases = "charge-chargerphases" as Count needs "read_charge";
    ChargeChargeTimers = "charge-chargetimers" as ChargeTimers needs "read_charge";
    ChargeChargingConnectorType = "charge-chargingconnectortype" as Text needs "read_charge";
    ChargeDetailedChargingStatus = "charge-detailedchargingstatus" as Text needs "read_charge";
    ChargeEnergyAdded = "charge-energyadded" as Number(KilowattHour) needs "read_charge";
    ChargeFastChargerType = "charge-fastchargertype" as Text needs "read_charge";
    ChargeIsCharging = "charge-ischarging" as Flag needs "read_charge";
    ChargeIsChargingCableConnected = "charge-ischargingcableconnected" as Flag needs "read_charge";
    ChargeIsChargingCableLatched = "charge-ischargingcablelatched" as Flag needs "read_charge";
    ChargeIsChargingPortFlapOpen = "charge-ischargingportflapopen" as Flag needs "read_charge";
    ChargeIsFastChargerPresent = "charge-isfastchargerpresent" as Flag needs "read_charge";
    ChargeTimeToComplete = "charge-timetocomplete" as Number(Minute) needs "read_charge";
    ChargeVoltage = "charge-voltage" as Number(Volt) needs "read_charge";
    ChargeWattage = "charge-wattage" as Number(Watt) needs "read_charge";
    ClimateExternalTemperature = "climate-externaltemperature" as Number(Celsius)
        needs "read_thermometer";
    ClimateInternalTemperature = "climate-internaltemperature" as Number(Celsius)
        needs "read_thermometer";
    ClosureDoors = "closure-doors" as Doors needs "read_security";
    ClosureEngineCover = "closure-enginecover" as Cover needs "read_security";
    ClosureFrontTrunk = "closure-fronttrunk" as Trunk needs "read_security";
    ClosureIsLocked = "closure-islocked" as Flag needs "read_security";
    ClosureRearTrunk = "closure-reartrunk" as Trunk needs "read_security";
    ClosureSunroof = "closure-sunroof" as Cover needs "read_security";
    ClosureTailgate = "closure-tailgate" as Trunk needs "read_security";
    ClosureWindows = "closure-windows" as Windows needs "read_security";
    ConnectivitySoftwareCurrentFirmwareVersion = "connectivitysoftware-currentfirmwareversion" as Text
        needs "read_extended_vehicle_info";
    ConnectivityStatusIsAsleep = "connectivitystatus-isasleep" as Flag guess "read_vehicle_info";
    ConnectivityStatusIsDigitalKeyPaired = "connectivitystatus-isdigitalkeypaired" as Flag
        guess "read_vehicle_info";
    ConnectivityStatusIsOnline = "connectivitystatus-isonline" as Flag guess "read_vehicle_info";
    DiagnosticsAbs = "diagnostics-abs" as Diagnostic needs "read_diagnostics";
    DiagnosticsActiveSafety = "diagnostics-activesafety" as Diagnostic needs "read_diagnostics";
    DiagnosticsAirbag = "diagnostics-airbag" as Diagnostic needs "read_diagnostics";
    DiagnosticsBrakeFluid = "diagnostics-brakefluid" as Diagnostic needs "read_diagnostics";
    DiagnosticsDriverAssistance = "diagnostics-driverassistance" as Diagnostic
        needs "read_diagnostics";
    DiagnosticsDtcCount = "diagnostics-dtccount" as Count needs "read_diagnostics";
    DiagnosticsDtcList = "diagnostics-dtclist" as TroubleCodes needs "read_diagnostics";
    DiagnosticsEmissions = "diagnostics-emissions" as Diagnostic needs "read_diagnostics";
    DiagnosticsEvBatteryConditioning = "diagnostics-evbatteryconditioning" as Diagnostic
        needs "read_diagnostics";
    DiagnosticsEvCharging = "diagnostics-evcharging" as Diagnostic needs "read_diagnostics";
    DiagnosticsEvDriveUnit = "diagnostics-evdriveunit" as Diagnostic needs "read_diagnostics";
    DiagnosticsEvHvBattery = "diagnostics-evhvbattery" as Diagnostic needs "read_diagnostics";
    DiagnosticsLighting = "diagnostics-lighting" as Diagnostic needs "read_diagnostics";
    DiagnosticsMil = "diagnostics-mil" as Diagnostic needs "read_diagnostics";
    DiagnosticsOilLife = "diagnostics-oillife" as Diagnostic needs "read_diagnostics";
    DiagnosticsOilPressure = "diagnostics-oilpressure" as Diagnostic needs "read_diagnostics";
    DiagnosticsOilTemperature = "diagnostics-oiltemperature" as Diagnostic needs "read_diagnostics";
    DiagnosticsTelematics = "diagnostics-telematics" as Diagnostic needs "read_diagnostics";
    DiagnosticsTirePressure = "diagnostics-tirepressure" as Diagnostic needs "read_diagnostics";
    DiagnosticsTirePressureMonitoring = "diagnostics-tirepressuremonitoring" as Diagnostic
        needs "read_diagnostics";
    DiagnosticsTransmission = "diagnostics-transmission" as Diagnostic needs "read_diagnostics";
    DiagnosticsWasherFluid = "diagnostics-washerfluid" as Diagnostic needs "read_diagnostics";
    DiagnosticsWaterInFuel = "diagnostics-waterinfuel" as Diagnostic needs "read_diagnostics";
    HvacCabinTargetTemperature = "hvac-cabintargettemperature" as Number(Celsius)
        needs "read_climate";
    HvacIsCabinHvacActive = "hvac-iscabinhvacactive" as Flag needs "read_climate";
    HvacIsFrontDefrosterActive = "hvac-isfrontdefrosteractive" as Flag needs "read_climate";
    HvacIsRearDefrosterActive = "hvac-isreardefrosteractive" as Flag needs "read_climate";
    HvacIsSteeringHeaterActive = "hvac-issteeringheateractive" as Flag needs "read_climate";
    InternalCombustionEngineAmountRemaining = "internalcombustionengine-amountremaining" as Number(Litre)
        needs "read_fuel";
    InternalCombustionEngineFuelLevel = "internalcombustionengine-fuellevel" as Number(Percent)
        needs "read_fuel";
    InternalCombustionEngineOilLife = "internalcombustionengine-oillife" as Number(Percent)
        needs "read_engine_oil";
    InternalCombustionEngineRange = "internalcombustionengine-range" as Number(Kilometre)
        needs "read_fuel";
    LocationIsAtHome = "location-isathome" as Flag guess "read_location";
    LocationPreciseLocation = "location-preciselocation" as Location needs "read_location";
    LowVoltageBatteryStateOfCharge = "lowvoltagebattery-stateofcharge" as Number(Percent)
        guess "read_battery";
    LowVoltageBatteryStatus = "lowvoltagebattery-status" as Text guess "read_battery";
    MotionCurrentSpeed = "motion-currentspeed" as Number(KilometrePerHour) needs "read_speedometer";
    OdometerTraveledDistance = "odometer-traveleddistance" as Number(Kilometre)
        needs "read_odometer";
    ServiceIsInService = "service-isinservice" as Flag guess "read_service_history";
    ServiceRecords = "service-records" as ServiceRecords needs "read_service_history";
    SurveillanceBrand = "surveillance-brand" as Text guess "read_extended_vehicle_info";
    SurveillanceIsEnabled = "surveillance-isenabled" as Flag guess "read_extended_vehicle_info";
    TractionBatteryIsHeaterActive = "tractionbattery-isheateractive" as Flag needs "read_battery";
    TractionBatteryMaxRangeChargeCounter = "tractionbattery-maxrangechargecounter" as Count
        needs "read_battery";
    TractionBatteryNominalCapacity = "tractionbattery-nominalcapacity" as NominalCapacity(KilowattHour)
        needs "read_battery";
    TractionBatteryRange = "tractionbattery-range" as Range(Kilometre) needs "read_battery";
    TractionBatteryStateOfCharge = "tractionbattery-stateofcharge" as Number(Percent)
        needs "read_battery";
    TransmissionDriveMode = "transmission-drivemode" as DriveMode;
    TransmissionGearState = "transmission-gearstate" as Text;
    VehicleIdentificationExteriorColor = "vehicleidentification-exteriorcolor" as Text
        guess "read_extended_vehicle_info";
    VehicleIdentificationNickname = "vehicleidentification-nickname" as Text
        guess "read_vehicle_info";
    VehicleIdentificationPackages = "vehicleidentification-packages" as Texts
        guess "read_extended_vehicle_info";
    VehicleIdentificationTrim = "vehicleidentification-trim" as Text
        guess "read_extended_vehicle_info";
    VehicleIdentificationVin = "vehicleidentification-vin" as Text needs "read_vin";
    VehicleUserAccountPermissions = "vehicleuseraccount-permissions" as Texts
        guess "read_user_profile";
    VehicleUserAccountRole = "vehicleuseraccount-role" as Text guess "read_user_profile";
    WheelStyle = "wheel-style" as Text guess "read_extended_vehicle_info";
    WheelTires = "wheel-tires" as Tires(Bar) needs "read_tires";
}
