//! What a command does to a car.

use crate::car::{Car, ChargeSchedule};

/// The effect of a command that succeeded.
#[derive(Debug, Clone)]
pub(crate) enum Effect {
    SetLocked(bool),
    SetCharging(bool),
    SetLimit(f64),
    /// Opening it lets the cable go.
    SetPortOpen(bool),
    AddSchedule(ChargeSchedule),
    DropSchedule(String),
    /// No signal tells of it.
    Invisible,
}

impl Effect {
    pub(crate) fn apply(&self, car: &mut Car) {
        match self {
            Self::SetLocked(is_locked) => car.closures.set_locked(*is_locked),
            Self::SetCharging(true) => car.start_charging(None),
            Self::SetCharging(false) => car.stop_charging(),
            Self::SetLimit(percent) => car.set_charge_limit(*percent),
            Self::SetPortOpen(is_open) => {
                car.is_port_open = *is_open;
                car.is_latched = car.is_latched && !*is_open;
            }
            Self::AddSchedule(schedule) => {
                // One of a kind at a place: a new one replaces the old one.
                car.schedules.retain(|known| {
                    known.kind != schedule.kind
                        || (known.latitude - schedule.latitude).abs() > 0.001
                        || (known.longitude - schedule.longitude).abs() > 0.001
                });
                car.schedules.push(schedule.clone());
            }
            Self::DropSchedule(id) => car.schedules.retain(|known| known.id != *id),
            Self::Invisible => {}
        }
        car.last_change = car.now;
    }

    /// The signals that tell of it, published anew even where they say what they said before: the
    /// car has been asked.
    pub(crate) fn codes(&self) -> &'static [&'static str] {
        match self {
            Self::SetLocked(_) => &["closure-islocked", "closure-doors"],
            Self::SetCharging(_) => &["charge-ischarging", "charge-detailedchargingstatus"],
            Self::SetLimit(_) => &["charge-chargelimits"],
            Self::SetPortOpen(_) => &["charge-ischargingportflapopen"],
            Self::AddSchedule(_) | Self::DropSchedule(_) => &["charge-chargetimers"],
            Self::Invisible => &[],
        }
    }
}
