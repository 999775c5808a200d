//! The forms of the notices, read strictly: a field that is missing, doubled or none of ours makes the
//! whole form unreadable. What is typed into a field is another matter, and is answered in words.

use app::{
    settings::choice::Choice,
    vehicle::units::PressureUnit,
    watch::{
        measure::Measure,
        model::{RuleSetting, TypedRules},
        rule::WatchRule,
    },
};
use serde::{Deserialize, Deserializer, de::Error};

/// A form of the page, told apart by its field [`app::watch::model::Form::FIELD`].
#[derive(Debug, Deserialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub(super) enum Submission {
    /// The rules of a car.
    Rules(Rules),
    /// All rules of a car, as they are suggested.
    All(All),
    /// A notice to be put away.
    PutAway(PutAway),
}

/// The rules of a car: a ticked box each, and what stands in its field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rules {
    pub(super) vehicle: String,
    #[serde(deserialize_with = "unit")]
    pressure: PressureUnit,
    unlocked: Option<Ticked>,
    unlocked_number: String,
    charging_stopped: Option<Ticked>,
    charging_stopped_number: String,
    tyre_low: Option<Ticked>,
    tyre_low_number: String,
    silent: Option<Ticked>,
    silent_number: String,
}

/// Which car.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct All {
    pub(super) vehicle: String,
}

/// Which notice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PutAway {
    pub(super) notice: String,
}

/// A box that is ticked; one that is not is not sent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Ticked {
    On,
}

fn unit<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PressureUnit, D::Error> {
    let code = String::deserialize(deserializer)?;
    PressureUnit::from_code(&code).ok_or_else(|| D::Error::custom("not one of the units"))
}

impl Rules {
    /// Which car, and what was typed.
    pub(super) fn into_typed(self) -> (String, TypedRules) {
        let rules = [
            (self.unlocked.is_some(), self.unlocked_number),
            (
                self.charging_stopped.is_some(),
                self.charging_stopped_number,
            ),
            (self.tyre_low.is_some(), self.tyre_low_number),
            (self.silent.is_some(), self.silent_number),
        ];
        let typed = TypedRules {
            rules,
            pressure: self.pressure,
        };
        (self.vehicle, typed)
    }
}

/// The rules that were typed; where a number is wrong, the rules that it is of.
pub(super) fn settings(typed: &TypedRules) -> Result<Vec<RuleSetting>, Vec<WatchRule>> {
    let (mut settings, mut mistakes) = (Vec::new(), Vec::new());
    for (rule, (is_on, number)) in WatchRule::ALL.into_iter().zip(&typed.rules) {
        let measure = Measure {
            rule,
            pressure: typed.pressure,
        };
        match measure.parse(number) {
            Some(threshold) => settings.push(RuleSetting {
                rule,
                is_on: *is_on,
                threshold,
            }),
            None => mistakes.push(rule),
        }
    }
    if mistakes.is_empty() {
        Ok(settings)
    } else {
        Err(mistakes)
    }
}
