//! Who is at work, of all replicas.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, to_column},
};
use crate::storage::{Holds, StoreError, changes::Topic};

#[async_trait]
impl Holds for SqliteStore {
    async fn hold_reading(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        now: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let held = sqlx::query(
            "UPDATE vehicle SET read_held_until = ?4
             WHERE user_id = ?1 AND vehicle_id = ?2
                 AND (read_held_until IS NULL OR read_held_until <= ?3)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(to_column(now))
        .bind(to_column(until))
        .execute(&self.writer)
        .await?;
        Ok(held.rows_affected() > 0)
    }

    async fn reading_held_until(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        now: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let until: Option<i64> = sqlx::query_scalar(
            "SELECT read_held_until FROM vehicle
             WHERE user_id = ?1 AND vehicle_id = ?2 AND read_held_until > ?3",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(to_column(now))
        .fetch_optional(&self.pool)
        .await?;
        until
            .map(|until| from_column("read_held_until", until))
            .transpose()
    }

    async fn release_reading(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        until: OffsetDateTime,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE vehicle SET read_held_until = NULL
             WHERE user_id = ?1 AND vehicle_id = ?2 AND read_held_until = ?3",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(to_column(until))
        .execute(&self.writer)
        .await?;
        self.changes.publish(&Topic::owner(owner));
        Ok(())
    }
}
