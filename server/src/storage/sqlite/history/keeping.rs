//! Keeping readings as they come.

use serde_json::json;
use smartcar::{UserId, VehicleId};
use sqlx::SqliteConnection;
use time::OffsetDateTime;

use super::{MILLISECONDS_PER_HOUR, to_column};
use crate::storage::{
    Retention, SignalReport, StoreError,
    history::{KeptReading, kept_readings},
    sqlite::SqliteStore,
};

impl SqliteStore {
    /// Keeps whatever these reports tell of what is measured of a vehicle, which is there.
    pub(in crate::storage::sqlite) async fn keep_readings(
        &self,
        connection: &mut SqliteConnection,
        owner: &UserId,
        vehicle: &VehicleId,
        reports: &[SignalReport],
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let readings = kept_readings(reports, self.retention, now);
        if readings.is_empty() {
            return Ok(());
        }
        keep(connection, owner, vehicle, &readings, self.retention, now).await
    }
}

/// Keeps readings of a vehicle. One that was kept before stays as it was.
async fn keep(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    readings: &[KeptReading],
    retention: Retention,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    // SQLite has no arrays, but it can read JSON.
    let told: Vec<_> = readings
        .iter()
        .map(|reading| {
            json!([
                reading.measure.to_string(),
                to_column(reading.at),
                reading.value
            ])
        })
        .collect();
    let told = serde_json::Value::from(told).to_string();
    sqlx::query(
        "INSERT INTO series (user_id, vehicle_id, measure, raw_from, hours_from)
         SELECT DISTINCT ?1, ?2, value ->> 0, ?4, ?5 FROM json_each(?3) WHERE true
         ON CONFLICT (user_id, vehicle_id, measure) DO NOTHING",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(&told)
    .bind(to_column(retention.raw_from(now)))
    .bind(to_column(retention.hours_from(now)))
    .execute(&mut *connection)
    .await?;
    let kept: Vec<(i64, i64)> = sqlx::query_as(
        "INSERT INTO reading (series, at, value)
         SELECT series.id, told.value ->> 1, told.value ->> 2
         FROM json_each(?3) AS told CROSS JOIN series
         WHERE series.user_id = ?1 AND series.vehicle_id = ?2
             AND series.measure = told.value ->> 0
             AND told.value ->> 1 >= max(series.raw_from, series.hours_from)
         ON CONFLICT (series, at) DO NOTHING
         RETURNING series, at",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(&told)
    .fetch_all(&mut *connection)
    .await?;
    if kept.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO reading_due (series, start)
         SELECT DISTINCT value ->> 0, value ->> 1 - value ->> 1 % ?2 FROM json_each(?1) WHERE true
         ON CONFLICT (series, start) DO NOTHING",
    )
    .bind(json!(kept).to_string())
    .bind(MILLISECONDS_PER_HOUR)
    .execute(connection)
    .await?;
    Ok(())
}
