//! Removing what is too old, and what vehicles have left behind.

use sqlx::PgConnection;
use time::{Duration, OffsetDateTime};

use crate::storage::{Resolution, Retention, StoreError, history::ROWS_AT_ONCE};

/// Removes readings or hours of one series that are older than they are kept for: whole days of them,
/// which are summed up. The owner's row is locked, as by whoever keeps readings; a series of an owner
/// who is locked is left for another time.
pub(super) async fn thin(
    connection: &mut PgConnection,
    retention: Retention,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    let until = retention.raw_from(now);
    let series: Option<i32> = sqlx::query_scalar(
        "SELECT id FROM series JOIN owner USING (user_id)
         WHERE raw_from < $1
             AND NOT EXISTS (SELECT 1 FROM reading_due WHERE series = id AND start < $1)
         LIMIT 1 FOR UPDATE OF owner SKIP LOCKED",
    )
    .bind(until)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(series) = series {
        // Now that nobody else can add to it.
        let is_due: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM reading_due WHERE series = $1 AND start < $2)",
        )
        .bind(series)
        .bind(until)
        .fetch_one(&mut *connection)
        .await?;
        if is_due {
            return Ok(0);
        }
        thin_readings(connection, series, until).await?;
        return Ok(1);
    }
    let until = retention.hours_from(now);
    let series: Option<i32> = sqlx::query_scalar(
        "SELECT id FROM series JOIN owner USING (user_id)
         WHERE hours_from < $1 AND raw_from >= $1
         LIMIT 1 FOR UPDATE OF owner SKIP LOCKED",
    )
    .bind(until)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(series) = series else {
        return Ok(0);
    };
    for statement in [
        "UPDATE series SET hours_from = $2 WHERE id = $1",
        "DELETE FROM reading_hour WHERE series = $1 AND start < $2",
    ] {
        sqlx::query(statement)
            .bind(series)
            .bind(until)
            .execute(&mut *connection)
            .await?;
    }
    Ok(1)
}

/// Removes as many days of readings as are not too many at once, and takes none in for them any more.
async fn thin_readings(
    connection: &mut PgConnection,
    series: i32,
    until: OffsetDateTime,
) -> Result<(), StoreError> {
    let first: Option<OffsetDateTime> =
        sqlx::query_scalar("SELECT min(at) FROM reading WHERE series = $1")
            .bind(series)
            .fetch_one(&mut *connection)
            .await?;
    let beyond: Option<OffsetDateTime> = sqlx::query_scalar(
        "SELECT at FROM reading WHERE series = $1 AND at < $2 ORDER BY at LIMIT 1 OFFSET $3",
    )
    .bind(series)
    .bind(until)
    .bind(ROWS_AT_ONCE)
    .fetch_optional(&mut *connection)
    .await?;
    let until = match first.zip(beyond) {
        // At least the whole first day, however much was said on it.
        Some((first, beyond)) => Resolution::Day
            .start(beyond)
            .max(Resolution::Day.start(first) + Duration::DAY),
        None => until,
    };
    for statement in [
        "UPDATE series SET raw_from = $2 WHERE id = $1",
        "DELETE FROM reading WHERE series = $1 AND at < $2",
    ] {
        sqlx::query(statement)
            .bind(series)
            .bind(until)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Removes rows of one series that went with its vehicle.
pub(super) async fn sweep(connection: &mut PgConnection) -> Result<u64, StoreError> {
    let series: Option<i32> =
        sqlx::query_scalar("SELECT id FROM series_removed LIMIT 1 FOR UPDATE SKIP LOCKED")
            .fetch_optional(&mut *connection)
            .await?;
    let Some(series) = series else {
        return Ok(0);
    };
    let swept = sqlx::query(
        "DELETE FROM reading WHERE series = $1 AND at <= (
             SELECT max(at) FROM (
                 SELECT at FROM reading WHERE series = $1 ORDER BY at LIMIT $2) AS first)",
    )
    .bind(series)
    .bind(ROWS_AT_ONCE)
    .execute(&mut *connection)
    .await?
    .rows_affected();
    if swept > 0 {
        return Ok(swept);
    }
    let mut rest = 0;
    for statement in [
        "DELETE FROM reading_hour WHERE series = $1",
        "DELETE FROM reading_day WHERE series = $1",
        "DELETE FROM reading_due WHERE series = $1",
        "DELETE FROM series_removed WHERE id = $1",
    ] {
        rest += sqlx::query(statement)
            .bind(series)
            .execute(&mut *connection)
            .await?
            .rows_affected();
    }
    Ok(rest)
}
