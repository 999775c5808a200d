//! What vehicles said over time.

mod charging_rows;
mod condensing;
mod keeping;
mod points;
mod sessions;
mod thinning;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::SqliteConnection;
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, optional_from_column, to_column},
};
use crate::storage::{
    ChargingSession, History, Measure, MeasureSpan, Point, Resolution, StoreError, StoredReading,
};

const MILLISECONDS_PER_HOUR: i64 = 60 * 60 * 1000;
const MILLISECONDS_PER_DAY: i64 = 24 * MILLISECONDS_PER_HOUR;

#[async_trait]
impl History for SqliteStore {
    async fn measures(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<MeasureSpan>, StoreError> {
        let rows: Vec<(String, Option<i64>, Option<i64>)> = sqlx::query_as(
            "SELECT measure,
                 coalesce(
                     (SELECT min(start) FROM reading_day WHERE series = id AND start < hours_from),
                     (SELECT min(start) FROM reading_hour WHERE series = id AND start < raw_from),
                     (SELECT min(at) FROM reading WHERE series = id)),
                 coalesce(
                     (SELECT max(at) FROM reading WHERE series = id),
                     (SELECT max(start) FROM reading_hour WHERE series = id),
                     (SELECT max(start) FROM reading_day WHERE series = id))
             FROM series WHERE user_id = ?1 AND vehicle_id = ?2 ORDER BY id",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .fetch_all(&self.pool)
        .await?;
        let mut spans = Vec::with_capacity(rows.len());
        for (measure, first, last) in rows {
            // One that a later Carport has written is nothing to this one.
            if let (Some(measure), Some(first), Some(last)) =
                (Measure::named(&measure), first, last)
            {
                spans.push(MeasureSpan {
                    measure,
                    first: from_column("reading.at", first)?,
                    last: from_column("reading.at", last)?,
                });
            }
        }
        spans.sort_by_key(|span| span.measure);
        Ok(spans)
    }

    async fn points(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        measure: Measure,
        from: OffsetDateTime,
        until: OffsetDateTime,
        resolution: Resolution,
    ) -> Result<Vec<Point>, StoreError> {
        // One transaction sees one state.
        let mut transaction = self.pool.begin().await?;
        let Some(series) = series(&mut transaction, owner, vehicle, measure).await? else {
            return Ok(Vec::new());
        };
        let from = to_column(resolution.start(from));
        points::points(&mut transaction, series, from, to_column(until), resolution).await
    }

    async fn readings(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        measure: Measure,
        after: Option<OffsetDateTime>,
        limit: u32,
    ) -> Result<Vec<StoredReading>, StoreError> {
        let rows: Vec<(i64, f64)> = sqlx::query_as(
            "SELECT at, value FROM series JOIN reading ON series = id
             WHERE user_id = ?1 AND vehicle_id = ?2 AND measure = ?3 AND at > ?4
             ORDER BY at LIMIT ?5",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(measure.to_string())
        .bind(after.map_or(i64::MIN, to_column))
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(at, value)| {
                Ok(StoredReading {
                    measure,
                    at: from_column("reading.at", at)?,
                    value,
                })
            })
            .collect()
    }

    async fn charging_sessions(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Vec<ChargingSession>, StoreError> {
        let mut transaction = self.pool.begin().await?;
        sessions::touching(&mut transaction, owner, vehicle, from, until).await
    }

    async fn condense(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let hours = condensing::condense(&mut transaction, now).await?;
        transaction.commit().await?;
        Ok(hours)
    }

    async fn thin(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let series = thinning::thin(&mut transaction, self.retention, now).await?;
        transaction.commit().await?;
        Ok(series)
    }

    async fn sweep(&self) -> Result<u64, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let rows = thinning::sweep(&mut transaction).await?;
        transaction.commit().await?;
        Ok(rows)
    }
}

/// The series of a measure of a vehicle.
async fn series(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    measure: Measure,
) -> Result<Option<i64>, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT id FROM series WHERE user_id = ?1 AND vehicle_id = ?2 AND measure = ?3",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(measure.to_string())
    .fetch_optional(connection)
    .await?)
}
