//! The readings of a car by their code, and by the shape that is expected of them.

use time::OffsetDateTime;

use super::{
    car::Car,
    catalogue,
    freshness::Lasts,
    reading::{LastGood, Reading},
    value::{Quantity, Value},
};

/// A trunk, a sunroof or a bonnet that the car has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lid {
    /// Whether it is open, if the car says so.
    pub(super) is_open: Option<bool>,
}

impl Car {
    /// The reading of this code.
    pub(super) fn reading(&self, code: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.code == code)
    }

    /// The last good value of this code, and when it was true.
    pub(super) fn last_good(&self, code: &str) -> Option<&LastGood> {
        self.reading(code)?.last_good.as_ref()
    }

    /// The last good value of this code.
    pub(super) fn value(&self, code: &str) -> Option<&Value> {
        Some(&self.last_good(code)?.value)
    }

    /// A yes or no.
    pub(super) fn flag(&self, code: &str) -> Option<bool> {
        match self.value(code)? {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// A finite number with its unit.
    pub(super) fn quantity(&self, code: &str) -> Option<&Quantity> {
        match self.value(code)? {
            Value::Quantity(quantity)
            | Value::Range {
                range: Some(quantity),
                ..
            } => Some(quantity).filter(|quantity| quantity.value.is_finite()),
            _ => None,
        }
    }

    /// A word.
    pub(super) fn text(&self, code: &str) -> Option<&str> {
        match self.value(code)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// How full something is, from 0 to 100.
    pub(super) fn percent(&self, code: &str) -> Option<f64> {
        self.quantity(code)
            .map(|quantity| quantity.value.clamp(0., 100.))
    }

    /// A trunk, a sunroof or a bonnet.
    pub(super) fn lid(&self, code: &str) -> Option<Lid> {
        match self.value(code)? {
            Value::Cover { is_open, .. } => Some(Lid { is_open: *is_open }),
            _ => None,
        }
    }

    /// Up to where the car charges now, in percent.
    pub(super) fn charge_limit(&self) -> Option<f64> {
        let active = match self.value("charge-chargelimits")? {
            Value::ChargeLimits { active, limits } => {
                active.or_else(|| limits.iter().find_map(|limit| limit.percent))
            }
            _ => None,
        };
        active.filter(|percent| (0. ..=100.).contains(percent))
    }

    /// When the car last said anything.
    pub(super) fn last_spoke(&self) -> Option<OffsetDateTime> {
        self.readings
            .iter()
            .filter_map(|reading| reading.last_good.as_ref())
            .map(|good| good.times)
            .filter(|times| times.car.is_some() || times.smartcar.is_some())
            .map(|times| times.true_at())
            .max()
    }
}

/// How long the values of this signal hold.
pub(super) fn lasts(code: &str) -> Lasts {
    catalogue::signal(code).map_or(Lasts::UNKNOWN, |signal| signal.lasts)
}
