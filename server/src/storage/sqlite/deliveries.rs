//! What Smartcar has delivered by itself.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{Connection, FromRow, QueryBuilder, SqliteConnection, SqlitePool};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, to_column},
    signals, vehicles,
};
use crate::storage::{Deliveries, Delivery, SignalReport, StoreError};

/// SQLite binds at most 32 766 values in one.
const ROWS_OF_A_STATEMENT: usize = 1_000;

#[derive(FromRow)]
struct Row {
    event_id: String,
    received_at: i64,
    body: String,
}

impl TryFrom<Row> for Delivery {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            event_id: row.event_id,
            body: row.body,
            received_at: from_column("received_at", row.received_at)?,
        })
    }
}

#[async_trait]
impl Deliveries for SqliteStore {
    async fn add_deliveries(&self, deliveries: &[Delivery]) -> Result<u64, StoreError> {
        let mut connection = self.writer.acquire().await?;
        // Smartcar never sends again what was answered: it has to outlive even a power cut.
        sqlx::query("PRAGMA synchronous = FULL")
            .execute(&mut *connection)
            .await?;
        let added = add(&mut connection, deliveries).await;
        sqlx::query("PRAGMA synchronous = NORMAL")
            .execute(&mut *connection)
            .await?;
        added
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
                 held_until = ?2 + (?3 - ?2) * (1 << min(attempts, 16))
             WHERE event_id IN (
                 SELECT event_id FROM delivery
                 WHERE body IS NOT NULL AND (held_until IS NULL OR held_until <= ?2)
                 ORDER BY received_at LIMIT ?1)
             RETURNING event_id, received_at, body",
        )
        .bind(i64::from(limit))
        .bind(to_column(now))
        .bind(to_column(until))
        .fetch_all(&self.writer)
        .await?;
        let taken: Result<Vec<_>, _> = rows.into_iter().map(Delivery::try_from).collect();
        Ok(Delivery::in_order(taken?))
    }

    async fn finish_deliveries(&self, event_ids: &[&str]) -> Result<(), StoreError> {
        // SQLite has no arrays, but it can read JSON.
        let event_ids = serde_json::Value::from(event_ids).to_string();
        sqlx::query(
            "UPDATE delivery SET body = NULL
             WHERE event_id IN (SELECT value FROM json_each(?1))",
        )
        .bind(event_ids)
        .execute(&self.writer)
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
             WHERE body IS NOT NULL AND attempts >= ?1 AND held_until <= ?2
             RETURNING event_id",
        )
        .bind(attempts)
        .bind(to_column(now))
        .fetch_all(&self.writer)
        .await?)
    }

    async fn forget_deliveries(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let forgotten = sqlx::query("DELETE FROM delivery WHERE received_at < ?1")
            .bind(to_column(before))
            .execute(&self.writer)
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
        if !vehicles::is_there(&mut change, owner, vehicle).await? {
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
        // SQLite has no arrays, but it can read JSON.
        let codes = serde_json::Value::from(codes).to_string();
        let mut change = self.change(owner).await?;
        sqlx::query(
            "UPDATE signal SET trouble = NULL, trouble_reported_at = ?4
             WHERE user_id = ?1 AND vehicle_id = ?2
                 AND code IN (SELECT value FROM json_each(?3))
                 AND (trouble_reported_at IS NULL OR trouble_reported_at <= ?4)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(codes)
        .bind(to_column(at))
        .execute(&mut *change)
        .await?;
        change.commit().await
    }
}

/// Lets go of what a process that was killed had in hand, for no other works on the same file. What has
/// been taken before that keeps its pause: it may be what ends whoever works on it.
pub(super) async fn release(writer: &SqlitePool) -> Result<(), StoreError> {
    sqlx::query("UPDATE delivery SET held_until = NULL WHERE body IS NOT NULL AND attempts = 1")
        .execute(writer)
        .await?;
    Ok(())
}

async fn add(
    connection: &mut SqliteConnection,
    deliveries: &[Delivery],
) -> Result<u64, StoreError> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut added = 0;
    for some in deliveries.chunks(ROWS_OF_A_STATEMENT) {
        let mut statement =
            QueryBuilder::new("INSERT INTO delivery (event_id, received_at, body) ");
        statement.push_values(some, |mut row, delivery| {
            row.push_bind(&delivery.event_id)
                .push_bind(to_column(delivery.received_at))
                .push_bind(&delivery.body);
        });
        statement.push(" ON CONFLICT (event_id) DO NOTHING");
        let inserted = statement.build().persistent(false);
        added += inserted.execute(&mut *transaction).await?.rows_affected();
    }
    transaction.commit().await?;
    Ok(added)
}
