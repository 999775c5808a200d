//! What a measure said within the pieces of a period.

use std::collections::HashSet;

use sqlx::{FromRow, SqliteConnection};

use super::{MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR, from_column};
use crate::storage::{
    Point, Resolution, StoreError,
    history::{Sum, days_of},
};

#[derive(FromRow)]
struct Row {
    start: i64,
    low: f64,
    total: f64,
    high: f64,
    last: f64,
    readings: i64,
}

impl TryFrom<Row> for Sum {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            start: from_column("start", row.start)?,
            low: row.low,
            total: row.total,
            high: row.high,
            last: row.last,
            readings: row.readings,
        })
    }
}

/// The points of a series, of which `from` is the beginning of a piece.
pub(super) async fn points(
    connection: &mut SqliteConnection,
    series: i64,
    from: i64,
    until: i64,
    resolution: Resolution,
) -> Result<Vec<Point>, StoreError> {
    let sums = match resolution {
        Resolution::Minute | Resolution::FiveMinutes => {
            let length = resolution.length().whole_milliseconds();
            let length = i64::try_from(length).unwrap_or(MILLISECONDS_PER_HOUR);
            raw(connection, series, from, until, length).await?
        }
        Resolution::Hour => hours(connection, series, from, until).await?,
        Resolution::Day => days(connection, series, from, until).await?,
    };
    Ok(sums.into_iter().map(Point::from).collect())
}

async fn raw(
    connection: &mut SqliteConnection,
    series: i64,
    from: i64,
    until: i64,
    length: i64,
) -> Result<Vec<Sum>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT start, low, total, high, value AS last, readings
         FROM (SELECT at - at % ?4 AS start, min(value) AS low, sum(value) AS total,
                   max(value) AS high, max(at) AS latest, count(*) AS readings
               FROM reading WHERE series = ?1 AND at >= ?2 AND at < ?3 GROUP BY 1) AS piece
         CROSS JOIN reading ON series = ?1 AND at = latest
         ORDER BY start",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .bind(length)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Sum::try_from).collect()
}

/// The hours as they were summed up, and those that wait for it as they are.
async fn hours(
    connection: &mut SqliteConnection,
    series: i64,
    from: i64,
    until: i64,
) -> Result<Vec<Sum>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT start, low, total, high, last, readings FROM reading_hour AS hour
         WHERE series = ?1 AND start >= ?2 AND start < ?3
             AND NOT EXISTS (SELECT 1 FROM reading_due AS due
                             WHERE due.series = hour.series AND due.start = hour.start)
         UNION ALL
         SELECT start, low, total, high, value, readings
         FROM (SELECT due.start AS start, min(value) AS low, sum(value) AS total,
                   max(value) AS high, max(at) AS latest, count(*) AS readings
               FROM reading_due AS due CROSS JOIN reading
                   ON reading.series = due.series AND at >= due.start AND at < due.start + ?4
               WHERE due.series = ?1 AND due.start >= ?2 AND due.start < ?3
               GROUP BY due.start) AS piece
         CROSS JOIN reading ON series = ?1 AND at = latest
         ORDER BY start",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .bind(MILLISECONDS_PER_HOUR)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Sum::try_from).collect()
}

/// The days as they were summed up; those of which an hour waits for it, out of their hours.
async fn days(
    connection: &mut SqliteConnection,
    series: i64,
    from: i64,
    until: i64,
) -> Result<Vec<Sum>, StoreError> {
    let due: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT start - start % ?4 AS day FROM reading_due
         WHERE series = ?1 AND start >= ?2 AND start - start % ?4 < ?3 ORDER BY day",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .bind(MILLISECONDS_PER_DAY)
    .fetch_all(&mut *connection)
    .await?;
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT start, low, total, high, last, readings FROM reading_day
         WHERE series = ?1 AND start >= ?2 AND start < ?3 ORDER BY start",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .fetch_all(&mut *connection)
    .await?;
    let (Some(first), Some(last)) = (due.first(), due.last()) else {
        return rows.into_iter().map(Sum::try_from).collect();
    };
    let hours = hours(connection, series, *first, *last + MILLISECONDS_PER_DAY).await?;
    let due: Result<HashSet<_>, _> = due.iter().map(|day| from_column("start", *day)).collect();
    let days: Result<Vec<_>, _> = rows.into_iter().map(Sum::try_from).collect();
    Ok(days_of(days?, &due?, &hours))
}
