//! What was noticed.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, optional_from_column, to_column},
};
use crate::storage::{
    GarageId, NewNotice, Notices, StoreError, StoredNotice, WatchedRule,
    watch::{rule, threshold},
};

#[derive(FromRow)]
struct NoticeRow {
    id: String,
    user_id: String,
    vehicle_id: String,
    rule: String,
    threshold: i64,
    finding: Option<String>,
    since: i64,
    noticed_at: i64,
    ended_at: Option<i64>,
    put_away_at: Option<i64>,
}

impl TryFrom<NoticeRow> for StoredNotice {
    type Error = StoreError;

    fn try_from(row: NoticeRow) -> Result<Self, StoreError> {
        Ok(Self {
            rule: rule(&row.rule)?,
            threshold: threshold(row.threshold)?,
            since: from_column("since", row.since)?,
            noticed_at: from_column("noticed_at", row.noticed_at)?,
            ended_at: optional_from_column("ended_at", row.ended_at)?,
            put_away_at: optional_from_column("put_away_at", row.put_away_at)?,
            id: row.id,
            owner: UserId::new(row.user_id),
            vehicle: VehicleId::new(row.vehicle_id),
            finding: row.finding,
        })
    }
}

fn notices(rows: Vec<NoticeRow>) -> Result<Vec<StoredNotice>, StoreError> {
    rows.into_iter().map(StoredNotice::try_from).collect()
}

#[async_trait]
impl Notices for SqliteStore {
    async fn open_notices(
        &self,
        garage: &GarageId,
        limit: u32,
    ) -> Result<Vec<StoredNotice>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT notice.* FROM notice JOIN garage_owner USING (user_id)
             WHERE garage_id = ?1 AND ended_at IS NULL AND put_away_at IS NULL
             ORDER BY noticed_at DESC, id LIMIT ?2",
        )
        .bind(&garage.0)
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        notices(rows)
    }

    async fn count_open_notices(&self, garage: &GarageId) -> Result<u32, StoreError> {
        let count: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM notice JOIN garage_owner USING (user_id)
             WHERE garage_id = ?1 AND ended_at IS NULL AND put_away_at IS NULL",
        )
        .bind(&garage.0)
        .fetch_one(&self.pool)
        .await?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    async fn past_notices(
        &self,
        garage: &GarageId,
        limit: u32,
    ) -> Result<Vec<StoredNotice>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT notice.* FROM notice JOIN garage_owner USING (user_id)
             WHERE garage_id = ?1 AND (ended_at IS NOT NULL OR put_away_at IS NOT NULL)
             ORDER BY noticed_at DESC, id LIMIT ?2",
        )
        .bind(&garage.0)
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        notices(rows)
    }

    async fn put_notice_away(
        &self,
        garage: &GarageId,
        id: &str,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let owner: Option<String> = sqlx::query_scalar(
            "SELECT user_id FROM notice JOIN garage_owner USING (user_id)
             WHERE id = ?1 AND garage_id = ?2",
        )
        .bind(id)
        .bind(&garage.0)
        .fetch_optional(&self.pool)
        .await?;
        let Some(owner) = owner else {
            return Ok(false);
        };
        let mut change = self.change(&UserId::new(owner)).await?;
        sqlx::query("UPDATE notice SET put_away_at = ?2 WHERE id = ?1 AND put_away_at IS NULL")
            .bind(id)
            .bind(to_column(now))
            .execute(&mut *change)
            .await?;
        change.commit().await?;
        Ok(true)
    }

    async fn remove_notices(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let removed = sqlx::query("DELETE FROM notice WHERE ended_at < ?1")
            .bind(to_column(before))
            .execute(&self.writer)
            .await?;
        Ok(removed.rows_affected())
    }
}

/// Ends the notice that is open.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    watched: &WatchedRule,
    until: Option<OffsetDateTime>,
) -> Result<bool, StoreError> {
    let Some(until) = until else {
        return Ok(true);
    };
    sqlx::query(
        "UPDATE notice SET ended_at = ?4
         WHERE user_id = ?1 AND vehicle_id = ?2 AND rule = ?3 AND ended_at IS NULL",
    )
    .bind(watched.owner.as_str())
    .bind(watched.vehicle.as_str())
    .bind(watched.rule.code())
    .bind(to_column(until))
    .execute(connection)
    .await?;
    Ok(true)
}

/// `false` when one is open already.
pub(super) async fn raise(
    connection: &mut SqliteConnection,
    watched: &WatchedRule,
    notice: Option<&NewNotice>,
) -> Result<bool, StoreError> {
    let Some(notice) = notice else {
        return Ok(true);
    };
    let raised = sqlx::query(
        "INSERT INTO notice
             (id, user_id, vehicle_id, rule, threshold, finding, since, noticed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (user_id, vehicle_id, rule) WHERE ended_at IS NULL DO NOTHING",
    )
    .bind(&notice.id)
    .bind(watched.owner.as_str())
    .bind(watched.vehicle.as_str())
    .bind(watched.rule.code())
    .bind(i64::from(watched.threshold))
    .bind(&notice.finding)
    .bind(to_column(notice.since))
    .bind(to_column(notice.noticed_at))
    .execute(connection)
    .await?;
    Ok(raised.rows_affected() == 1)
}
