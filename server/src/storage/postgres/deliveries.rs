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
    async fn add_deliveries(&self, deliveries: &[Delivery]) -> Result<u64, StoreError> {
        let (mut event_ids, mut instants, mut bodies) = (Vec::new(), Vec::new(), Vec::new());
        for delivery in deliveries {
            event_ids.push(delivery.event_id.as_str());
            instants.push(delivery.received_at);
            bodies.push(delivery.body.as_str());
        }
        let added = sqlx::query(
            "INSERT INTO delivery (event_id, received_at, body)
             SELECT * FROM unnest($1::TEXT[], $2::TIMESTAMPTZ[], $3::TEXT[])
             ON CONFLICT (event_id) DO NOTHING",
        )
        .bind(event_ids)
        .bind(instants)
        .bind(bodies)
        .execute(&self.pool)
        .await?;
        Ok(added.rows_affected())
    }

    async fn take_deliveries(
        &self,
        limit: u32,
        now: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Vec<Delivery>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "UPDATE delivery SET
                 attempts = attempts + 1,
                 held_until = $2 + ($3 - $2) * power(2, least(attempts, 16))
             WHERE event_id IN (
                 SELECT event_id FROM delivery
                 WHERE body IS NOT NULL AND (held_until IS NULL OR held_until <= $2)
                 ORDER BY received_at LIMIT $1
                 FOR UPDATE SKIP LOCKED)
             RETURNING event_id, received_at, body",
        )
        .bind(i64::from(limit))
        .bind(now)
        .bind(until)
        .fetch_all(&self.pool)
        .await?;
        Ok(Delivery::in_order(
            rows.into_iter().map(Delivery::from).collect(),
        ))
    }

    async fn finish_deliveries(&self, event_ids: &[&str]) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET body = NULL WHERE event_id = ANY ($1)")
            .bind(event_ids)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    async fn give_up_deliveries(
        &self,
        attempts: u32,
        now: OffsetDateTime,
    ) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar(
            "UPDATE delivery SET body = NULL
             WHERE body IS NOT NULL AND attempts >= $1 AND held_until <= $2
             RETURNING event_id",
        )
        .bind(i64::from(attempts))
        .bind(now)
        .fetch_all(&self.pool)
        .await?)
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
        let mut change = self.change(owner).await?;
        if !vehicles::hold(&mut change, owner, vehicle).await? {
            return Ok(false);
        }
        for report in reports {
            signals::take_in(&mut change, owner, vehicle, report, now).await?;
        }
        self.keep_readings(&mut change, owner, vehicle, reports, now)
            .await?;
        change.commit().await?;
        Ok(true)
    }

    async fn end_trouble(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        codes: &[&str],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        sqlx::query(
            "UPDATE signal SET trouble = NULL, trouble_reported_at = $4
             WHERE user_id = $1 AND vehicle_id = $2 AND code = ANY ($3)
                 AND (trouble_reported_at IS NULL OR trouble_reported_at <= $4)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(codes)
        .bind(at)
        .execute(&mut *change)
        .await?;
        change.commit().await
    }
}
