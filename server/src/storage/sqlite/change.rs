//! Changing what an owner sees: it is written together with a mark of it, and told when it is done.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use async_trait::async_trait;
use smartcar::UserId;
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::SqliteStore;
use crate::storage::{Changes, GarageId, Revision, Revisions, StoreError, changes::Topic};

/// A transaction that changes what an owner sees.
pub(super) struct Change {
    transaction: Transaction<'static, Sqlite>,
    changes: Arc<Changes>,
    topic: Topic,
}

impl SqliteStore {
    /// Begins a transaction that changes what this owner sees.
    pub(super) async fn change(&self, owner: &UserId) -> Result<Change, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("UPDATE owner SET revision = revision + 1 WHERE user_id = ?1")
            .bind(owner.as_str())
            .execute(&mut *transaction)
            .await?;
        Ok(Change {
            transaction,
            changes: Arc::clone(&self.changes),
            topic: Topic::owner(owner),
        })
    }
}

impl Change {
    /// Makes the change, and tells of it.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await?;
        self.changes.publish(&self.topic);
        Ok(())
    }
}

impl Deref for Change {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.transaction
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }
}

#[async_trait]
impl Revisions for SqliteStore {
    async fn revision(&self, garage: &GarageId) -> Result<Option<Revision>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT user_id, CAST(created_at AS TEXT), revision
             FROM garage_owner JOIN owner USING (user_id)
             WHERE garage_id = ?1 ORDER BY user_id",
        )
        .bind(&garage.0)
        .fetch_all(&self.pool)
        .await?;
        Ok(Revision::of(rows))
    }

    fn changes(&self) -> &Arc<Changes> {
        &self.changes
    }
}
