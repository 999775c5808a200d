//! What owners want to be told of their vehicles, and what the vehicles have said of it.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, optional_from_column, to_column},
    notices, vehicles,
};
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
    on_since: i64,
    contrary_at: Option<i64>,
    so_since: Option<i64>,
    so_at: Option<i64>,
    told_since: Option<i64>,
    due_at: Option<i64>,
    version: i64,
    open_since: Option<i64>,
    heard_at: Option<i64>,
}

impl TryFrom<RuleRow> for WatchedRule {
    type Error = StoreError;

    fn try_from(row: RuleRow) -> Result<Self, StoreError> {
        Ok(Self {
            rule: rule(&row.rule)?,
            threshold: threshold(row.threshold)?,
            on_since: from_column("on_since", row.on_since)?,
            episode: Episode {
                contrary_at: optional_from_column("contrary_at", row.contrary_at)?,
                so_since: optional_from_column("so_since", row.so_since)?,
                so_at: optional_from_column("so_at", row.so_at)?,
                told_since: optional_from_column("told_since", row.told_since)?,
            },
            due_at: optional_from_column("due_at", row.due_at)?,
            version: row.version,
            open_since: optional_from_column("open_since", row.open_since)?,
            heard_at: optional_from_column("heard_at", row.heard_at)?,
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
    good_at: Option<i64>,
    trouble: Option<String>,
}

#[async_trait]
impl Watch for SqliteStore {
    async fn watch_rules(&self, garage: &GarageId) -> Result<Vec<StoredRule>, StoreError> {
        let rows: Vec<(String, String, String, i64, bool)> = sqlx::query_as(
            "SELECT user_id, vehicle_id, rule, threshold, on_since IS NOT NULL
             FROM watch_rule JOIN garage_owner USING (user_id) WHERE garage_id = ?1",
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
        if !vehicles::is_there(&mut change, owner, vehicle).await? {
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
            "watch_rule.user_id = ?1 AND watch_rule.vehicle_id = ?2 ORDER BY watch_rule.rule"
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
            "watch_rule.due_at <= ?1 ORDER BY watch_rule.due_at LIMIT ?2"
        ))
        .bind(to_column(now))
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
        // SQLite has no arrays, but it can read JSON.
        let vehicles: Vec<[&str; 2]> = vehicles
            .iter()
            .map(|(owner, vehicle)| [owner.as_str(), vehicle.as_str()])
            .collect();
        let rows: Vec<SignalRow> = sqlx::query_as(
            "SELECT signal.* FROM json_each(?1) AS wanted
                 JOIN json_each(?2) AS codes
                 JOIN signal ON signal.user_id = json_extract(wanted.value, '$[0]')
                     AND signal.vehicle_id = json_extract(wanted.value, '$[1]')
                     AND signal.code = codes.value",
        )
        .bind(serde_json::json!(vehicles).to_string())
        .bind(serde_json::json!(codes).to_string())
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                let good_at = optional_from_column("good_at", row.good_at)?;
                Ok(WatchedSignal {
                    owner: UserId::new(row.user_id),
                    vehicle: VehicleId::new(row.vehicle_id),
                    code: row.code,
                    good: row.good.zip(good_at),
                    is_in_trouble: row.trouble.is_some(),
                })
            })
            .collect()
    }

    async fn settle_watched(
        &self,
        watched: &WatchedRule,
        settled: &Settled,
    ) -> Result<bool, StoreError> {
        if settled.end.is_none() && settled.raise.is_none() {
            let mut connection = self.writer.acquire().await?;
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
    connection: &mut SqliteConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    rule: &NewRule,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let since = rule.is_on.then(|| to_column(now));
    sqlx::query(
        "UPDATE watch_rule SET threshold = ?4, on_since = ?5, due_at = ?5, contrary_at = NULL,
             so_since = NULL, so_at = NULL, told_since = NULL, version = version + 1
         WHERE user_id = ?1 AND vehicle_id = ?2 AND rule = ?3
             AND (threshold <> ?4 OR (on_since IS NULL) <> (?5 IS NULL))",
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
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)
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
            "UPDATE notice SET ended_at = ?4
             WHERE user_id = ?1 AND vehicle_id = ?2 AND rule = ?3 AND ended_at IS NULL",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(rule.rule.code())
        .bind(to_column(now))
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// Writes down what is known; `false` when somebody else has looked meanwhile.
async fn keep(
    connection: &mut SqliteConnection,
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
        "UPDATE watch_rule SET contrary_at = ?5, so_since = ?6, so_at = ?7, told_since = ?8,
             due_at = ?9, version = version + 1
         WHERE user_id = ?1 AND vehicle_id = ?2 AND rule = ?3 AND version = ?4",
    )
    .bind(watched.owner.as_str())
    .bind(watched.vehicle.as_str())
    .bind(watched.rule.code())
    .bind(watched.version)
    .bind(contrary_at.map(to_column))
    .bind(so_since.map(to_column))
    .bind(so_at.map(to_column))
    .bind(told_since.map(to_column))
    .bind(settled.due_at.map(to_column))
    .execute(connection)
    .await?;
    Ok(kept.rows_affected() == 1)
}
