//! What a car is to do from now on.

use serde::Deserialize;
use thiserror::Error;
use time::{Duration, OffsetDateTime};

use super::Car;

/// A profile along which a car moves with the simulated clock.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Profile {
    /// It drives straight ahead, until the time is over or it is empty.
    Drive(Drive),
    /// It charges up to its limit.
    Charge(Charge),
    /// It stops doing anything.
    Park,
}

/// A drive.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Drive {
    /// Kilometres an hour.
    pub(crate) speed: f64,
    pub(crate) minutes: f64,
    /// Degrees from north, clockwise; as before, where left out.
    pub(crate) heading: Option<f64>,
}

impl Default for Drive {
    fn default() -> Self {
        Self {
            speed: 60.0,
            minutes: 30.0,
            heading: None,
        }
    }
}

/// A charge.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Charge {
    /// Kilowatts; what a wall box gives, where left out.
    pub(crate) power: Option<f64>,
}

/// Why a car cannot do that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum ProfileProblem {
    #[error("speed must be 1 to 250.")]
    Speed,
    #[error("minutes must be 1 to 1440.")]
    Minutes,
    #[error("heading must be 0 to 360.")]
    Heading,
    #[error("power must be 1 to 400.")]
    Power,
    #[error("The car has no battery to charge.")]
    NoBattery,
    #[error("The car is charged up to its limit.")]
    Charged,
    #[error("The car is empty.")]
    Empty,
}

impl Car {
    /// Begins a profile, `began` before now, as if it had begun then.
    pub(crate) fn follow(
        &mut self,
        profile: Profile,
        began: Duration,
    ) -> Result<(), ProfileProblem> {
        let now = self.now;
        match profile {
            Profile::Park => self.park(),
            Profile::Drive(drive) => self.set_off(drive, now - began)?,
            Profile::Charge(charge) => {
                if charge
                    .power
                    .is_some_and(|power| !(1.0..=400.0).contains(&power))
                {
                    return Err(ProfileProblem::Power);
                }
                if self.energy.capacity <= 0.0 {
                    return Err(ProfileProblem::NoBattery);
                }
                if self.energy.missing() <= 0.0 {
                    return Err(ProfileProblem::Charged);
                }
                self.park();
                self.start_charging(charge.power);
            }
        }
        self.now = now - began;
        self.advance(now);
        Ok(())
    }

    fn set_off(&mut self, drive: Drive, begin: OffsetDateTime) -> Result<(), ProfileProblem> {
        if !(1.0..=250.0).contains(&drive.speed) {
            return Err(ProfileProblem::Speed);
        }
        if !(1.0..=1_440.0).contains(&drive.minutes) {
            return Err(ProfileProblem::Minutes);
        }
        if drive
            .heading
            .is_some_and(|heading| !(0.0..=360.0).contains(&heading))
        {
            return Err(ProfileProblem::Heading);
        }
        if self.energy.electric_range() + self.energy.fuel_range() <= 0.0 {
            return Err(ProfileProblem::Empty);
        }
        let until = begin + Duration::seconds_f64(drive.minutes * 60.0);
        self.start_driving(drive.speed, until, drive.heading);
        Ok(())
    }
}
