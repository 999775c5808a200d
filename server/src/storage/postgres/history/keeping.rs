//! Keeping readings as they come.

use smartcar::{UserId, VehicleId};
use sqlx::PgConnection;
use time::OffsetDateTime;

use crate::storage::{
    Retention, SignalReport, StoreError,
    history::{KeptReading, kept_readings},
    postgres::PostgresStore,
};

impl PostgresStore {
    /// Keeps whatever these reports tell of what is measured of a vehicle, which is there.
    pub(in crate::storage::postgres) async fn keep_readings(
        &self,
        connection: &mut PgConnection,
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
///
/// The owner's row is locked by now, as it is by whoever sums readings up: what is noted as due here is
/// not taken for done by somebody who could not see these readings yet.
async fn keep(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    readings: &[KeptReading],
    retention: Retention,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let (mut measures, mut instants, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for reading in readings {
        measures.push(reading.measure.to_string());
        instants.push(reading.at);
        values.push(reading.value);
    }
    // Looked for first: each conflict would use up a number.
    sqlx::query(
        "INSERT INTO series (user_id, vehicle_id, measure, raw_from, hours_from)
         SELECT $1, $2, told.measure, $4, $5 FROM (SELECT DISTINCT unnest($3::TEXT[]) AS measure) AS told
         WHERE NOT EXISTS (
             SELECT 1 FROM series
             WHERE user_id = $1 AND vehicle_id = $2 AND series.measure = told.measure)
         ON CONFLICT (user_id, vehicle_id, measure) DO NOTHING",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(&measures)
    .bind(retention.raw_from(now))
    .bind(retention.hours_from(now))
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "WITH kept AS (
             INSERT INTO reading (series, at, value)
             SELECT series.id, told.at, told.value
             FROM unnest($3::TEXT[], $4::TIMESTAMPTZ[], $5::DOUBLE PRECISION[])
                 AS told (measure, at, value)
             JOIN series ON series.user_id = $1 AND series.vehicle_id = $2
                 AND series.measure = told.measure
             WHERE told.at >= greatest(series.raw_from, series.hours_from)
             ON CONFLICT (series, at) DO NOTHING
             RETURNING series, at)
         INSERT INTO reading_due (series, start)
         SELECT DISTINCT series, date_bin('1 hour', at, to_timestamp(0)) FROM kept
         ON CONFLICT (series, start) DO NOTHING",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(&measures)
    .bind(instants)
    .bind(values)
    .execute(connection)
    .await?;
    Ok(())
}
