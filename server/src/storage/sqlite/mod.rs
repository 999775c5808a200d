//! The store in a file of SQLite (WAL). Instants are milliseconds since 1970.

mod attempts;
mod budgets;
mod change;
mod commands;
mod deliveries;
mod garages;
mod history;
mod holds;
mod instant;
mod notices;
mod sessions;
mod signals;
mod vehicles;
mod watch;

use std::{path::Path, sync::Arc, time::Duration};

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use time::OffsetDateTime;

use super::changes::Topic;
use super::{
    AttemptTaken, Changes, Digest, GarageId, GarageVehicle, LoginAttempt, Retention, SessionRecord,
    SignalReport, Store, StoreError, StoredSignal, StoredVehicle, VehicleDescription,
};

/// How long a statement waits for another program's write to end, such as a backup's.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a request waits for a free connection: longer, and the page is slower than an error.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_READERS: u32 = 8;

/// The store in a file of SQLite.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    /// Connections that only read. They never wait for a write.
    pool: SqlitePool,
    /// The one connection that writes. SQLite lets one write at a time, and who finds it taken asks
    /// again after a pause; here writes queue up, and each has its turn.
    writer: SqlitePool,
    changes: Arc<Changes>,
    retention: Retention,
}

impl SqliteStore {
    /// Opens the file, which is made with its folder when it is not there, and migrates it.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the folder cannot be made, or the file not opened or migrated.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            make_private_folder(folder).map_err(|source| StoreError::Folder {
                folder: folder.to_owned(),
                source,
            })?;
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            // A file does not hang up.
            .test_before_acquire(false)
            .connect_with(options.clone())
            .await?;
        sqlx::migrate!("./migrations/sqlite").run(&writer).await?;
        deliveries::release(&writer).await?;
        let pool = SqlitePoolOptions::new()
            .max_connections(MAX_READERS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        Ok(Self {
            pool,
            writer,
            changes: Arc::default(),
            retention: Retention::default(),
        })
    }

    /// The same, with a history that is kept for so long.
    #[must_use]
    pub fn keeping(self, retention: Retention) -> Self {
        Self { retention, ..self }
    }
}

/// Only the operator's own account may look into the data folder.
fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[async_trait]
impl Store for SqliteStore {
    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    async fn add_login_attempt(&self, attempt: &LoginAttempt) -> Result<(), StoreError> {
        attempts::add(&self.writer, attempt).await
    }

    async fn take_login_attempt(
        &self,
        state: &Digest,
        browser: &Digest,
        now: OffsetDateTime,
    ) -> Result<AttemptTaken, StoreError> {
        attempts::take(&self.writer, state, browser, now).await
    }

    async fn add_session(&self, id: &Digest, session: &SessionRecord) -> Result<bool, StoreError> {
        sessions::add(&self.writer, id, session).await
    }

    async fn save_session(&self, id: &Digest, session: &SessionRecord) -> Result<(), StoreError> {
        sessions::save(&self.writer, id, session).await
    }

    async fn session(
        &self,
        id: &Digest,
        now: OffsetDateTime,
    ) -> Result<Option<SessionRecord>, StoreError> {
        sessions::find(&self.pool, id, now).await
    }

    async fn remove_session(&self, id: &Digest) -> Result<(), StoreError> {
        sessions::remove(&self.writer, id).await
    }

    async fn admit_owner(
        &self,
        garage: &GarageId,
        owner: &UserId,
        vehicles: &[StoredVehicle],
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        garages::add_owner(&mut transaction, garage, owner, now).await?;
        for vehicle in vehicles {
            vehicles::take_in(&mut transaction, vehicle).await?;
        }
        transaction.commit().await?;
        // Who is signed in comes first: a page of theirs must not be read by a session's old id.
        self.changes.publish(&Topic::garage(garage));
        self.changes.publish(&Topic::owner(owner));
        Ok(())
    }

    async fn owner_is_held_elsewhere(
        &self,
        owner: &UserId,
        garage: Option<&GarageId>,
    ) -> Result<bool, StoreError> {
        garages::hold_owner(&self.pool, owner, garage).await
    }

    async fn owners(&self, garage: &GarageId) -> Result<Vec<UserId>, StoreError> {
        garages::owners(&self.pool, garage).await
    }

    async fn vehicles(&self, garage: &GarageId) -> Result<Vec<GarageVehicle>, StoreError> {
        vehicles::in_garage(&self.pool, garage).await
    }

    async fn describe_vehicle(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        description: &VehicleDescription,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        vehicles::describe(&mut change, owner, vehicle, description, now).await?;
        change.commit().await
    }

    async fn name_vehicle(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        name: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        vehicles::name(&mut change, owner, vehicle, name).await?;
        change.commit().await
    }

    async fn take_in_signals(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        reports: &[SignalReport],
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        if signals::note_read(&mut change, owner, vehicle, now).await? {
            for report in reports {
                signals::take_in(&mut change, owner, vehicle, report, now).await?;
            }
            self.keep_readings(&mut change, owner, vehicle, reports, now)
                .await?;
        }
        change.commit().await
    }

    async fn signals(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<StoredSignal>, StoreError> {
        signals::of_vehicle(&self.pool, owner, vehicle).await
    }

    async fn garage_signals(
        &self,
        garage: &GarageId,
        codes: &[&str],
    ) -> Result<Vec<StoredSignal>, StoreError> {
        signals::in_garage(&self.pool, garage, codes).await
    }

    async fn remove_vehicle(&self, owner: &UserId, vehicle: &VehicleId) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        vehicles::remove(&mut change, owner, vehicle).await?;
        change.commit().await
    }

    async fn remove_owner(&self, owner: &UserId) -> Result<(), StoreError> {
        let mut change = self.change(owner).await?;
        garages::remove_owner(&mut change, owner).await?;
        change.commit().await
    }

    async fn remove_garage(&self, garage: &GarageId) -> Result<(), StoreError> {
        garages::remove(&self.writer, garage).await?;
        self.changes.publish(&Topic::garage(garage));
        Ok(())
    }

    async fn remove_ended(
        &self,
        now: OffsetDateTime,
        attempts_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let attempts = attempts::remove_ended(&mut transaction, attempts_before).await?;
        let sessions = sessions::remove_ended(&mut transaction, now).await?;
        transaction.commit().await?;
        Ok(attempts + sessions)
    }

    async fn close(&self) {
        self.pool.close().await;
        self.writer.close().await;
    }
}
