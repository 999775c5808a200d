//! Plug and charge.

use time::{Duration, OffsetDateTime};

use super::{Activity, Car, seconds_between};

impl Car {
    /// Puts the cable in.
    pub(crate) fn plug_in(&mut self) {
        self.is_plugged_in = true;
        self.is_latched = true;
        self.is_port_open = true;
        self.energy_added = 0.0;
    }

    /// Takes the cable out, which ends a charge.
    pub(crate) fn unplug(&mut self) {
        self.stop_charging();
        self.is_plugged_in = false;
        self.is_latched = false;
        self.is_port_open = false;
    }

    /// Charges with so many kilowatts, or with what the wall box gives; nothing happens where
    /// nothing is missing.
    pub(crate) fn start_charging(&mut self, power: Option<f64>) {
        if self.energy.capacity <= 0.0 || self.energy.missing() <= 0.0 {
            return;
        }
        if !self.is_plugged_in {
            self.plug_in();
        }
        let power = power.unwrap_or(self.energy.usual_power);
        self.is_asleep = false;
        self.activity = Activity::Charging { power };
        self.last_change = self.now;
    }

    /// Ends a charge; the cable stays in.
    pub(crate) fn stop_charging(&mut self) {
        if self.is_charging() {
            self.activity = Activity::Parked;
            self.last_change = self.now;
        }
    }

    /// Changes the limit, at which a charge ends at once if it is already reached.
    pub(crate) fn set_charge_limit(&mut self, percent: f64) {
        self.energy.charge_limit = percent;
        if self.is_charging() && self.energy.missing() <= 0.0 {
            self.stop_charging();
        }
    }

    pub(super) fn charge_on(&mut self, power: f64, to: OffsetDateTime) {
        let wanted = power * seconds_between(self.now, to) / 3_600.0;
        let missing = self.energy.missing();
        let is_complete = wanted >= missing;
        let added = wanted.min(missing);
        self.energy_added += added;
        self.energy.state_of_charge = if is_complete {
            self.energy.charge_limit
        } else {
            self.energy.state_of_charge + added / self.energy.capacity * 100.0
        };
        self.last_change = if is_complete {
            self.activity = Activity::Parked;
            self.now + Duration::seconds_f64(added / power * 3_600.0)
        } else {
            to
        };
    }

    /// The power that flows, in kilowatts.
    pub(crate) fn charging_power(&self) -> Option<f64> {
        match self.activity {
            Activity::Charging { power } => Some(power),
            Activity::Parked | Activity::Driving { .. } => None,
        }
    }
}
