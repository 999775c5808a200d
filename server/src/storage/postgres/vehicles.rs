//! Vehicles.

use smartcar::{ConnectionId, UserId, VehicleId};
use sqlx::{FromRow, PgConnection, PgPool};
use time::OffsetDateTime;

use super::budgets::VehicleRow;
use crate::storage::{GarageId, GarageVehicle, StoreError, StoredVehicle, VehicleDescription};

#[derive(FromRow)]
struct Row {
    user_id: String,
    vehicle_id: String,
    connection_id: String,
    make: Option<String>,
    model: Option<String>,
    year: Option<i32>,
    powertrain_type: Option<String>,
    mode: Option<String>,
    given_name: Option<String>,
    permissions: String,
    connected_at: OffsetDateTime,
    read_at: OffsetDateTime,
    #[sqlx(flatten)]
    budget: VehicleRow,
}

impl From<Row> for GarageVehicle {
    fn from(row: Row) -> Self {
        let vehicle = StoredVehicle {
            owner: UserId::new(row.user_id),
            vehicle: VehicleId::new(row.vehicle_id),
            connection: ConnectionId::new(row.connection_id),
            description: VehicleDescription {
                make: row.make,
                model: row.model,
                year: row.year.and_then(|year| u16::try_from(year).ok()),
                powertrain_type: row.powertrain_type,
                mode: row.mode,
            },
            permissions: row
                .permissions
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            connected_at: row.connected_at,
            read_at: row.read_at,
        };
        Self {
            vehicle,
            given_name: row.given_name,
            budget: row.budget.into(),
        }
    }
}

pub(super) async fn take_in(
    connection: &mut PgConnection,
    vehicle: &StoredVehicle,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO vehicle
             (user_id, vehicle_id, connection_id, make, model, year, powertrain_type, mode,
              permissions, connected_at, read_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (user_id, vehicle_id) DO UPDATE SET
             connection_id = excluded.connection_id,
             make = coalesce(excluded.make, vehicle.make),
             model = coalesce(excluded.model, vehicle.model),
             year = coalesce(excluded.year, vehicle.year),
             powertrain_type = coalesce(excluded.powertrain_type, vehicle.powertrain_type),
             mode = coalesce(excluded.mode, vehicle.mode),
             permissions = excluded.permissions,
             read_at = excluded.read_at",
    )
    .bind(vehicle.owner.as_str())
    .bind(vehicle.vehicle.as_str())
    .bind(vehicle.connection.as_str())
    .bind(&vehicle.description.make)
    .bind(&vehicle.description.model)
    .bind(vehicle.description.year.map(i32::from))
    .bind(&vehicle.description.powertrain_type)
    .bind(&vehicle.description.mode)
    .bind(vehicle.permissions.join(" "))
    .bind(vehicle.connected_at)
    .bind(vehicle.read_at)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn in_garage(
    pool: &PgPool,
    garage: &GarageId,
) -> Result<Vec<GarageVehicle>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT vehicle.* FROM vehicle JOIN garage_owner USING (user_id)
         WHERE garage_owner.garage_id = $1
         ORDER BY vehicle.connected_at, vehicle.vehicle_id",
    )
    .bind(&garage.0)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(GarageVehicle::from).collect())
}

pub(super) async fn describe(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    description: &VehicleDescription,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE vehicle SET
             make = coalesce($3, make),
             model = coalesce($4, model),
             year = coalesce($5, year),
             powertrain_type = coalesce($6, powertrain_type),
             mode = coalesce($7, mode),
             read_at = $8
         WHERE user_id = $1 AND vehicle_id = $2",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(&description.make)
    .bind(&description.model)
    .bind(description.year.map(i32::from))
    .bind(&description.powertrain_type)
    .bind(&description.mode)
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn name(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    name: Option<&str>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE vehicle SET given_name = $3 WHERE user_id = $1 AND vehicle_id = $2")
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether a vehicle is there. It is held until the end of the transaction: it is not removed
/// meanwhile, and of two that ask for it at once one comes after the other.
pub(super) async fn hold(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<bool, StoreError> {
    let found: Option<i32> = sqlx::query_scalar(
        "SELECT 1 FROM vehicle WHERE user_id = $1 AND vehicle_id = $2 FOR UPDATE",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

pub(super) async fn remove(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM vehicle WHERE user_id = $1 AND vehicle_id = $2")
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .execute(connection)
        .await?;
    Ok(())
}
