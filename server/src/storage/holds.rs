//! Who is at work, of all replicas.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::StoreError;

/// Work that only one replica at a time shall do. Each hold has an end, so that one who was killed
/// keeps nobody away for long.
#[async_trait]
pub trait Holds: Send + Sync + 'static {
    /// Takes the reading of a vehicle's signals until then; `false` when another has it, or the vehicle
    /// is not there.
    async fn hold_reading(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        now: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// Until when somebody has the reading of a vehicle's signals; `None`: nobody, or no such vehicle.
    async fn reading_held_until(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        now: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError>;

    /// Gives back what was taken until then, and tells those who wait for it.
    async fn release_reading(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        until: OffsetDateTime,
    ) -> Result<(), StoreError>;
}
