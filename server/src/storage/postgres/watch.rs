//! What owners want to be told of their vehicles, and what the vehicles have said of it.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, PgConnection};
use time::OffsetDateTime;

use super::{PostgresStore, notices, vehicles};
use crate::storage::{
    Episode, GarageId, NewRule, Settled, StoreError, StoredRule, Watch, WatchedRule, WatchedSignal,
    watch::{rule, threshold},
};

/// The rules that are switched on, with what is known of them.
macro_rules! watched {
    ($rest:literal) => {
        concat!(
            "SELECT watch_rule.*, notice.since AS open_since,
                 (SELECT max(good_at) FROM signal
                  WHERE signal.user_id = watch_rule.user_id
                      AND signal.vehicle_id = watch_rule.vehicle_id) AS heard_at
             FROM watch_rule LEFT JOIN notice ON notice.user_id = watch_rule.user_id
                 AND notice.vehicle_id = watch_rule.vehicle_id AND notice.rule = watch_rule.rule
                 AND notice.ended_at IS NULL
             WHERE watch_rule.on_since IS NOT NULL AND ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct RuleRow {
    user_id: String,
    vehicle_id: String,
    rule: String,
    threshold: i64,
    on_since: OffsetDateTime,
    contrary_at: Option<OffsetDateTime>,
    so_since: Option<OffsetDateTime>,
    so_at: Option<OffsetDateTime>,
    told_since: Option<OffsetDateTime>,
    due_at: Option<OffsetDateTime>,
    version: i64,
    open_since: Option<OffsetDateTime>,
    heard_at: Option<OffsetDateTime>,
}

impl TryFrom<RuleRow> for WatchedRule {
    type Error = StoreError;

    fn try_from(row: RuleRow) -> Result<Self, StoreError> {
        Ok(Self {
            rule: rule(&row.rule)?,
            threshold: threshold(row.threshold)?,
            on_since: row.on_since,
            episode: Episode {
                contrary_at: row.contrary_at,
                so_since: row.so_since,
                so_at: row.so_at,
                told_since: row.told_since,
            },
            due_at: row.due_at,
            version: row.version,
            open_since: row.open_since,
            heard_at: row.heard_at,
            owner: UserId::new(row.user_id),
            vehicle: VehicleId::new(row.vehicle_id),
        })
    }
}

#[derive(FromRow)]
struct SignalRow {
    user_id: String,
    vehicle_id: String,
    code: String,
    good: Option<String>,
    good_at: Option<OffsetDateTime>,
    trouble: Option<String>,
}

#[async_trait]
impl Watch for PostgresStore {
    async fn watch_rules(&self, garage: &GarageId) -> Result<Vec<StoredRule>, StoreError> {
        let rows: Vec<(String, String, String, i64, bool)> = sqlx::query_as(
            "SELECT user_id, vehicle_id, rule, threshold, on_since IS NOT NULL
             FROM watch_rule JOIN garage_owner USING (user_id) WHERE garage_id = $1",
        )
        .bind(&garage.0)
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(owner, vehicle, code, value, is_on)| {
                Ok(StoredRule {
                    owner: UserId::new(owner),
                    vehicle: VehicleId::new(vehicle),
                    setting: NewRule {
                        rule: rule(&code)?,
                        is_on,
                        threshold: threshold(value)?,
                    },
                })
            })
            .collect()
    }

    async fn set_watch_rules(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        rules: &[NewRule],
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let mut change = self.change(owner).await?;
        if !vehicles::hold(&mut change, owner, vehicle).await? {
            return Ok(false);
        }
        for rule in rules {
            set(&mut change, owner, vehicle, rule, now).await?;
        }
        change.commit().await?;
        Ok(true)
    }

    async fn watched(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<WatchedRule>, StoreError> {
        let rows: Vec<RuleRow> = sqlx::query_as(watched!(
            "watch_rule.user_id = $1 AND watch_rule.vehicle_id = $2 ORDER BY watch_rule.rule"
        ))
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(WatchedRule::try_from).collect()
    }

    async fn due_watched(
        &self,
        now: OffsetDateTime,
        limit: u32,
    ) -> Result<Vec<WatchedRule>, StoreError> {
        let rows: Vec<RuleRow> = sqlx::query_as(watched!(
            "watch_rule.due_at <= $1 ORDER BY watch_rule.due_at LIMIT $2"
        ))
        .bind(now)
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(WatchedRule::try_from).collect()
    }

    async fn watched_signals(
        &self,
        vehicles: &[(UserId, VehicleId)],
        codes: &[&str],
    ) -> Result<Vec<WatchedSignal>, StoreError> {
        let (owners, vehicles): (Vec<&str>, Vec<&str>) = vehicles
            .iter()
            .map(|(owner, vehicle)| (owner.as_str(), vehicle.as_str()))
            .unzip();
        let rows: Vec<SignalRow> = sqlx::query_as(
            "SELECT signal.* FROM unnest($1::TEXT[], $2::TEXT[]) AS wanted (user_id, vehicle_id)
                 JOIN signal USING (user_id, vehicle_id)
             WHERE signal.code = ANY ($3)",
        )
        .bind(owners)
        .bind(vehicles)
        .bind(codes)
        .fetch_all(&self.pool)
        .await?;
        Ok(rows
            .into_iter()
            .map(|row| WatchedSignal {
                owner: UserId::new(row.user_id),
                vehicle: VehicleId::new(row.vehicle_id),
                code: row.code,
                good: row.good.zip(row.good_at),
                is_in_trouble: row.trouble.is_some(),
            })
            .collect())
    }

    async fn settle_watched(
        &self,
        watched: &WatchedRule,
        settled: &Settled,
    ) -> Result<bool, StoreError> {
        if settled.end.is_none() && settled.raise.is_none() {
            let mut connection = self.pool.acquire().await?;
            return keep(&mut connection, watched, settled).await;
        }
        let mut change = self.change(&watched.owner).await?;
        let is_kept = keep(&mut change, watched, settled).await?
            && notices::end(&mut change, watched, settled.end).await?
            && notices::raise(&mut change, watched, settled.raise.as_ref()).await?;
        if is_kept {
            change.commit().await?;
        }
        Ok(is_kept)
    }
}

async fn set(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    rule: &NewRule,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let since = rule.is_on.then_some(now);
    sqlx::query(
        "UPDATE watch_rule SET threshold = $4, on_since = $5, due_at = $5, contrary_at = NULL,
             so_since = NULL, so_at = NULL, told_since = NULL, version = version + 1
         WHERE user_id = $1 AND vehicle_id = $2 AND rule = $3
             AND (threshold <> $4 OR (on_since IS NULL) <> ($5 IS NULL))",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(rule.rule.code())
    .bind(i64::from(rule.threshold))
    .bind(since)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT INTO watch_rule (user_id, vehicle_id, rule, threshold, on_since, due_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (user_id, vehicle_id, rule) DO NOTHING",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(rule.rule.code())
    .bind(i64::from(rule.threshold))
    .bind(since)
    .execute(&mut *connection)
    .await?;
    if !rule.is_on {
        sqlx::query(
            "UPDATE notice SET ended_at = $4
             WHERE user_id = $1 AND vehicle_id = $2 AND rule = $3 AND ended_at IS NULL",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(rule.rule.code())
        .bind(now)
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// Writes down what is known; `false` when somebody else has looked meanwhile.
async fn keep(
    connection: &mut PgConnection,
    watched: &WatchedRule,
    settled: &Settled,
) -> Result<bool, StoreError> {
    let Episode {
        contrary_at,
        so_since,
        so_at,
        told_since,
    } = settled.episode;
    let kept = sqlx::query(
        "UPDATE watch_rule SET contrary_at = $5, so_since = $6, so_at = $7, told_since = $8,
             due_at = $9, version = version + 1
         WHERE user_id = $1 AND vehicle_id = $2 AND rule = $3 AND version = $4",
    )
    .bind(watched.owner.as_str())
    .bind(watched.vehicle.as_str())
    .bind(watched.rule.code())
    .bind(watched.version)
    .bind(contrary_at)
    .bind(so_since)
    .bind(so_at)
    .bind(told_since)
    .bind(settled.due_at)
    .execute(connection)
    .await?;
    Ok(kept.rows_affected() == 1)
}
