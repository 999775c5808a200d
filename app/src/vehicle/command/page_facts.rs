//! What the controls of a page have to know of it.

use super::{
    form::{CommandName, RejectedForm},
    model::CommandReport,
};
use crate::vehicle::{
    car::CarView, lookup::lasts, reading::Condition, wording::coordinates::is_on_earth,
};
use crate::vehicle::{command::model::Progress, value::Value};

impl CarView {
    /// What the car is busy with.
    pub(super) fn under_way(&self) -> Option<&CommandReport> {
        self.commands
            .reports
            .iter()
            .find(|report| report.is_under_way())
    }

    /// Whether the owner has granted what this command needs.
    pub(super) fn is_allowed(&self, command: CommandName) -> bool {
        let needed = command.permission();
        self.car.permissions.iter().any(|granted| granted == needed)
    }

    /// The form of this command, when it is what this page is the answer to.
    pub(super) fn rejected(&self, command: CommandName) -> Option<&RejectedForm> {
        self.rejected
            .as_ref()
            .filter(|form| form.command == Some(command))
    }

    /// What was filled into a field of a form that is shown again.
    pub(super) fn filled_in(&self, command: CommandName, field: &str) -> Option<&str> {
        let value = self.rejected(command)?.values.get(field)?;
        Some(value)
    }

    /// Whether Smartcar said, when this was last asked, that the car cannot.
    pub(super) fn cannot(&self, command: CommandName) -> bool {
        let last = self
            .commands
            .reports
            .iter()
            .find(|report| report.action.command() == Some(command));
        matches!(
            last.map(|report| &report.progress),
            Some(Progress::Refused { refusal, .. }) if refusal.condition == Condition::Cannot
        )
    }

    /// A yes or no that still holds.
    pub(super) fn still(&self, code: &str) -> Option<bool> {
        self.car.flag(code).filter(|_| self.holds(code))
    }

    /// Whether the last value of this code still holds.
    pub(super) fn holds(&self, code: &str) -> bool {
        self.car
            .last_good(code)
            .is_some_and(|good| !lasts(code).is_old(good.times.true_at(), self.now))
    }

    /// Where the car is, in degrees.
    pub(super) fn position(&self) -> Option<(f64, f64)> {
        match self.car.value("location-preciselocation")? {
            Value::Location(place) => Some((place.latitude, place.longitude))
                .filter(|(latitude, longitude)| is_on_earth(*latitude, *longitude)),
            _ => None,
        }
    }
}
