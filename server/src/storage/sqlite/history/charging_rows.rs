//! What is known of the charging of a vehicle, for [`recount`](crate::storage::history::recount).

use async_trait::async_trait;
use serde_json::json;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::{from_column, optional_from_column, to_column};
use crate::storage::{
    ChargingSession, StoreError,
    history::{COUNTED_FROM, ChargingRows, ChargingSeries},
};

#[derive(FromRow)]
pub(super) struct Row {
    started_at: i64,
    ended_at: Option<i64>,
    start_percent: Option<f64>,
    end_percent: Option<f64>,
    energy_added: Option<f64>,
}

impl TryFrom<Row> for ChargingSession {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            started_at: from_column("started_at", row.started_at)?,
            ended_at: optional_from_column("ended_at", row.ended_at)?,
            start_percent: row.start_percent,
            end_percent: row.end_percent,
            energy_added: row.energy_added,
        })
    }
}

/// What is known of the charging of one vehicle.
pub(super) struct Rows<'a> {
    connection: &'a mut SqliteConnection,
    owner: &'a UserId,
    vehicle: &'a VehicleId,
    series: ChargingSeries<i64>,
}

impl<'a> Rows<'a> {
    /// `None`: it was never said whether the vehicle is charging.
    pub(super) async fn of(
        connection: &'a mut SqliteConnection,
        owner: &'a UserId,
        vehicle: &'a VehicleId,
    ) -> Result<Option<Self>, StoreError> {
        let rows: Vec<(String, i64, i64)> = sqlx::query_as(
            "SELECT measure, id, raw_from FROM series
             WHERE user_id = ?1 AND vehicle_id = ?2
                 AND measure IN (SELECT value FROM json_each(?3))",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(json!(COUNTED_FROM.map(|measure| measure.to_string())).to_string())
        .fetch_all(&mut *connection)
        .await?;
        let rows: Result<Vec<_>, StoreError> = rows
            .into_iter()
            .map(|(measure, id, raw_from)| Ok((measure, id, from_column("raw_from", raw_from)?)))
            .collect();
        Ok(ChargingSeries::of(rows?).map(|series| Self {
            connection,
            owner,
            vehicle,
            series,
        }))
    }

    /// The first and the last hour whose readings have changed, of the measures of [`COUNTED_FROM`].
    pub(super) async fn due(
        &mut self,
    ) -> Result<Option<(OffsetDateTime, OffsetDateTime)>, StoreError> {
        let (first, last): (Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT min(start), max(start) FROM reading_due WHERE series IN (?1, ?2, ?3)",
        )
        .bind(self.series.charging)
        .bind(self.series.battery)
        .bind(self.series.energy)
        .fetch_one(&mut *self.connection)
        .await?;
        let first = optional_from_column("start", first)?;
        Ok(first.zip(optional_from_column("start", last)?))
    }
}

#[async_trait]
impl ChargingRows for Rows<'_> {
    fn raw_from(&self) -> OffsetDateTime {
        self.series.raw_from
    }

    fn complete_from(&self) -> OffsetDateTime {
        self.series.complete_from
    }

    async fn session_before(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<ChargingSession>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT * FROM charging_session
             WHERE user_id = ?1 AND vehicle_id = ?2 AND started_at < ?3
             ORDER BY started_at DESC LIMIT 1",
        )
        .bind(self.owner.as_str())
        .bind(self.vehicle.as_str())
        .bind(to_column(instant))
        .fetch_optional(&mut *self.connection)
        .await?;
        row.map(ChargingSession::try_from).transpose()
    }

    async fn sessions_started(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<ChargingSession>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM charging_session
             WHERE user_id = ?1 AND vehicle_id = ?2 AND started_at >= ?3 AND started_at < ?4
             ORDER BY started_at",
        )
        .bind(self.owner.as_str())
        .bind(self.vehicle.as_str())
        .bind(to_column(from))
        .bind(until.map_or(i64::MAX, to_column))
        .fetch_all(&mut *self.connection)
        .await?;
        rows.into_iter().map(ChargingSession::try_from).collect()
    }

    async fn idle_after(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let at: Option<i64> = sqlx::query_scalar(
            "SELECT at FROM reading WHERE series = ?1 AND at > ?2 AND value < 0.5
             ORDER BY at LIMIT 1",
        )
        .bind(self.series.charging)
        .bind(to_column(instant))
        .fetch_optional(&mut *self.connection)
        .await?;
        optional_from_column("reading.at", at)
    }

    async fn told(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<(OffsetDateTime, bool)>, StoreError> {
        let rows: Vec<(i64, f64)> = sqlx::query_as(
            "SELECT at, value
             FROM (SELECT at, value, lag(value) OVER (ORDER BY at) AS before FROM reading
                   WHERE series = ?1 AND at >= ?2 AND at <= ?3)
             WHERE before IS NULL OR before <> value ORDER BY at",
        )
        .bind(self.series.charging)
        .bind(to_column(from))
        .bind(until.map_or(i64::MAX, to_column))
        .fetch_all(&mut *self.connection)
        .await?;
        rows.into_iter()
            .map(|(at, value)| Ok((from_column("reading.at", at)?, value > 0.5)))
            .collect()
    }

    async fn battery_near(
        &mut self,
        at: OffsetDateTime,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Option<f64>, StoreError> {
        Ok(sqlx::query_scalar(
            "SELECT value FROM reading WHERE series = ?1 AND at >= ?3 AND at <= ?4
             ORDER BY abs(at - ?2), at LIMIT 1",
        )
        .bind(self.series.battery)
        .bind(to_column(at))
        .bind(to_column(from))
        .bind(to_column(until))
        .fetch_optional(&mut *self.connection)
        .await?)
    }

    async fn energy_added(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Option<f64>, StoreError> {
        let (from, until) = (to_column(from), until.map_or(i64::MAX, to_column));
        for least in [f64::MIN_POSITIVE, 0.0] {
            let added = sqlx::query_scalar(
                "SELECT value FROM reading
                 WHERE series = ?1 AND at >= ?2 AND at <= ?3 AND value >= ?4
                 ORDER BY at DESC LIMIT 1",
            )
            .bind(self.series.energy)
            .bind(from)
            .bind(until)
            .bind(least)
            .fetch_optional(&mut *self.connection)
            .await?;
            if added.is_some() {
                return Ok(added);
            }
        }
        Ok(None)
    }
}
