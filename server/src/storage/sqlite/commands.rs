//! The ledger of commands.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::{FromRow, SqliteConnection};
use time::OffsetDateTime;

use super::{
    SqliteStore,
    instant::{from_column, optional_from_column, to_column},
    vehicles,
};
use crate::storage::{
    CommandAdded, CommandHistory, CommandLedger, CommandState, NewCommand, StoreError,
    StoredCommand,
};

#[derive(FromRow)]
struct Row {
    id: String,
    command: String,
    state: String,
    asked_at: i64,
    sent_at: Option<i64>,
    answered_at: Option<i64>,
    seen_at: Option<i64>,
    held_until: Option<i64>,
    refusal: Option<String>,
    request_id: Option<String>,
    schedule_id: Option<String>,
}

impl TryFrom<Row> for StoredCommand {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            state: CommandState::from_column(&row.state)?,
            asked_at: from_column("asked_at", row.asked_at)?,
            sent_at: optional_from_column("sent_at", row.sent_at)?,
            answered_at: optional_from_column("answered_at", row.answered_at)?,
            seen_at: optional_from_column("seen_at", row.seen_at)?,
            held_until: optional_from_column("held_until", row.held_until)?,
            id: row.id,
            command: row.command,
            refusal: row.refusal,
            request_id: row.request_id,
            schedule_id: row.schedule_id,
        })
    }
}

#[async_trait]
impl CommandLedger for SqliteStore {
    async fn add_command(&self, command: &NewCommand) -> Result<CommandAdded, StoreError> {
        let mut change = self.change(&command.owner).await?;
        let added = add(&mut change, command).await?;
        change.commit().await?;
        Ok(added)
    }

    async fn save_command(&self, command: &StoredCommand) -> Result<(), StoreError> {
        let owner: Option<String> = sqlx::query_scalar("SELECT user_id FROM command WHERE id = ?1")
            .bind(&command.id)
            .fetch_optional(&self.pool)
            .await?;
        let Some(owner) = owner else {
            return Ok(());
        };
        let mut change = self.change(&UserId::new(owner)).await?;
        sqlx::query(
            "UPDATE command SET state = ?2, sent_at = ?3, answered_at = ?4, seen_at = ?5,
                 held_until = ?6, refusal = ?7, request_id = ?8, schedule_id = ?9
             WHERE id = ?1 AND state <> 'seen'",
        )
        .bind(&command.id)
        .bind(command.state.as_str())
        .bind(command.sent_at.map(to_column))
        .bind(command.answered_at.map(to_column))
        .bind(command.seen_at.map(to_column))
        .bind(command.held_until.map(to_column))
        .bind(&command.refusal)
        .bind(&command.request_id)
        .bind(&command.schedule_id)
        .execute(&mut *change)
        .await?;
        change.commit().await
    }

    async fn hold_command(&self, id: &str, until: OffsetDateTime) -> Result<(), StoreError> {
        sqlx::query("UPDATE command SET held_until = ?2 WHERE id = ?1")
            .bind(id)
            .bind(to_column(until))
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn commands(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        limit: u32,
    ) -> Result<CommandHistory, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM command WHERE user_id = ?1 AND vehicle_id = ?2
             ORDER BY asked_at DESC, id DESC LIMIT ?3",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(i64::from(limit) + 1)
        .fetch_all(&self.pool)
        .await?;
        let newest: Result<Vec<_>, _> = rows.into_iter().map(StoredCommand::try_from).collect();
        Ok(CommandHistory::of(newest?, limit))
    }

    async fn commands_after(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        after: Option<&StoredCommand>,
        limit: u32,
    ) -> Result<Vec<StoredCommand>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT * FROM command
             WHERE user_id = ?1 AND vehicle_id = ?2 AND (asked_at, id) > (?3, ?4)
             ORDER BY asked_at, id LIMIT ?5",
        )
        .bind(owner.as_str())
        .bind(vehicle.as_str())
        .bind(after.map_or(i64::MIN, |command| to_column(command.asked_at)))
        .bind(after.map_or("", |command| command.id.as_str()))
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(StoredCommand::try_from).collect()
    }
}

async fn add(
    connection: &mut SqliteConnection,
    command: &NewCommand,
) -> Result<CommandAdded, StoreError> {
    let (owner, vehicle) = (command.owner.as_str(), command.vehicle.as_str());
    if !vehicles::is_there(&mut *connection, &command.owner, &command.vehicle).await? {
        return Ok(CommandAdded::VehicleGone);
    }
    let pressed_before: Option<i64> = sqlx::query_scalar(
        "SELECT asked_at FROM command
         WHERE user_id = ?1 AND vehicle_id = ?2 AND form_key = ?3 AND command = ?4",
    )
    .bind(owner)
    .bind(vehicle)
    .bind(&command.form_key)
    .bind(&command.command)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(at) = pressed_before {
        let at = from_column("asked_at", at)?;
        return Ok(CommandAdded::PressedBefore { at });
    }
    sqlx::query(
        "UPDATE command SET
             state = CASE state WHEN 'asked' THEN 'unsent' ELSE 'unknown' END, held_until = NULL
         WHERE user_id = ?1 AND vehicle_id = ?2 AND state IN ('asked', 'sent')
             AND (held_until IS NULL OR held_until <= ?3)",
    )
    .bind(owner)
    .bind(vehicle)
    .bind(to_column(command.asked_at))
    .execute(&mut *connection)
    .await?;
    let added = sqlx::query(
        "INSERT INTO command
             (id, user_id, vehicle_id, form_key, command, state, asked_at, held_until)
         VALUES (?1, ?2, ?3, ?4, ?5, 'asked', ?6, ?7)
         ON CONFLICT (user_id, vehicle_id) WHERE state IN ('asked', 'sent') DO NOTHING",
    )
    .bind(&command.id)
    .bind(owner)
    .bind(vehicle)
    .bind(&command.form_key)
    .bind(&command.command)
    .bind(to_column(command.asked_at))
    .bind(to_column(command.held_until))
    .execute(&mut *connection)
    .await?;
    Ok(if added.rows_affected() == 0 {
        CommandAdded::Busy
    } else {
        CommandAdded::Added
    })
}
