//! A drive straight ahead.

use time::{Duration, OffsetDateTime};

use super::{Activity, Car, seconds_between};

/// The kilometres of one degree of latitude.
const DEGREE: f64 = 111.32;

impl Car {
    /// Sets off: unplugged, closed, and towards a heading.
    pub(crate) fn start_driving(
        &mut self,
        speed: f64,
        until: OffsetDateTime,
        heading: Option<f64>,
    ) {
        self.unplug();
        self.closures.close_all();
        self.is_asleep = false;
        self.heading = heading.unwrap_or(self.heading);
        self.activity = Activity::Driving { speed, until };
        self.last_change = self.now;
    }

    /// Stops where it is.
    pub(crate) fn park(&mut self) {
        self.activity = Activity::Parked;
        self.last_change = self.now;
    }

    pub(super) fn drive_on(&mut self, speed: f64, until: OffsetDateTime, to: OffsetDateTime) {
        let end = to.min(until);
        let wanted = speed * seconds_between(self.now, end) / 3_600.0;
        let possible = self.energy.electric_range() + self.energy.fuel_range();
        let distance = wanted.min(possible);
        self.odometer += distance;
        self.energy.consume(distance);
        let bearing = self.heading.to_radians();
        let latitude = self.latitude + distance * bearing.cos() / DEGREE;
        let parallel = DEGREE * self.latitude.to_radians().cos();
        self.longitude += distance * bearing.sin() / parallel;
        self.longitude = (self.longitude + 180.0).rem_euclid(360.0) - 180.0;
        self.latitude = latitude.clamp(-80.0, 80.0);
        let is_empty = possible < wanted;
        self.last_change = if is_empty {
            self.now + Duration::seconds_f64(distance / speed * 3_600.0)
        } else {
            end
        };
        if is_empty || until <= to {
            self.activity = Activity::Parked;
        }
    }
}
