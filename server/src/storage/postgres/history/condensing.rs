//! Summing up, by hour and by day.

use smartcar::{UserId, VehicleId};
use sqlx::PgConnection;
use time::OffsetDateTime;

use super::sessions;
use crate::storage::{
    Resolution, StoreError,
    history::{COUNTED_FROM, HOURS_AT_ONCE},
};

/// Sums up some of the hours that have ended and whose readings have changed, with their days and the
/// charging sessions.
pub(super) async fn condense(
    connection: &mut PgConnection,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    let before = Resolution::Hour.start(now);
    // What other replicas work on is theirs, and a reading that is kept at this moment is seen by the
    // next round. Nobody is waited for here, so nobody waits for each other.
    let owners: Vec<String> = sqlx::query_scalar(
        "SELECT user_id FROM owner
         WHERE user_id IN (
             SELECT user_id FROM series WHERE id IN (
                 SELECT series FROM reading_due WHERE start < $1 ORDER BY series, start LIMIT $2))
         ORDER BY user_id FOR UPDATE SKIP LOCKED",
    )
    .bind(before)
    .bind(HOURS_AT_ONCE)
    .fetch_all(&mut *connection)
    .await?;
    let due: Vec<(i32, OffsetDateTime)> = sqlx::query_as(
        "SELECT series, start FROM reading_due JOIN series ON id = series
         WHERE start < $1 AND user_id = ANY ($3) ORDER BY series, start LIMIT $2",
    )
    .bind(before)
    .bind(HOURS_AT_ONCE)
    .bind(owners)
    .fetch_all(&mut *connection)
    .await?;
    if due.is_empty() {
        return Ok(0);
    }
    let (series, starts): (Vec<i32>, Vec<OffsetDateTime>) = due.into_iter().unzip();
    sum_up_hours(connection, &series, &starts).await?;
    recount_sessions(connection, &series, &starts).await?;
    sqlx::query(
        "DELETE FROM reading_due USING unnest($1::INTEGER[], $2::TIMESTAMPTZ[]) AS due (series, start)
         WHERE reading_due.series = due.series AND reading_due.start = due.start",
    )
    .bind(&series)
    .bind(&starts)
    .execute(&mut *connection)
    .await?;
    sum_up_days(connection, &series, &starts).await?;
    Ok(series.len() as u64)
}

async fn sum_up_hours(
    connection: &mut PgConnection,
    series: &[i32],
    starts: &[OffsetDateTime],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO reading_hour (series, start, low, total, high, last, readings)
         SELECT due.series, due.start, piece.*
         FROM unnest($1::INTEGER[], $2::TIMESTAMPTZ[]) AS due (series, start)
         CROSS JOIN LATERAL (
             SELECT min(value), sum(value), max(value),
                 (array_agg(value ORDER BY at DESC))[1], count(*)::INTEGER AS readings
             FROM reading WHERE reading.series = due.series
                 AND at >= due.start AND at < due.start + INTERVAL '1 hour') AS piece
         WHERE readings > 0
         ON CONFLICT (series, start) DO UPDATE SET low = excluded.low, total = excluded.total,
             high = excluded.high, last = excluded.last, readings = excluded.readings",
    )
    .bind(series)
    .bind(starts)
    .execute(connection)
    .await?;
    Ok(())
}

async fn sum_up_days(
    connection: &mut PgConnection,
    series: &[i32],
    starts: &[OffsetDateTime],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO reading_day (series, start, low, total, high, last, readings)
         SELECT day.series, day.start, piece.*
         FROM (SELECT DISTINCT due.series, date_bin('1 day', due.start, to_timestamp(0)) AS start
               FROM unnest($1::INTEGER[], $2::TIMESTAMPTZ[]) AS due (series, start)) AS day
         CROSS JOIN LATERAL (
             SELECT min(low), sum(total), max(high),
                 (array_agg(last ORDER BY start DESC))[1], sum(readings)::INTEGER AS readings
             FROM reading_hour AS hour WHERE hour.series = day.series
                 AND hour.start >= day.start AND hour.start < day.start + INTERVAL '24 hours') AS piece
         WHERE readings > 0
         ON CONFLICT (series, start) DO UPDATE SET low = excluded.low, total = excluded.total,
             high = excluded.high, last = excluded.last, readings = excluded.readings",
    )
    .bind(series)
    .bind(starts)
    .execute(connection)
    .await?;
    Ok(())
}

async fn recount_sessions(
    connection: &mut PgConnection,
    series: &[i32],
    starts: &[OffsetDateTime],
) -> Result<(), StoreError> {
    let vehicles: Vec<(String, String, OffsetDateTime, OffsetDateTime)> = sqlx::query_as(
        "SELECT user_id, vehicle_id, min(start), max(start)
         FROM unnest($1::INTEGER[], $2::TIMESTAMPTZ[]) AS due (id, start) JOIN series USING (id)
         WHERE measure = ANY ($3) GROUP BY user_id, vehicle_id",
    )
    .bind(series)
    .bind(starts)
    .bind(COUNTED_FROM.map(|measure| measure.to_string()).to_vec())
    .fetch_all(&mut *connection)
    .await?;
    for (owner, vehicle, first, last) in vehicles {
        let (owner, vehicle) = (UserId::new(owner), VehicleId::new(vehicle));
        sessions::recount_and_store(connection, &owner, &vehicle, (first, last)).await?;
    }
    Ok(())
}
