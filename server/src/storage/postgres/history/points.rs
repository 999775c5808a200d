//! What a measure said within the pieces of a period.

use std::collections::HashSet;

use sqlx::{FromRow, PgConnection};
use time::{Duration, OffsetDateTime};

use crate::storage::{
    Point, Resolution, StoreError,
    history::{Sum, days_of},
};

#[derive(FromRow)]
struct Row {
    start: OffsetDateTime,
    low: f64,
    total: f64,
    high: f64,
    last: f64,
    readings: i32,
}

impl From<Row> for Sum {
    fn from(row: Row) -> Self {
        Self {
            start: row.start,
            low: row.low,
            total: row.total,
            high: row.high,
            last: row.last,
            readings: row.readings.into(),
        }
    }
}

/// The points of a series, of which `from` is the beginning of a piece.
pub(super) async fn points(
    connection: &mut PgConnection,
    series: i32,
    from: OffsetDateTime,
    until: OffsetDateTime,
    resolution: Resolution,
) -> Result<Vec<Point>, StoreError> {
    let sums = match resolution {
        Resolution::Minute | Resolution::FiveMinutes => {
            raw(connection, series, from, until, resolution.length()).await?
        }
        Resolution::Hour => hours(connection, series, from, until).await?,
        Resolution::Day => days(connection, series, from, until).await?,
    };
    Ok(sums.into_iter().map(Point::from).collect())
}

async fn raw(
    connection: &mut PgConnection,
    series: i32,
    from: OffsetDateTime,
    until: OffsetDateTime,
    length: Duration,
) -> Result<Vec<Sum>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT date_bin(make_interval(secs => $4), at, to_timestamp(0)) AS start,
             min(value) AS low, sum(value) AS total, max(value) AS high,
             (array_agg(value ORDER BY at DESC))[1] AS last, count(*)::INTEGER AS readings
         FROM reading WHERE series = $1 AND at >= $2 AND at < $3
         GROUP BY 1 ORDER BY 1",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .bind(length.as_seconds_f64())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Sum::from).collect())
}

/// The hours as they were summed up, and those that wait for it as they are.
async fn hours(
    connection: &mut PgConnection,
    series: i32,
    from: OffsetDateTime,
    until: OffsetDateTime,
) -> Result<Vec<Sum>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT start, low, total, high, last, readings FROM reading_hour AS hour
         WHERE series = $1 AND start >= $2 AND start < $3
             AND NOT EXISTS (SELECT 1 FROM reading_due AS due
                             WHERE due.series = hour.series AND due.start = hour.start)
         UNION ALL
         SELECT due.start, piece.low, piece.total, piece.high, piece.last, piece.readings
         FROM reading_due AS due
         CROSS JOIN LATERAL (
             SELECT min(value) AS low, sum(value) AS total, max(value) AS high,
                 (array_agg(value ORDER BY at DESC))[1] AS last, count(*)::INTEGER AS readings
             FROM reading WHERE reading.series = due.series
                 AND at >= due.start AND at < due.start + INTERVAL '1 hour') AS piece
         WHERE due.series = $1 AND due.start >= $2 AND due.start < $3 AND piece.readings > 0
         ORDER BY start",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Sum::from).collect())
}

/// The days as they were summed up; those of which an hour waits for it, out of their hours.
async fn days(
    connection: &mut PgConnection,
    series: i32,
    from: OffsetDateTime,
    until: OffsetDateTime,
) -> Result<Vec<Sum>, StoreError> {
    let due: Vec<OffsetDateTime> = sqlx::query_scalar(
        "SELECT DISTINCT date_bin('1 day', start, to_timestamp(0)) AS day FROM reading_due
         WHERE series = $1 AND start >= $2 AND date_bin('1 day', start, to_timestamp(0)) < $3
         ORDER BY day",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .fetch_all(&mut *connection)
    .await?;
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT start, low, total, high, last, readings FROM reading_day
         WHERE series = $1 AND start >= $2 AND start < $3 ORDER BY start",
    )
    .bind(series)
    .bind(from)
    .bind(until)
    .fetch_all(&mut *connection)
    .await?;
    let days = rows.into_iter().map(Sum::from).collect();
    let (Some(first), Some(last)) = (due.first(), due.last()) else {
        return Ok(days);
    };
    let hours = hours(connection, series, *first, *last + Duration::DAY).await?;
    let due: HashSet<_> = due.into_iter().collect();
    Ok(days_of(days, &due, &hours))
}
