//! Removing what is too old, and what vehicles have left behind.

use sqlx::SqliteConnection;
use time::OffsetDateTime;

use super::{MILLISECONDS_PER_DAY, to_column};
use crate::storage::{Retention, StoreError, history::ROWS_AT_ONCE};

/// Removes readings or hours of one series that are older than they are kept for: whole days of them,
/// which are summed up.
pub(super) async fn thin(
    connection: &mut SqliteConnection,
    retention: Retention,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    let until = to_column(retention.raw_from(now));
    let series: Option<i64> = sqlx::query_scalar(
        "SELECT id FROM series
         WHERE raw_from < ?1
             AND NOT EXISTS (SELECT 1 FROM reading_due WHERE series = id AND start < ?1)
         LIMIT 1",
    )
    .bind(until)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(series) = series {
        thin_readings(connection, series, until).await?;
        return Ok(1);
    }
    let until = to_column(retention.hours_from(now));
    let series: Vec<i64> = sqlx::query_scalar(
        "UPDATE series SET hours_from = ?1
         WHERE id IN (SELECT id FROM series WHERE hours_from < ?1 AND raw_from >= ?1 LIMIT 1)
         RETURNING id",
    )
    .bind(until)
    .fetch_all(&mut *connection)
    .await?;
    for id in &series {
        sqlx::query("DELETE FROM reading_hour WHERE series = ?1 AND start < ?2")
            .bind(id)
            .bind(until)
            .execute(&mut *connection)
            .await?;
    }
    Ok(series.len() as u64)
}

/// Removes as many days of readings as are not too many at once, and takes none in for them any more.
async fn thin_readings(
    connection: &mut SqliteConnection,
    series: i64,
    until: i64,
) -> Result<(), StoreError> {
    let first: Option<i64> = sqlx::query_scalar("SELECT min(at) FROM reading WHERE series = ?1")
        .bind(series)
        .fetch_one(&mut *connection)
        .await?;
    let beyond: Option<i64> = sqlx::query_scalar(
        "SELECT at FROM reading WHERE series = ?1 AND at < ?2 ORDER BY at LIMIT 1 OFFSET ?3",
    )
    .bind(series)
    .bind(until)
    .bind(ROWS_AT_ONCE)
    .fetch_optional(&mut *connection)
    .await?;
    let day = |at: i64| at - at.rem_euclid(MILLISECONDS_PER_DAY);
    let until = match first.zip(beyond) {
        // At least the whole first day, however much was said on it.
        Some((first, beyond)) => day(beyond).max(day(first) + MILLISECONDS_PER_DAY),
        None => until,
    };
    sqlx::query("UPDATE series SET raw_from = ?2 WHERE id = ?1")
        .bind(series)
        .bind(until)
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM reading WHERE series = ?1 AND at < ?2")
        .bind(series)
        .bind(until)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes rows of one series that went with its vehicle.
pub(super) async fn sweep(connection: &mut SqliteConnection) -> Result<u64, StoreError> {
    let series: Option<i64> = sqlx::query_scalar("SELECT id FROM series_removed LIMIT 1")
        .fetch_optional(&mut *connection)
        .await?;
    let Some(series) = series else {
        return Ok(0);
    };
    let swept = sqlx::query(
        "DELETE FROM reading WHERE series = ?1 AND at <= (
             SELECT max(at) FROM (SELECT at FROM reading WHERE series = ?1 ORDER BY at LIMIT ?2))",
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
        "DELETE FROM reading_hour WHERE series = ?1",
        "DELETE FROM reading_day WHERE series = ?1",
        "DELETE FROM reading_due WHERE series = ?1",
        "DELETE FROM series_removed WHERE id = ?1",
    ] {
        rest += sqlx::query(statement)
            .bind(series)
            .execute(&mut *connection)
            .await?
            .rows_affected();
    }
    Ok(rest)
}
