//! What was noticed.

use app::watch::rule::WatchRule;
use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{GarageId, StoreError};

/// The notices that came of the rules of vehicles, which [`Watch`](super::Watch) raises and ends. They go
/// with the vehicle.
#[async_trait]
pub trait Notices: Send + Sync + 'static {
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
