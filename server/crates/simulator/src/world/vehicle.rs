//! Vehicles that a log-in has found.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::car::Car;
use crate::command::CommandBook;
use crate::fleet::PlannedVehicle;
use crate::limit::VehicleLimits;
use crate::signal::{Publication, SignalOrder, SignalStore};

/// The mode of a Connect session and of the vehicles it finds (reference 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mode {
    Live,
    Simulated,
    /// Deprecated by Smartcar, and still accepted.
    Test,
}

impl Mode {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Live, Self::Simulated, Self::Test]
            .into_iter()
            .find(|mode| mode.name() == text)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Simulated => "simulated",
            Self::Test => "test",
        }
    }
}

/// A vehicle (reference 4.1), and what became of it.
#[derive(Debug)]
pub(crate) struct Vehicle {
    pub(crate) id: Uuid,
    /// The user whose account it stands in.
    pub(crate) owner: Uuid,
    pub(crate) mode: Mode,
    pub(crate) details: PlannedVehicle,
    pub(crate) car: Car,
    pub(crate) store: SignalStore,
    pub(crate) commands: CommandBook,
    pub(crate) limits: VehicleLimits,
}

impl Vehicle {
    pub(super) fn new(
        id: Uuid,
        owner: Uuid,
        mode: Mode,
        details: PlannedVehicle,
        now: OffsetDateTime,
    ) -> Self {
        let mut car = Car::new(&details, now);
        car.change(&details.setup.state);
        let store = SignalStore::filled(&details, &car, now);
        let mut vehicle = Self {
            id,
            owner,
            mode,
            car,
            store,
            commands: CommandBook::default(),
            limits: VehicleLimits::default(),
            details,
        };
        for (code, order) in vehicle.details.setup.signals.clone() {
            vehicle.set_signal(&code, &order, now);
        }
        vehicle
    }

    /// Lets the time pass: the car moves on, and the effects of commands come to be seen.
    pub(crate) fn settle(&mut self, now: OffsetDateTime) {
        while let Some(effect) = self.commands.take_due(now) {
            self.car.advance(effect.due);
            effect.effect.apply(&mut self.car);
            self.publish(Publication {
                happened: effect.executed,
                seen: effect.due,
                anew: effect.effect.codes(),
            });
        }
        self.car.advance(now);
        let (happened, seen) = (self.car.last_change, now);
        self.publish(Publication {
            happened,
            seen,
            anew: &[],
        });
    }

    /// Changes the car by hand.
    pub(crate) fn change_car(&mut self, now: OffsetDateTime, change: impl FnOnce(&mut Car)) {
        self.settle(now);
        change(&mut self.car);
        self.settle(now);
    }

    /// Sets a signal by hand; the car's other signals follow where they can.
    pub(crate) fn set_signal(&mut self, code: &str, order: &SignalOrder, now: OffsetDateTime) {
        self.settle(now);
        if let (Some(body), None) = (&order.body, &order.error) {
            self.car.absorb(code, body);
            self.settle(now);
        }
        self.store.set(code, order, now);
    }

    /// Undoes what was done to a signal by hand.
    pub(crate) fn restore_signal(&mut self, code: &str, now: OffsetDateTime) {
        self.settle(now);
        self.store.restore(&self.details, &self.car, code, now);
    }

    /// The car as it will be when every command has taken effect.
    pub(crate) fn expected_car(&self) -> Car {
        let mut car = self.car.clone();
        for effect in self.commands.pending() {
            effect.apply(&mut car);
        }
        car
    }

    fn publish(&mut self, publication: Publication<'_>) {
        self.store.publish(&self.details, &self.car, publication);
    }
}
