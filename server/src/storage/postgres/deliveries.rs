//! What Smartcar has delivered by itself.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::FromRow;
use time::OffsetDateTime;

use super::{PostgresStore, signals, vehicles};
use crate::storage::{Deliveries, Delivery, SignalReport, StoreError};

#[derive(FromRow)]
struct Row {
    event_id: String,
    received_at: OffsetDateTime,
    body: String,
}

impl From<Row> for Delivery {
    fn from(row: Row) -> Self {
        Self {
            event_id: row.event_id,
            body: row.body,
            received_at: row.received_at,
        }
    }
}

#[async_trait]
impl Deliveries for PostgresStore {
    async fn add_delivery(&self, delivery: &Delivery) -> Result<bool, StoreError> {
        let added = sqlx::query(
            "INSERT INTO delivery (event_id, received_at, body) VALUES ($1, $2, $3)
             ON CONFLICT (event_id) DO NOTHING",
        )
        .bind(&delivery.event_id)
        .bind(delivery.received_at)
        .bind(&delivery.body)
        .execute(&self.pool)
        .await?;
        Ok(added.rows_affected() > 0)
    }

    async fn waiting_deliveries(&self, limit: u32) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM delivery WHERE body IS NOT NULL ORDER BY received_at LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.into_iter().map(Delivery::from).collect())
    }

    async fn finish_delivery(&self, event_id: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET body = NULL WHERE event_id = $1")
            .bind(event_id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    async fn forget_deliveries(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let forgotten = sqlx::query("DELETE FROM delivery WHERE received_at < $1")
            .bind(before)
            .execute(&self.pool)
            .await?;
        Ok(forgotten.rows_affected())
    }

    async fn take_in_delivered(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        reports: &[SignalReport],
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pool.begin().await?;
        if !vehicles::hold(&mut transaction, owner, vehicle).await? {
            return Ok(false);
        }
        for report in reports {
            signals::take_in(&mut transaction, owner, vehicle, report, now).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }

    async fn end_trouble(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        codes: &[&str],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE signal SET trouble = NULL
             WHERE user_id = $1 AND vehicle_id = $2 AND trouble_reported_at <= $4
                 AND code = ANY ($3)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(codes)
        .bind(at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
