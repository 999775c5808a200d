//! What is known of the charging of a vehicle, for [`recount`](crate::storage::history::recount).

use std::collections::HashMap;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::PgConnection;
use time::OffsetDateTime;

use super::sessions::Row;
use crate::storage::{
    ChargingSession, Measure, StoreError,
    history::{COUNTED_FROM, ChargingRows},
};

/// What is known of the charging of one vehicle.
pub(super) struct Rows<'a> {
    connection: &'a mut PgConnection,
    owner: &'a UserId,
    vehicle: &'a VehicleId,
    charging: i32,
    raw_from: OffsetDateTime,
    complete_from: OffsetDateTime,
    battery: Option<i32>,
    energy: Option<i32>,
}

impl<'a> Rows<'a> {
    /// `None`: it was never said whether the vehicle is charging.
    pub(super) async fn of(
        connection: &'a mut PgConnection,
        owner: &'a UserId,
        vehicle: &'a VehicleId,
    ) -> Result<Option<Self>, StoreError> {
        let rows: Vec<(String, i32, OffsetDateTime)> = sqlx::query_as(
            "SELECT measure, id, raw_from FROM series
             WHERE user_id = $1 AND vehicle_id = $2
                 AND measure = ANY ($3)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(COUNTED_FROM.map(|measure| measure.to_string()).to_vec())
        .fetch_all(&mut *connection)
        .await?;
        let series: HashMap<_, _> = rows
            .into_iter()
            .map(|(measure, id, raw_from)| (Measure::named(&measure), (id, raw_from)))
            .collect();
        let of = |measure| series.get(&Some(measure)).copied();
        let Some((charging, raw_from)) = of(Measure::Charging) else {
            return Ok(None);
        };
        let complete_from = series
            .values()
            .fold(raw_from, |last, (_, raw_from)| last.max(*raw_from));
        Ok(Some(Self {
            connection,
            owner,
            vehicle,
            charging,
            raw_from,
            complete_from,
            battery: of(Measure::Battery).map(|(id, _)| id),
            energy: of(Measure::EnergyAdded).map(|(id, _)| id),
        }))
    }

    /// The first and the last hour whose readings have changed, of the measures of [`COUNTED_FROM`].
    pub(super) async fn due(
        &mut self,
    ) -> Result<Option<(OffsetDateTime, OffsetDateTime)>, StoreError> {
        let (first, last): (Option<OffsetDateTime>, Option<OffsetDateTime>) = sqlx::query_as(
            "SELECT min(start), max(start) FROM reading_due WHERE series IN ($1, $2, $3)",
        )
        .bind(self.charging)
        .bind(self.battery)
        .bind(self.energy)
        .fetch_one(&mut *self.connection)
        .await?;
        Ok(first.zip(last))
    }
}

#[async_trait]
impl ChargingRows for Rows<'_> {
    fn raw_from(&self) -> OffsetDateTime {
        self.raw_from
    }

    fn complete_from(&self) -> OffsetDateTime {
        self.complete_from
    }

    async fn session_before(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<ChargingSession>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT * FROM charging_session
             WHERE user_id = $1 AND vehicle_id = $2 AND started_at < $3
             ORDER BY started_at DESC LIMIT 1",
        )
        .bind(self.owner.as_str())
        .bind(self.vehicle.as_str())
        .bind(instant)
        .fetch_optional(&mut *self.connection)
        .await?;
        Ok(row.map(ChargingSession::from))
    }

    async fn sessions_started(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<ChargingSession>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM charging_session
             WHERE user_id = $1 AND vehicle_id = $2 AND started_at >= $3
                 AND started_at < coalesce($4, 'infinity'::TIMESTAMPTZ)
             ORDER BY started_at",
        )
        .bind(self.owner.as_str())
        .bind(self.vehicle.as_str())
        .bind(from)
        .bind(until)
        .fetch_all(&mut *self.connection)
        .await?;
        Ok(rows.into_iter().map(ChargingSession::from).collect())
    }

    async fn idle_after(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        Ok(sqlx::query_scalar(
            "SELECT at FROM reading WHERE series = $1 AND at > $2 AND value < 0.5
             ORDER BY at LIMIT 1",
        )
        .bind(self.charging)
        .bind(instant)
        .fetch_optional(&mut *self.connection)
        .await?)
    }

    async fn told(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<(OffsetDateTime, bool)>, StoreError> {
        let rows: Vec<(OffsetDateTime, f64)> = sqlx::query_as(
            "SELECT at, value
             FROM (SELECT at, value, lag(value) OVER (ORDER BY at) AS before FROM reading
                   WHERE series = $1 AND at >= $2
                       AND at <= coalesce($3, 'infinity'::TIMESTAMPTZ)) AS told
             WHERE before IS NULL OR before <> value ORDER BY at",
        )
        .bind(self.charging)
        .bind(from)
        .bind(until)
        .fetch_all(&mut *self.connection)
        .await?;
        Ok(rows
            .into_iter()
            .map(|(at, value)| (at, value > 0.5))
            .collect())
    }

    async fn battery_near(
        &mut self,
        at: OffsetDateTime,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Option<f64>, StoreError> {
        Ok(sqlx::query_scalar(
            "SELECT value FROM reading WHERE series = $1 AND at >= $3 AND at <= $4
             ORDER BY abs(extract(epoch FROM at - $2)), at LIMIT 1",
        )
        .bind(self.battery)
        .bind(at)
        .bind(from)
        .bind(until)
        .fetch_optional(&mut *self.connection)
        .await?)
    }

    async fn energy_added(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Option<f64>, StoreError> {
        for least in [f64::MIN_POSITIVE, 0.0] {
            let added = sqlx::query_scalar(
                "SELECT value FROM reading
                 WHERE series = $1 AND at >= $2
                     AND at <= coalesce($3, 'infinity'::TIMESTAMPTZ) AND value >= $4
                 ORDER BY at DESC LIMIT 1",
            )
            .bind(self.energy)
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
