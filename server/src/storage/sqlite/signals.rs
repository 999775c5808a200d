//! What the signals of vehicles last said.

use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection, SqlitePool};
use time::OffsetDateTime;

use super::instant::{from_column, to_column};
use crate::storage::{GarageId, SignalReport, StoreError, StoredReport, StoredSignal};

#[derive(FromRow)]
struct Row {
    user_id: String,
    vehicle_id: String,
    code: String,
    good: Option<String>,
    good_received_at: Option<i64>,
    trouble: Option<String>,
    trouble_received_at: Option<i64>,
}

impl TryFrom<Row> for StoredSignal {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            owner: UserId::new(row.user_id),
            vehicle: VehicleId::new(row.vehicle_id),
            code: row.code,
            good: report(row.good, "good_received_at", row.good_received_at)?,
            trouble: report(row.trouble, "trouble_received_at", row.trouble_received_at)?,
        })
    }
}

fn report(
    json: Option<String>,
    column: &'static str,
    received_at: Option<i64>,
) -> Result<Option<StoredReport>, StoreError> {
    let Some((json, received_at)) = json.zip(received_at) else {
        return Ok(None);
    };
    let received_at = from_column(column, received_at)?;
    Ok(Some(StoredReport { json, received_at }))
}

/// Notes that the signals of a vehicle were read; `false` when it is not there any more.
pub(super) async fn note_read(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    now: OffsetDateTime,
) -> Result<bool, StoreError> {
    let noted = sqlx::query(
        "UPDATE vehicle SET signals_read_at = ?3 WHERE user_id = ?1 AND vehicle_id = ?2",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(to_column(now))
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() > 0)
}

pub(super) async fn take_in(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    report: &SignalReport,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let statement = if report.is_good {
        TAKE_IN_GOOD
    } else {
        TAKE_IN_TROUBLE
    };
    sqlx::query(statement)
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(&report.code)
        .bind(&report.json)
        .bind(to_column(report.at))
        .bind(to_column(report.reported_at))
        .bind(to_column(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// A newer value ends the trouble that was reported before it.
const TAKE_IN_GOOD: &str = "INSERT INTO signal
         (user_id, vehicle_id, code, good, good_at, good_reported_at, good_received_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (user_id, vehicle_id, code) DO UPDATE SET
         good = excluded.good,
         good_at = excluded.good_at,
         good_reported_at = excluded.good_reported_at,
         good_received_at = excluded.good_received_at,
         trouble = CASE WHEN signal.trouble_reported_at > excluded.good_reported_at
             THEN signal.trouble END
     WHERE signal.good_at IS NULL
         OR (signal.good_at, signal.good_reported_at)
             <= (excluded.good_at, excluded.good_reported_at)";

/// A trouble has no time of the car's own: what Smartcar took in last holds.
const TAKE_IN_TROUBLE: &str = "INSERT INTO signal
         (user_id, vehicle_id, code, trouble, trouble_reported_at, trouble_received_at)
     SELECT ?1, ?2, ?3, ?4, ?6, ?7 WHERE ?5 IS NOT NULL
     ON CONFLICT (user_id, vehicle_id, code) DO UPDATE SET
         trouble = excluded.trouble,
         trouble_reported_at = excluded.trouble_reported_at,
         trouble_received_at = excluded.trouble_received_at
     WHERE (signal.good_reported_at IS NULL
             OR signal.good_reported_at <= excluded.trouble_reported_at)
         AND (signal.trouble_reported_at IS NULL
             OR signal.trouble_reported_at <= excluded.trouble_reported_at)";

pub(super) async fn of_vehicle(
    pool: &SqlitePool,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<Vec<StoredSignal>, StoreError> {
    let rows: Vec<Row> =
        sqlx::query_as("SELECT * FROM signal WHERE user_id = ?1 AND vehicle_id = ?2 ORDER BY code")
            .bind(owner.as_str())
            .bind(vehicle.as_str())
            .fetch_all(pool)
            .await?;
    rows.into_iter().map(StoredSignal::try_from).collect()
}

pub(super) async fn in_garage(
    pool: &SqlitePool,
    garage: &GarageId,
    codes: &[&str],
) -> Result<Vec<StoredSignal>, StoreError> {
    // SQLite has no arrays, but it can read JSON.
    let codes = serde_json::Value::from(codes).to_string();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT signal.* FROM garage_owner
             JOIN vehicle USING (user_id)
             JOIN json_each(?2) AS wanted
             JOIN signal ON signal.user_id = vehicle.user_id
                 AND signal.vehicle_id = vehicle.vehicle_id AND signal.code = wanted.value
         WHERE garage_owner.garage_id = ?1",
    )
    .bind(&garage.0)
    .bind(codes)
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(StoredSignal::try_from).collect()
}
