//! Log-in attempts.

use smartcar::{ExternalId, VehicleId};
use sqlx::{PgConnection, PgPool};
use time::OffsetDateTime;

use crate::storage::{AttemptTaken, Digest, LoginAttempt, StoreError};

type Row = (
    String,
    Option<String>,
    String,
    OffsetDateTime,
    OffsetDateTime,
);

pub(super) async fn add(pool: &PgPool, attempt: &LoginAttempt) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO login_attempt
             (state_digest, browser_digest, external_id, reauthenticates, return_to, started_at,
              expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(attempt.state.as_bytes())
    .bind(attempt.browser.as_bytes())
    .bind(attempt.external_id.as_str())
    .bind(attempt.reauthenticates.as_ref().map(VehicleId::as_str))
    .bind(&attempt.return_to)
    .bind(attempt.started_at)
    .bind(attempt.expires_at)
    .execute(pool)
    .await?;
    Ok(())
}

pub(super) async fn take(
    pool: &PgPool,
    state: &Digest,
    browser: &Digest,
    now: OffsetDateTime,
) -> Result<AttemptTaken, StoreError> {
    // One statement decides, so that two requests at once cannot both take the attempt.
    let taken: Option<Row> = sqlx::query_as(
        "UPDATE login_attempt SET used_at = $3
         WHERE state_digest = $1 AND browser_digest = $2 AND used_at IS NULL AND expires_at > $3
         RETURNING external_id, reauthenticates, return_to, started_at, expires_at",
    )
    .bind(state.as_bytes())
    .bind(browser.as_bytes())
    .bind(now)
    .fetch_optional(pool)
    .await?;
    if let Some((external_id, reauthenticates, return_to, started_at, expires_at)) = taken {
        return Ok(AttemptTaken::Taken(LoginAttempt {
            state: *state,
            browser: *browser,
            external_id: ExternalId::new(external_id),
            reauthenticates: reauthenticates.map(VehicleId::new),
            return_to,
            started_at,
            expires_at,
        }));
    }
    let found: Option<(bool, bool)> = sqlx::query_as(
        "SELECT browser_digest = $2, used_at IS NOT NULL FROM login_attempt WHERE state_digest = $1",
    )
    .bind(state.as_bytes())
    .bind(browser.as_bytes())
    .fetch_optional(pool)
    .await?;
    Ok(match found {
        None => AttemptTaken::Unknown,
        Some((false, _)) => AttemptTaken::Foreign,
        Some((true, true)) => AttemptTaken::Used,
        Some((true, false)) => AttemptTaken::Expired,
    })
}

pub(super) async fn remove_ended(
    connection: &mut PgConnection,
    before: OffsetDateTime,
) -> Result<u64, StoreError> {
    let result = sqlx::query("DELETE FROM login_attempt WHERE expires_at < $1")
        .bind(before)
        .execute(connection)
        .await?;
    Ok(result.rows_affected())
}
