//! What opens, what turns, what warms.

use super::{Signal, always, hour, week};

pub(super) const OPENINGS: [Signal; 10] = [
    hour("closure-islocked", "Lock").or("Locked", "Unlocked"),
    hour("closure-doors", "Doors"),
    hour("closure-windows", "Windows"),
    hour("closure-reartrunk", "Trunk"),
    hour("closure-tailgate", "Tailgate"),
    hour("closure-fronttrunk", "Front trunk"),
    hour("closure-enginecover", "Bonnet"),
    hour("closure-sunroof", "Sunroof"),
    hour("surveillance-isenabled", "Surveillance").or("On", "Off"),
    always("surveillance-brand", "Surveillance system"),
];

pub(super) const TYRES: [Signal; 2] = [
    week("wheel-tires", "Tyre pressure"),
    always("wheel-style", "Wheels"),
];

pub(super) const CLIMATE: [Signal; 7] = [
    hour("climate-internaltemperature", "Inside"),
    hour("climate-externaltemperature", "Outside"),
    hour("hvac-cabintargettemperature", "Cabin target"),
    hour("hvac-iscabinhvacactive", "Climate control").or("On", "Off"),
    hour("hvac-isfrontdefrosteractive", "Front defroster").or("On", "Off"),
    hour("hvac-isreardefrosteractive", "Rear defroster").or("On", "Off"),
    hour("hvac-issteeringheateractive", "Steering wheel heater").or("On", "Off"),
];
