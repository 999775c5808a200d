//! Changing what an owner sees: it is written together with a mark of it, and PostgreSQL tells every
//! replica when it is done.

use std::{
    io,
    ops::{Deref, DerefMut},
    sync::Arc,
    time::Duration,
};

use async_trait::async_trait;
use smartcar::UserId;
use sqlx::{
    PgConnection, Postgres, Transaction,
    postgres::{PgListener, PgPool},
};
use tokio::time::timeout;

use super::PostgresStore;
use crate::{
    storage::{Changes, GarageId, Revision, Revisions, StoreError, changes::Topic},
    telemetry,
};

const CHANNEL: &str = "carport_changes";
/// How long it is waited before an unreachable database is listened to anew.
const PAUSE: Duration = Duration::from_secs(1);
/// After this long without a word it is asked whether the database is still there, and after so long
/// without an answer it is not.
const SILENCE: Duration = Duration::from_secs(30);
const PATIENCE: Duration = Duration::from_secs(5);

/// A transaction that changes what an owner sees. The owner's row is locked first of all, so that two
/// of them never wait for each other.
pub(super) struct Change {
    transaction: Transaction<'static, Postgres>,
}

impl PostgresStore {
    /// Begins a transaction that changes what this owner sees.
    pub(super) async fn change(&self, owner: &UserId) -> Result<Change, StoreError> {
        let mut transaction = self.pool.begin().await?;
        sqlx::query("UPDATE owner SET revision = revision + 1 WHERE user_id = $1")
            .bind(owner.as_str())
            .execute(&mut *transaction)
            .await?;
        tell(&mut transaction, &Topic::owner(owner)).await?;
        Ok(Change { transaction })
    }
}

/// Tells every replica of this topic, once the transaction is done.
pub(super) async fn tell(connection: &mut PgConnection, topic: &Topic) -> Result<(), StoreError> {
    sqlx::query("SELECT pg_notify($1, $2)")
        .bind(CHANNEL)
        .bind(topic.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Listens to what any replica changes, and passes it on to those who wait for it on this one, until
/// the pool is closed.
pub(super) async fn pass_on(pool: PgPool, changes: Arc<Changes>) {
    while !pool.is_closed() {
        if let Err(error) = listen(&pool, &changes).await
            && !pool.is_closed()
        {
            telemetry::log_internal(&error);
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Ends when the connection is lost.
async fn listen(pool: &PgPool, changes: &Changes) -> Result<(), StoreError> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await?;
    // What was told before, or while the connection was away, was missed.
    changes.publish_all();
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(received) => match received? {
                Some(notification) => changes.publish(&Topic::named(notification.payload())),
                None => return Ok(()),
            },
            // A router on the way forgets a connection on which nothing is said, and tells nobody.
            Err(_) => timeout(PATIENCE, sqlx::query("SELECT 1").execute(&mut listener))
                .await
                .map_err(|_| sqlx::Error::Io(io::ErrorKind::TimedOut.into()))?
                .map(drop)?,
        }
    }
}

impl Change {
    /// Makes the change, of which PostgreSQL then tells.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for Change {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.transaction
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.transaction
    }
}

#[async_trait]
impl Revisions for PostgresStore {
    async fn revision(&self, garage: &GarageId) -> Result<Option<Revision>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT user_id, CAST(created_at AS TEXT), revision
             FROM garage_owner JOIN owner USING (user_id)
             WHERE garage_id = $1 ORDER BY user_id",
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
