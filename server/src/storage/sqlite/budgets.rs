//! What may still be asked of Smartcar.

use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::instant::{from_column, to_column};
use crate::{
    budget::{ApplicationBudget, VehicleBudget},
    storage::StoreError,
};

#[derive(FromRow)]
pub(super) struct VehicleRow {
    signals_read_at: Option<i64>,
    request_month: i32,
    requests_in_month: u32,
    blocked_until: Option<i64>,
}

impl TryFrom<VehicleRow> for VehicleBudget {
    type Error = StoreError;

    fn try_from(row: VehicleRow) -> Result<Self, StoreError> {
        Ok(Self {
            read_at: optional("signals_read_at", row.signals_read_at)?,
            month: row.request_month,
            requests_in_month: row.requests_in_month,
            blocked_until: optional("blocked_until", row.blocked_until)?,
        })
    }
}

#[derive(FromRow)]
struct ApplicationRow {
    level: f64,
    level_at: Option<i64>,
    blocked_until: Option<i64>,
}

impl TryFrom<ApplicationRow> for ApplicationBudget {
    type Error = StoreError;

    fn try_from(row: ApplicationRow) -> Result<Self, StoreError> {
        Ok(Self {
            level: row.level,
            level_at: optional("level_at", row.level_at)?,
            blocked_until: optional("blocked_until", row.blocked_until)?,
        })
    }
}

fn optional(
    column: &'static str,
    value: Option<i64>,
) -> Result<Option<OffsetDateTime>, StoreError> {
    value.map(|value| from_column(column, value)).transpose()
}

pub(super) async fn application(
    connection: &mut SqliteConnection,
) -> Result<ApplicationBudget, StoreError> {
    let row: ApplicationRow = sqlx::query_as(
        "SELECT level, level_at, blocked_until FROM application_budget WHERE id = 1",
    )
    .fetch_one(connection)
    .await?;
    row.try_into()
}

pub(super) async fn save_application(
    connection: &mut SqliteConnection,
    budget: &ApplicationBudget,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE application_budget SET level = ?1, level_at = ?2, blocked_until = ?3 WHERE id = 1",
    )
    .bind(budget.level)
    .bind(budget.level_at.map(to_column))
    .bind(budget.blocked_until.map(to_column))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn vehicle(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<Option<VehicleBudget>, StoreError> {
    let row: Option<VehicleRow> = sqlx::query_as(
        "SELECT signals_read_at, request_month, requests_in_month, blocked_until FROM vehicle
         WHERE user_id = ?1 AND vehicle_id = ?2",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .fetch_optional(connection)
    .await?;
    row.map(VehicleBudget::try_from).transpose()
}

pub(super) async fn save_vehicle(
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    budget: &VehicleBudget,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE vehicle SET
             request_month = ?3, requests_in_month = ?4, blocked_until = ?5
         WHERE user_id = ?1 AND vehicle_id = ?2",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(budget.month)
    .bind(budget.requests_in_month)
    .bind(budget.blocked_until.map(to_column))
    .execute(connection)
    .await?;
    Ok(())
}
