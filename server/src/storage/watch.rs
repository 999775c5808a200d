//! What owners want to be told of their vehicles, and what was noticed.

use app::watch::rule::WatchRule;
use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{GarageId, StoreError};

/// The rules of vehicles, and the notices that came of them. All of it goes with the vehicle.
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

    /// The notices of a garage that are open and were not put away, the newest first, at most so many.
    async fn open_notices(
        &self,
        garage: &GarageId,
        limit: u32,
    ) -> Result<Vec<StoredNotice>, StoreError>;

    /// How many those are.
    async fn count_open_notices(&self, garage: &GarageId) -> Result<u32, StoreError>;

    /// The other notices of a garage, the newest first, at most so many.
    async fn past_notices(
        &self,
        garage: &GarageId,
        limit: u32,
    ) -> Result<Vec<StoredNotice>, StoreError>;

    /// Puts a notice of a garage away. `false` when the garage has no such notice.
    async fn put_notice_away(
        &self,
        garage: &GarageId,
        id: &str,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// Removes the notices that ended before this instant. Returns how many.
    async fn remove_notices(&self, before: OffsetDateTime) -> Result<u64, StoreError>;
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A notice that is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNotice {
    /// Carport's own id of it.
    pub id: String,
    /// What the vehicle said, as JSON.
    pub finding: Option<String>,
    /// Since when it is so.
    pub since: OffsetDateTime,
    /// When it was noticed.
    pub noticed_at: OffsetDateTime,
}

/// A notice as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNotice {
    /// Carport's own id of it.
    pub id: String,
    /// Whose rule it came of.
    pub owner: UserId,
    /// The vehicle.
    pub vehicle: VehicleId,
    /// The rule.
    pub rule: WatchRule,
    /// The threshold that the rule had.
    pub threshold: u32,
    /// What the vehicle said, as JSON.
    pub finding: Option<String>,
    /// Since when it is so.
    pub since: OffsetDateTime,
    /// When it was noticed.
    pub noticed_at: OffsetDateTime,
    /// Until when it was so.
    pub ended_at: Option<OffsetDateTime>,
    /// When its owner put it away.
    pub put_away_at: Option<OffsetDateTime>,
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
