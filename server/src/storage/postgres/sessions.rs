//! Sessions.

use sqlx::{PgConnection, PgPool};
use time::OffsetDateTime;

use crate::storage::{Digest, GarageId, SessionRecord, StoreError};

pub(super) async fn add(
    pool: &PgPool,
    id: &Digest,
    session: &SessionRecord,
) -> Result<bool, StoreError> {
    let result = sqlx::query(
        "INSERT INTO session (id_digest, data, garage_id, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id_digest) DO NOTHING",
    )
    .bind(id.as_bytes())
    .bind(&session.data)
    .bind(session.garage.as_ref().map(|garage| garage.0.as_str()))
    .bind(session.expires_at)
    .execute(pool)
    .await?;
    Ok(result.rows_affected() == 1)
}

pub(super) async fn save(
    pool: &PgPool,
    id: &Digest,
    session: &SessionRecord,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO session (id_digest, data, garage_id, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id_digest) DO UPDATE
         SET data = excluded.data, garage_id = excluded.garage_id, expires_at = excluded.expires_at",
    )
    .bind(id.as_bytes())
    .bind(&session.data)
    .bind(session.garage.as_ref().map(|garage| garage.0.as_str()))
    .bind(session.expires_at)
    .execute(pool)
    .await?;
    Ok(())
}

pub(super) async fn find(
    pool: &PgPool,
    id: &Digest,
    now: OffsetDateTime,
) -> Result<Option<SessionRecord>, StoreError> {
    let row: Option<(String, Option<String>, OffsetDateTime)> = sqlx::query_as(
        "SELECT data, garage_id, expires_at FROM session WHERE id_digest = $1 AND expires_at > $2",
    )
    .bind(id.as_bytes())
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.map(|(data, garage, expires_at)| {
        Ok(SessionRecord {
            data,
            garage: garage.map(GarageId),
            expires_at,
        })
    })
    .transpose()
}

pub(super) async fn remove(pool: &PgPool, id: &Digest) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM session WHERE id_digest = $1")
        .bind(id.as_bytes())
        .execute(pool)
        .await?;
    Ok(())
}

pub(super) async fn remove_ended(
    connection: &mut PgConnection,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    sqlx::query(
        "DELETE FROM garage_owner
         WHERE garage_id IN (SELECT garage_id FROM session WHERE expires_at <= $1)",
    )
    .bind(now)
    .execute(&mut *connection)
    .await?;
    let result = sqlx::query("DELETE FROM session WHERE expires_at <= $1")
        .bind(now)
        .execute(connection)
        .await?;
    Ok(result.rows_affected())
}
