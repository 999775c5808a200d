//! The car itself: what it holds, moves, charges, opens and locks, over the simulated time.

mod change;
mod charging;
mod closures;
mod driving;
mod energy;
mod profile;
mod schedule;

pub(crate) use change::CarChange;
use closures::Closures;
use energy::Energy;
pub(crate) use profile::{Charge, Drive, Profile};
pub(crate) use schedule::{ChargeSchedule, ScheduleKind, WEEKDAYS, Window};
use sha2::{Digest as _, Sha256};
use time::OffsetDateTime;

use crate::fleet::{Equipment, PlannedVehicle};

/// What a car does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Activity {
    /// It stands, plugged in or not.
    Parked,
    /// It drives until an instant, or until it is empty.
    Driving { speed: f64, until: OffsetDateTime },
    /// It charges with so many kilowatts, up to its limit.
    Charging { power: f64 },
}

/// A car at an instant.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the car"
)]
pub(crate) struct Car {
    pub(crate) energy: Energy,
    pub(crate) closures: Closures,
    pub(crate) activity: Activity,
    /// Kilometres.
    pub(crate) odometer: f64,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    /// Degrees from north, clockwise.
    pub(crate) heading: f64,
    /// Where its owner lives.
    pub(crate) home: (f64, f64),
    pub(crate) is_plugged_in: bool,
    pub(crate) is_latched: bool,
    pub(crate) is_port_open: bool,
    /// What the last charge has added, in kilowatt-hours.
    pub(crate) energy_added: f64,
    pub(crate) schedules: Vec<ChargeSchedule>,
    /// Front left, front right, rear left, rear right, in bar.
    pub(crate) tyres: [f64; 4],
    pub(crate) outside_temperature: f64,
    pub(crate) inside_temperature: f64,
    pub(crate) is_asleep: bool,
    pub(crate) is_online: bool,
    pub(crate) is_in_service: bool,
    /// The day on which the simulation of this car began, at midnight, and its odometer then.
    pub(crate) first_day: OffsetDateTime,
    pub(crate) first_odometer: f64,
    /// The instant that this state belongs to.
    pub(crate) now: OffsetDateTime,
    /// When something last changed by itself.
    pub(crate) last_change: OffsetDateTime,
}

impl Car {
    /// A car as it stands before its owner's house: locked, and plugged in if it has a plug. The same
    /// VIN is always in the same state.
    pub(crate) fn new(details: &PlannedVehicle, now: OffsetDateTime) -> Self {
        let chance = Sha256::digest(details.vin.as_bytes());
        let chance = |index: usize| f64::from(chance[index]) / 255.0;
        let energy = Energy::new(details.powertrain, chance(0), chance(1));
        let has_battery = energy.capacity > 0.0;
        let (latitude, longitude) = PLACES[usize::from(chance(2) > 0.5)];
        let home = (
            latitude + (chance(3) - 0.5) * 0.02,
            longitude + (chance(4) - 0.5) * 0.03,
        );
        let age = f64::from(2027_u16.saturating_sub(details.year).max(1));
        let odometer = 6_000.0 + age * (5_000.0 + chance(5) * 9_000.0);
        let mut car = Self {
            closures: Closures::locked(),
            activity: Activity::Parked,
            odometer,
            first_odometer: odometer,
            first_day: now.replace_time(time::Time::MIDNIGHT),
            latitude: home.0,
            longitude: home.1,
            heading: (chance(6) * 359.0).round(),
            home,
            is_plugged_in: has_battery,
            is_latched: has_battery,
            is_port_open: has_battery,
            energy_added: 0.0,
            schedules: Vec::new(),
            tyres: [2.5, 2.5, 2.6, 2.6].map(|usual| usual + (chance(7) - 0.5) * 0.2),
            outside_temperature: 7.5,
            inside_temperature: 11.0,
            is_asleep: false,
            is_online: true,
            is_in_service: false,
            now,
            last_change: now,
            energy,
        };
        if details.setup.equipment == Equipment::Full && has_battery {
            car.energy.state_of_charge = 48.0;
            car.start_charging(None);
            car.energy_added = 2.4;
            car.schedules.push(ChargeSchedule::nightly(home));
        }
        car
    }

    /// Lets the time pass.
    pub(crate) fn advance(&mut self, to: OffsetDateTime) {
        if to <= self.now {
            return;
        }
        match self.activity {
            Activity::Parked => {}
            Activity::Driving { speed, until } => self.drive_on(speed, until, to),
            Activity::Charging { power } => self.charge_on(power, to),
        }
        self.now = to;
    }

    pub(crate) fn is_moving(&self) -> bool {
        matches!(self.activity, Activity::Driving { .. })
    }

    pub(crate) fn is_charging(&self) -> bool {
        matches!(self.activity, Activity::Charging { .. })
    }

    /// Whether it stands where its owner lives.
    pub(crate) fn is_at_home(&self) -> bool {
        (self.latitude - self.home.0).abs() < 0.001 && (self.longitude - self.home.1).abs() < 0.0015
    }
}

/// Residential streets in Munich and in Mountain View.
const PLACES: [(f64, f64); 2] = [(48.1351, 11.5820), (37.4029, -122.0853)];

/// The seconds from one instant to another, none if it is not later.
fn seconds_between(from: OffsetDateTime, to: OffsetDateTime) -> f64 {
    (to - from).as_seconds_f64().max(0.0)
}
