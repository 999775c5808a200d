//! What may still be asked of Smartcar.
//!
//! Rows are locked where they are read to be written, the application's always before a vehicle's.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, PgConnection, PgPool};
use time::OffsetDateTime;

use super::PostgresStore;
use crate::{
    budget::{
        self, ApplicationBudget, ApplicationRules, Decision, Limit, Rules, Subject, VehicleBudget,
    },
    storage::{Budgets, StoreError},
};

#[derive(FromRow)]
pub(super) struct VehicleRow {
    signals_read_at: Option<OffsetDateTime>,
    request_month: i32,
    requests_in_month: i32,
    blocked_until: Option<OffsetDateTime>,
}

impl From<VehicleRow> for VehicleBudget {
    fn from(row: VehicleRow) -> Self {
        Self {
            read_at: row.signals_read_at,
            month: row.request_month,
            requests_in_month: u32::try_from(row.requests_in_month).unwrap_or_default(),
            blocked_until: row.blocked_until,
        }
    }
}

#[derive(FromRow)]
struct ApplicationRow {
    level: f64,
    level_at: Option<OffsetDateTime>,
    blocked_until: Option<OffsetDateTime>,
}

impl From<ApplicationRow> for ApplicationBudget {
    fn from(row: ApplicationRow) -> Self {
        Self {
            level: row.level,
            level_at: row.level_at,
            blocked_until: row.blocked_until,
        }
    }
}

#[async_trait]
impl Budgets for PostgresStore {
    async fn take_request(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        rules: Rules,
        now: OffsetDateTime,
    ) -> Result<Decision, StoreError> {
        let mut transaction = self.pool.begin().await?;
        let mut application = locked_application(&mut transaction).await?;
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
        let mut transaction = self.pool.begin().await?;
        let mut application = locked_application(&mut transaction).await?;
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
                let mut application = locked_application(&mut change).await?;
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
        application(&self.pool).await
    }
}

/// To be shown only: pages must not wait for each other.
async fn application(pool: &PgPool) -> Result<ApplicationBudget, StoreError> {
    let row: ApplicationRow = sqlx::query_as(
        "SELECT level, level_at, blocked_until FROM application_budget WHERE id = 1",
    )
    .fetch_one(pool)
    .await?;
    Ok(row.into())
}

/// To be written in the same transaction.
async fn locked_application(
    connection: &mut PgConnection,
) -> Result<ApplicationBudget, StoreError> {
    let row: ApplicationRow = sqlx::query_as(
        "SELECT level, level_at, blocked_until FROM application_budget WHERE id = 1 FOR UPDATE",
    )
    .fetch_one(connection)
    .await?;
    Ok(row.into())
}

async fn save_application(
    connection: &mut PgConnection,
    budget: &ApplicationBudget,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE application_budget SET level = $1, level_at = $2, blocked_until = $3 WHERE id = 1",
    )
    .bind(budget.level)
    .bind(budget.level_at)
    .bind(budget.blocked_until)
    .execute(connection)
    .await?;
    Ok(())
}

async fn vehicle(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<Option<VehicleBudget>, StoreError> {
    let row: Option<VehicleRow> = sqlx::query_as(
        "SELECT signals_read_at, request_month, requests_in_month, blocked_until FROM vehicle
         WHERE user_id = $1 AND vehicle_id = $2 FOR UPDATE",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(VehicleBudget::from))
}

async fn save_vehicle(
    connection: &mut PgConnection,
    owner: &UserId,
    vehicle: &VehicleId,
    budget: &VehicleBudget,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE vehicle SET
             request_month = $3, requests_in_month = $4, blocked_until = $5
         WHERE user_id = $1 AND vehicle_id = $2",
    )
    .bind(owner.as_str())
    .bind(vehicle.as_str())
    .bind(budget.month)
    .bind(i32::try_from(budget.requests_in_month).unwrap_or(i32::MAX))
    .bind(budget.blocked_until)
    .execute(connection)
    .await?;
    Ok(())
}
