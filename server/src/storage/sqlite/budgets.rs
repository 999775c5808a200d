//! What may still be asked of Smartcar.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{optional_from_column, to_column},
};
use crate::{
    budget::{
        self, ApplicationBudget, ApplicationRules, Decision, Limit, Rules, Subject, VehicleBudget,
    },
    storage::{Budgets, StoreError},
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
            read_at: optional_from_column("signals_read_at", row.signals_read_at)?,
            month: row.request_month,
            requests_in_month: row.requests_in_month,
            blocked_until: optional_from_column("blocked_until", row.blocked_until)?,
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
            level_at: optional_from_column("level_at", row.level_at)?,
            blocked_until: optional_from_column("blocked_until", row.blocked_until)?,
        })
    }
}

#[async_trait]
impl Budgets for SqliteStore {
    async fn take_request(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        rules: Rules,
        now: OffsetDateTime,
    ) -> Result<Decision, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let mut application = application(&mut transaction).await?;
        let Some(mut own) = self::vehicle(&mut transaction, owner, vehicle).await? else {
            return Ok(Decision::JustRead);
        };
        let decision = budget::take(&mut application, &mut own, rules, now);
        if decision == Decision::Granted {
            save_application(&mut transaction, &application).await?;
            save_vehicle(&mut transaction, owner, vehicle, &own).await?;
            transaction.commit().await?;
        }
        Ok(decision)
    }

    async fn note_requests(
        &self,
        requests: u32,
        rules: ApplicationRules,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let mut application = application(&mut transaction).await?;
        application.spend(requests, rules, now);
        save_application(&mut transaction, &application).await?;
        Ok(transaction.commit().await?)
    }

    async fn note_limit(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        limit: Limit,
    ) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        match limit.subject {
            Subject::Application => {
                let mut application = application(&mut change).await?;
                application.block(limit.until);
                save_application(&mut change, &application).await?;
            }
            Subject::Vehicle => {
                if let Some(mut own) = self::vehicle(&mut change, owner, vehicle).await? {
                    own.block(limit.until);
                    save_vehicle(&mut change, owner, vehicle, &own).await?;
                }
            }
        }
        change.commit().await
    }

    async fn application_budget(&self) -> Result<ApplicationBudget, StoreError> {
        let mut connection = self.pool.acquire().await?;
        application(&mut connection).await
    }
}

async fn application(connection: &mut SqliteConnection) -> Result<ApplicationBudget, StoreError> {
    let row: ApplicationRow = sqlx::query_as(
        "SELECT level, level_at, blocked_until FROM application_budget WHERE id = 1",
    )
    .fetch_one(connection)
    .await?;
    row.try_into()
}

async fn save_application(
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

async fn vehicle(
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

async fn save_vehicle(
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
