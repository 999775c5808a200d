//! The notices as their page knows them.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::rule::WatchRule;
use crate::{
    error::AppError,
    vehicle::{
        model::{Vehicle, VehicleId},
        units::PressureUnit,
    },
};

/// Something that an owner wanted to be told of a car.
#[derive(Clone, Debug, PartialEq)]
pub struct CarNotice {
    /// Carport's own id of it: random, and no secret.
    pub id: String,
    /// The car.
    pub vehicle: Vehicle,
    /// What the owner wanted to be told of.
    pub rule: WatchRule,
    /// The threshold that the rule had.
    pub threshold: u32,
    /// What the car said.
    pub finding: Option<Finding>,
    /// Since when it was so, as the car says.
    pub since: OffsetDateTime,
    /// When Carport noticed.
    pub noticed_at: OffsetDateTime,
    /// Until when it was so; `None`: it still is, as far as is known.
    pub ended_at: Option<OffsetDateTime>,
    /// When the owner put it away.
    pub put_away_at: Option<OffsetDateTime>,
}

/// What the car said when it was noticed. The store keeps it as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Finding {
    /// How full the battery was, and how full it was to be, in percent.
    Battery {
        /// How full it was.
        level: u8,
        /// How full it was to be.
        limit: u8,
        /// Whether that is the limit that the car itself had.
        is_cars_own: bool,
    },
    /// The tyre with the least pressure.
    Tyre {
        /// Its row from the front, from 0.
        row: Option<u8>,
        /// Its column from the left, from 0.
        column: Option<u8>,
        /// How many rows the car has.
        rows: u8,
        /// Its pressure.
        pascals: u32,
        /// How many tyres are below the threshold.
        low: u8,
    },
}

/// A rule of one car.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleSetting {
    /// The rule.
    pub rule: WatchRule,
    /// Whether the owner wants to be told.
    pub is_on: bool,
    /// Its threshold: minutes, percent, pascals or hours.
    pub threshold: u32,
}

impl RuleSetting {
    /// What holds of a rule that the owner has said nothing of.
    pub const fn unset(rule: WatchRule) -> Self {
        Self {
            rule,
            is_on: false,
            threshold: rule.suggested(),
        }
    }
}

/// The rules of one car, in the order of [`WatchRule::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct CarRules {
    /// The car.
    pub vehicle: Vehicle,
    /// All of its rules.
    pub rules: [RuleSetting; 4],
}

/// The notices of a session and the rules behind them.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticesView {
    /// Those that are so and were not put away, the newest first.
    pub open: Vec<CarNotice>,
    /// The others, the newest first; not all of them.
    pub past: Vec<CarNotice>,
    /// The rules of each car, oldest connection first.
    pub cars: Vec<CarRules>,
    /// The reader's unit of pressure.
    pub pressure: PressureUnit,
    /// The instant of this view: ages are counted from here.
    pub now: OffsetDateTime,
}

/// Which of the forms of the page was posted: they share one address, so that a refused one is
/// answered with the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form;

impl Form {
    /// The field that says which.
    pub const FIELD: &'static str = "form";
    /// The rules of a car.
    pub const RULES: &'static str = "rules";
    /// All rules of a car, as they are suggested.
    pub const ALL_FOUR: &'static str = "all";
    /// A notice to be put away.
    pub const PUT_AWAY: &'static str = "put-away";
}

/// The rules of a car as they were typed, in the order of [`WatchRule::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRules {
    /// Whether each is ticked, and what stands in its field.
    pub rules: [(bool, String); 4],
    /// The unit in which a pressure was typed.
    pub pressure: PressureUnit,
}

/// A form of the page that was refused: in Leptos' context of the page that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A threshold is no number, or none that its rule can have.
    Rules {
        /// The car, one of the session's own.
        vehicle: VehicleId,
        /// What was typed, to be mended.
        typed: TypedRules,
        /// The rules whose threshold is wrong.
        mistakes: Vec<WatchRule>,
    },
    /// It could not be done.
    Failed(AppError),
}

impl Refused {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Rules { .. } => 422,
            Self::Failed(error) => error.status(),
        }
    }
}
