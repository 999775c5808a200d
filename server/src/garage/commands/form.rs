//! From a posted form to a command.

mod fields;
mod schedule;

use std::collections::BTreeMap;

use app::vehicle::command::form::{
    COMMAND, CONFIRMED, CommandName, KEY, LATITUDE, LONGITUDE, Mistake, PERCENT, SCHEDULE, YES,
};
use axum::body::Bytes;
use smartcar::{
    Coordinates, InvalidInput, ScheduleId,
    commands::{ChargeLimit, Command, ScheduleTimes},
};
use url::form_urlencoded;

/// More than the largest form of ours has: two for each day of the week, and a few.
const MOST_FIELDS: usize = 32;

/// A posted form, each field once.
pub(super) struct Form {
    fields: BTreeMap<String, String>,
}

impl Form {
    /// Reads the body of a form.
    ///
    /// # Errors
    ///
    /// [`Mistake::Malformed`] for a doubled field, and for more fields than a form of ours has.
    pub(super) fn read(body: &Bytes) -> Result<Self, Mistake> {
        let mut fields = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(body) {
            let doubled = fields.insert(name.into_owned(), value.into_owned());
            if doubled.is_some() || fields.len() > MOST_FIELDS {
                return Err(Mistake::Malformed);
            }
        }
        Ok(Self { fields })
    }

    /// The key of the page that it was on.
    pub(super) fn key(&self) -> &str {
        self.get(KEY)
    }

    /// Which form it is.
    pub(super) fn name(&self) -> Option<CommandName> {
        CommandName::from_name(self.get(COMMAND))
    }

    /// What was filled in.
    pub(super) fn into_values(self) -> BTreeMap<String, String> {
        self.fields
    }

    /// What it asks for.
    ///
    /// # Errors
    ///
    /// The first [`Mistake`] in it.
    pub(super) fn command(&self) -> Result<Command, Mistake> {
        Ok(match self.name().ok_or(Mistake::Malformed)? {
            CommandName::Lock => Command::Lock,
            CommandName::Unlock if self.get(CONFIRMED) == YES => Command::Unlock,
            CommandName::Unlock => return Err(Mistake::NotConfirmed),
            CommandName::StartCharging => Command::StartCharging,
            CommandName::StopCharging => Command::StopCharging,
            CommandName::SetChargeLimit => Command::SetChargeLimit(self.charge_limit()?),
            CommandName::OpenChargePort => Command::OpenChargePort,
            CommandName::CloseChargePort => Command::CloseChargePort,
            CommandName::SetDestination => Command::SetDestination(self.place()?),
            CommandName::CreateDailySchedule => self.schedule(Self::daily)?,
            CommandName::CreateWeeklySchedule => self.schedule(Self::weekly)?,
            CommandName::CreateWorkweekSchedule => self.schedule(Self::workweek)?,
            CommandName::DeleteSchedule => {
                Command::DeleteChargeSchedule(ScheduleId::from(self.filled(SCHEDULE)?))
            }
        })
    }

    /// The value of a field without the white space around it; empty when it is missing.
    fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", |value| value.trim())
    }

    fn filled(&self, field: &str) -> Result<&str, Mistake> {
        match self.get(field) {
            "" => Err(Mistake::Missing {
                field: field.to_owned(),
            }),
            value => Ok(value),
        }
    }

    fn charge_limit(&self) -> Result<ChargeLimit, Mistake> {
        let percent = self.filled(PERCENT)?;
        percent
            .parse()
            .ok()
            .and_then(|percent| ChargeLimit::new(percent).ok())
            .ok_or(Mistake::ChargeLimit)
    }

    fn place(&self) -> Result<Coordinates, Mistake> {
        let latitude = fields::degrees(self.filled(LATITUDE)?).ok_or(Mistake::Latitude)?;
        let longitude = fields::degrees(self.filled(LONGITUDE)?).ok_or(Mistake::Longitude)?;
        Coordinates::new(latitude, longitude).map_err(|error| match error {
            InvalidInput::Latitude => Mistake::Latitude,
            _ => Mistake::Longitude,
        })
    }

    fn schedule(
        &self,
        times: impl FnOnce(&Self) -> Result<ScheduleTimes, Mistake>,
    ) -> Result<Command, Mistake> {
        Ok(Command::CreateChargeSchedule(
            smartcar::commands::ChargeSchedule {
                location: self.place()?,
                times: times(self)?,
            },
        ))
    }
}

#[cfg(test)]
mod tests;
