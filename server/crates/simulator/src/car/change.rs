//! Changing a car by hand.

use serde::Deserialize;

use super::Car;

/// What is to be different; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct CarChange {
    pub(crate) plugged_in: Option<bool>,
    pub(crate) charging: Option<bool>,
    pub(crate) state_of_charge: Option<f64>,
    pub(crate) charge_limit: Option<f64>,
    pub(crate) fuel_level: Option<f64>,
    pub(crate) odometer: Option<f64>,
    pub(crate) latitude: Option<f64>,
    pub(crate) longitude: Option<f64>,
    pub(crate) locked: Option<bool>,
    pub(crate) doors: Vec<DoorChange>,
    pub(crate) windows: Vec<WindowChange>,
    pub(crate) front_trunk_open: Option<bool>,
    pub(crate) rear_trunk_open: Option<bool>,
    pub(crate) engine_cover_open: Option<bool>,
    pub(crate) asleep: Option<bool>,
    pub(crate) online: Option<bool>,
    pub(crate) in_service: Option<bool>,
}

/// A door by its place, from 0, front to back and left to right.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct DoorChange {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) open: Option<bool>,
    pub(crate) locked: Option<bool>,
}

/// A window by its place.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WindowChange {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) open: bool,
}

impl CarChange {
    /// Why this cannot be, if it cannot.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let is_within = |value: Option<f64>, lowest: f64, highest: f64| {
            value.is_none_or(|value| (lowest..=highest).contains(&value))
        };
        let places = self.doors.iter().map(|door| (door.row, door.column)).chain(
            self.windows
                .iter()
                .map(|window| (window.row, window.column)),
        );
        if !is_within(self.state_of_charge, 0.0, 100.0) {
            Some("stateOfCharge must be 0 to 100.")
        } else if !is_within(self.charge_limit, 0.0, 100.0) {
            Some("chargeLimit must be 0 to 100.")
        } else if !is_within(self.fuel_level, 0.0, 100.0) {
            Some("fuelLevel must be 0 to 100.")
        } else if !is_within(self.odometer, 0.0, 10_000_000.0) {
            Some("odometer must be 0 to 10000000.")
        } else if !is_within(self.latitude, -90.0, 90.0) {
            Some("latitude must be -90 to 90.")
        } else if !is_within(self.longitude, -180.0, 180.0) {
            Some("longitude must be -180 to 180.")
        } else if places
            .into_iter()
            .any(|(row, column)| row > 1 || column > 1)
        {
            Some("A row or a column must be 0 or 1.")
        } else {
            None
        }
    }
}

/// Writes what is wanted, where something is wanted.
fn set<T: Copy>(place: &mut T, wanted: Option<T>) {
    if let Some(wanted) = wanted {
        *place = wanted;
    }
}

impl Car {
    /// Makes a change, with what follows from it: a car that charges is plugged in.
    pub(crate) fn change(&mut self, change: &CarChange) {
        self.change_energy(change);
        self.change_closures(change);
        set(&mut self.odometer, change.odometer);
        set(&mut self.latitude, change.latitude);
        set(&mut self.longitude, change.longitude);
        set(&mut self.is_asleep, change.asleep);
        set(&mut self.is_online, change.online);
        set(&mut self.is_in_service, change.in_service);
        self.last_change = self.now;
    }

    fn change_energy(&mut self, change: &CarChange) {
        set(&mut self.energy.state_of_charge, change.state_of_charge);
        if let Some(percent) = change.charge_limit {
            self.set_charge_limit(percent);
        }
        if let Some(level) = change.fuel_level {
            self.energy.fuel = self.energy.tank * level / 100.0;
        }
        match change.plugged_in {
            Some(true) if !self.is_plugged_in => {
                if self.is_moving() {
                    self.park();
                }
                self.plug_in();
            }
            Some(false) => self.unplug(),
            _ => {}
        }
        match change.charging {
            Some(true) if !self.is_charging() => self.start_charging(None),
            Some(false) => self.stop_charging(),
            _ => {}
        }
    }

    fn change_closures(&mut self, change: &CarChange) {
        let closures = &mut self.closures;
        if let Some(is_locked) = change.locked {
            closures.set_locked(is_locked);
        }
        for door in &change.doors {
            if let Some(is_open) = door.open {
                closures.set_open(door.row, door.column, is_open);
            }
            if let (Some(is_locked), Some(found)) = (
                door.locked,
                closures.doors.get_mut(door.row * 2 + door.column),
            ) {
                found.is_locked = is_locked;
            }
        }
        for window in &change.windows {
            if let Some(found) = closures.windows.get_mut(window.row * 2 + window.column) {
                *found = window.open;
            }
        }
        set(&mut closures.is_front_trunk_open, change.front_trunk_open);
        set(&mut closures.is_rear_trunk_open, change.rear_trunk_open);
        set(&mut closures.is_engine_cover_open, change.engine_cover_open);
    }
}
