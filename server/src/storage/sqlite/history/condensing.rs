//! Summing up, by hour and by day.

use serde_json::json;
use smartcar::{UserId, VehicleId};
use sqlx::SqliteConnection;
use time::OffsetDateTime;

use super::{MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR, from_column, sessions, to_column};
use crate::storage::{
    Resolution, StoreError,
    history::{COUNTED_FROM, HOURS_AT_ONCE},
};

/// Sums up some of the hours that have ended and whose readings have changed, with their days and the
/// charging sessions.
pub(super) async fn condense(
    connection: &mut SqliteConnection,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    let due: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT series, start FROM reading_due JOIN series ON id = series
         WHERE start < ?1 ORDER BY series, start LIMIT ?2",
    )
    .bind(to_column(Resolution::Hour.start(now)))
    .bind(HOURS_AT_ONCE)
    .fetch_all(&mut *connection)
    .await?;
    if due.is_empty() {
        return Ok(0);
    }
    let count = due.len() as u64;
    let due = json!(due).to_string();
    sum_up_hours(connection, &due).await?;
    recount_sessions(connection, &due).await?;
    sqlx::query(
        "DELETE FROM reading_due
         WHERE (series, start) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?1))",
    )
    .bind(&due)
    .execute(&mut *connection)
    .await?;
    sum_up_days(connection, &due).await?;
    Ok(count)
}

async fn sum_up_hours(connection: &mut SqliteConnection, due: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO reading_hour (series, start, low, total, high, last, readings)
         SELECT piece.series, start, low, total, high, value, readings
         FROM (SELECT due.series, due.start, min(value) AS low, sum(value) AS total,
                   max(value) AS high, max(at) AS latest, count(*) AS readings
               FROM (SELECT value ->> 0 AS series, value ->> 1 AS start FROM json_each(?1)) AS due
               CROSS JOIN reading
                   ON reading.series = due.series AND at >= due.start AND at < due.start + ?2
               GROUP BY due.series, due.start) AS piece
         CROSS JOIN reading ON reading.series = piece.series AND at = latest
         WHERE true
         ON CONFLICT (series, start) DO UPDATE SET low = excluded.low, total = excluded.total,
             high = excluded.high, last = excluded.last, readings = excluded.readings",
    )
    .bind(due)
    .bind(MILLISECONDS_PER_HOUR)
    .execute(connection)
    .await?;
    Ok(())
}

async fn sum_up_days(connection: &mut SqliteConnection, due: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO reading_day (series, start, low, total, high, last, readings)
         SELECT piece.series, piece.start, piece.low, piece.total, piece.high, hour.last,
             piece.readings
         FROM (SELECT day.series, day.start, min(low) AS low, sum(total) AS total,
                   max(high) AS high, max(hour.start) AS latest, sum(readings) AS readings
               FROM (SELECT DISTINCT value ->> 0 AS series,
                         value ->> 1 - value ->> 1 % ?2 AS start
                     FROM json_each(?1)) AS day
               CROSS JOIN reading_hour AS hour ON hour.series = day.series
                   AND hour.start >= day.start AND hour.start < day.start + ?2
               GROUP BY day.series, day.start) AS piece
         CROSS JOIN reading_hour AS hour
             ON hour.series = piece.series AND hour.start = latest
         WHERE true
         ON CONFLICT (series, start) DO UPDATE SET low = excluded.low, total = excluded.total,
             high = excluded.high, last = excluded.last, readings = excluded.readings",
    )
    .bind(due)
    .bind(MILLISECONDS_PER_DAY)
    .execute(connection)
    .await?;
    Ok(())
}

async fn recount_sessions(connection: &mut SqliteConnection, due: &str) -> Result<(), StoreError> {
    let vehicles: Vec<(String, String, i64, i64)> = sqlx::query_as(
        "SELECT user_id, vehicle_id, min(start), max(start)
         FROM (SELECT value ->> 0 AS id, value ->> 1 AS start FROM json_each(?1))
         CROSS JOIN series USING (id)
         WHERE measure IN (SELECT value FROM json_each(?2))
         GROUP BY user_id, vehicle_id",
    )
    .bind(due)
    .bind(json!(COUNTED_FROM.map(|measure| measure.to_string())).to_string())
    .fetch_all(&mut *connection)
    .await?;
    for (owner, vehicle, first, last) in vehicles {
        let (owner, vehicle) = (UserId::new(owner), VehicleId::new(vehicle));
        let hours = (from_column("start", first)?, from_column("start", last)?);
        sessions::recount_and_store(connection, &owner, &vehicle, hours).await?;
    }
    Ok(())
}
