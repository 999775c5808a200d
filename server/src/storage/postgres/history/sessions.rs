//! When vehicles were charging.

use smartcar::{UserId, VehicleId};
use sqlx::PgConnection;
use time::OffsetDateTime;

use super::charging_rows::{Row, Rows};
use crate::storage::{
    ChargingSession, StoreError,
    history::{recount, sessions_touching},
};

/// Counts the sessions of a vehicle anew, as far as its readings have changed from the first to the last
/// of these hours, and stores them.
pub(super) async fn recount_and_store(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    hours: (OffsetDateTime, OffsetDateTime),
) -> Result<(), StoreError> {
    let Some(mut rows) = Rows::of(connection, owner, vehicle).await? else {
        return Ok(());
    };
    let recounted = recount(&mut rows, hours).await?;
    sqlx::query(
        "DELETE FROM charging_session
         WHERE user_id = $1 AND vehicle_id = $2 AND started_at >= $3
             AND started_at < coalesce($4, 'infinity'::TIMESTAMPTZ)",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(recounted.from)
    .bind(recounted.until)
    .execute(&mut *connection)
    .await?;
    for session in &recounted.sessions {
        sqlx::query(
            "INSERT INTO charging_session
                 (user_id, vehicle_id, started_at, ended_at, start_percent, end_percent,
                  energy_added)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(session.started_at)
        .bind(session.ended_at)
        .bind(session.start_percent)
        .bind(session.end_percent)
        .bind(session.energy_added)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The sessions that touch [`from`, `until`), what has changed since they were stored included.
pub(super) async fn touching(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    from: OffsetDateTime,
    until: OffsetDateTime,
) -> Result<Vec<ChargingSession>, StoreError> {
    let Some(mut rows) = Rows::of(connection, owner, vehicle).await? else {
        return Ok(Vec::new());
    };
    let recounted = match rows.due().await? {
        Some(hours) => Some(recount(&mut rows, hours).await?),
        None => None,
    };
    let stored: Vec<Row> = sqlx::query_as(
        "SELECT * FROM charging_session
         WHERE user_id = $1 AND vehicle_id = $2 AND started_at < $4
             AND (ended_at IS NULL OR ended_at > $3)",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(from)
    .bind(until)
    .fetch_all(connection)
    .await?;
    let stored = stored.into_iter().map(ChargingSession::from).collect();
    Ok(sessions_touching(stored, recounted, from, until))
}
