//! Owners, and the garages that hold them.

use smartcar::UserId;
use sqlx::{SqliteConnection, SqlitePool};
use time::OffsetDateTime;

use super::instant::to_column;
use crate::storage::{GarageId, StoreError};

pub(super) async fn add_owner(
    connection: &mut SqliteConnection,
    garage: &GarageId,
    owner: &UserId,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO owner (user_id, created_at) VALUES (?1, ?2)
         ON CONFLICT (user_id) DO UPDATE SET revision = owner.revision + 1",
    )
    .bind(owner.as_str())
    .bind(to_column(now))
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT INTO garage_owner (garage_id, user_id, added_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (garage_id, user_id) DO NOTHING",
    )
    .bind(&garage.0)
    .bind(owner.as_str())
    .bind(to_column(now))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn hold_owner(
    pool: &SqlitePool,
    owner: &UserId,
    garage: Option<&GarageId>,
) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM garage_owner WHERE user_id = ?1 AND garage_id IS NOT ?2)",
    )
    .bind(owner.as_str())
    .bind(garage.map(|garage| garage.0.as_str()))
    .fetch_one(pool)
    .await?)
}

pub(super) async fn owners(
    pool: &SqlitePool,
    garage: &GarageId,
) -> Result<Vec<UserId>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT user_id FROM garage_owner WHERE garage_id = ?1 ORDER BY added_at, user_id",
    )
    .bind(&garage.0)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(UserId::new).collect())
}

pub(super) async fn remove_owner(
    connection: &mut SqliteConnection,
    owner: &UserId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM owner WHERE user_id = ?1")
        .bind(owner.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn remove(pool: &SqlitePool, garage: &GarageId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM garage_owner WHERE garage_id = ?1")
        .bind(&garage.0)
        .execute(pool)
        .await?;
    Ok(())
}
