//! What owners want to be told of their vehicles, and what the vehicles have said of it.

use std::fmt;

use app::watch::rule::WatchRule;
use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{GarageId, NewNotice, StoreError};

/// The rules of vehicles, and what is known of them. All of it goes with the vehicle.
#[async_trait]
pub trait Watch: Send + Sync + 'static {
    /// Every rule that was ever set for a vehicle of a garage.
    async fn watch_rules(&self, garage: &GarageId) -> Result<Vec<StoredRule>, StoreError>;

    /// Sets rules of a vehicle. One that is new, changed or switched on begins anew, and is due at
    /// once; the notice of one that is switched off ends. `false` when the vehicle is not there.
    async fn set_watch_rules(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        rules: &[NewRule],
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// The rules of one vehicle that are switched on.
    async fn watched(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<WatchedRule>, StoreError>;

    /// The rules of all vehicles that are due by now, the longest due first, at most so many.
    async fn due_watched(
        &self,
        now: OffsetDateTime,
        limit: u32,
    ) -> Result<Vec<WatchedRule>, StoreError>;

    /// The signals of these codes of these vehicles.
    async fn watched_signals(
        &self,
        vehicles: &[(UserId, VehicleId)],
        codes: &[&str],
    ) -> Result<Vec<WatchedSignal>, StoreError>;

    /// Writes down what a look at a rule came to, in one transaction; with a notice, it is a change of
    /// what the owner sees. `false`, and nothing is written, when somebody else has looked meanwhile.
    async fn settle_watched(
        &self,
        watched: &WatchedRule,
        settled: &Settled,
    ) -> Result<bool, StoreError>;
}

/// A rule as it is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewRule {
    /// Which rule.
    pub rule: WatchRule,
    /// Whether the owner wants to be told.
    pub is_on: bool,
    /// Its threshold: minutes, percent, pascals or hours.
    pub threshold: u32,
}

/// A rule as it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRule {
    /// Whose rule it is.
    pub owner: UserId,
    /// Of which vehicle.
    pub vehicle: VehicleId,
    /// What was set.
    pub setting: NewRule,
}

/// A rule that is switched on, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedRule {
    /// Whose rule it is.
    pub owner: UserId,
    /// Of which vehicle.
    pub vehicle: VehicleId,
    /// Which rule.
    pub rule: WatchRule,
    /// Its threshold: minutes, percent, pascals or hours.
    pub threshold: u32,
    /// When it was switched on.
    pub on_since: OffsetDateTime,
    /// What was known when it was looked at last.
    pub episode: Episode,
    /// When time alone may bring a notice.
    pub due_at: Option<OffsetDateTime>,
    /// Of the row.
    pub version: i64,
    /// Since when it is so, by the notice that is open.
    pub open_since: Option<OffsetDateTime>,
    /// The newest time that any value of the vehicle has.
    pub heard_at: Option<OffsetDateTime>,
}

/// What a vehicle has said of a rule. Instants are the vehicle's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Episode {
    /// When it was last known not to be so.
    pub contrary_at: Option<OffsetDateTime>,
    /// Since when it is so; `None`: it is not, or nothing is known.
    pub so_since: Option<OffsetDateTime>,
    /// When it was last known to be so.
    pub so_at: Option<OffsetDateTime>,
    /// Since when it was so when the owner was told last, or there was a reason not to tell.
    pub told_since: Option<OffsetDateTime>,
}

/// A signal that a rule looks at.
#[derive(Clone, PartialEq, Eq)]
pub struct WatchedSignal {
    /// Whose connection it was read through.
    pub owner: UserId,
    /// The vehicle.
    pub vehicle: VehicleId,
    /// The signal's code.
    pub code: String,
    /// Smartcar's JSON of the last value, and when the car says it was so.
    pub good: Option<(String, OffsetDateTime)>,
    /// Whether the last report had no value.
    pub is_in_trouble: bool,
}

impl fmt::Debug for WatchedSignal {
    /// Shows nothing of the value: a charge limit may say where it holds.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WatchedSignal")
            .field("code", &self.code)
            .field("is_in_trouble", &self.is_in_trouble)
            .finish_non_exhaustive()
    }
}

/// What a look at a rule came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What is known now.
    pub episode: Episode,
    /// When time alone may bring a notice.
    pub due_at: Option<OffsetDateTime>,
    /// Until when it was so, for the notice that was open: it ends.
    pub end: Option<OffsetDateTime>,
    /// A new notice.
    pub raise: Option<NewNotice>,
}

/// The rule of a column.
pub(super) fn rule(code: &str) -> Result<WatchRule, StoreError> {
    WatchRule::from_code(code).ok_or(StoreError::Corrupt { column: "rule" })
}

/// The threshold of a column.
pub(super) fn threshold(value: i64) -> Result<u32, StoreError> {
    u32::try_from(value).map_err(|_| StoreError::Corrupt {
        column: "threshold",
    })
}
