//! The store on a PostgreSQL server, which several replicas may share.

mod attempts;
mod budgets;
mod change;
mod commands;
mod deliveries;
mod garages;
mod history;
mod holds;
mod notices;
mod sessions;
mod signals;
mod vehicles;
mod watch;

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use smartcar::{UserId, VehicleId};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use time::OffsetDateTime;

use super::changes::Topic;
use super::{
    AttemptTaken, Changes, Digest, GarageId, GarageVehicle, LoginAttempt, Retention, SessionRecord,
    SignalReport, Store, StoreError, StoredSignal, StoredVehicle, VehicleDescription,
};
use change::tell;

/// How long a request waits for a free connection: longer, and the page is slower than an error.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_CONNECTIONS: u32 = 16;

/// The store on a PostgreSQL server.
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pool: PgPool,
    changes: Arc<Changes>,
    retention: Retention,
}

impl PostgresStore {
    /// Connects to the server and migrates the database.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the server cannot be reached, refuses, or the tables cannot be migrated.
    pub async fn open(url: &SecretString) -> Result<Self, StoreError> {
        let options: PgConnectOptions = url.expose_secret().parse()?;
        let pool = PgPoolOptions::new()
            .max_connections(MAX_CONNECTIONS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.application_name("carport"))
            .await?;
        sqlx::migrate!("./migrations/postgres").run(&pool).await?;
        let changes = Arc::default();
        tokio::spawn(change::pass_on(pool.clone(), Arc::clone(&changes)));
        Ok(Self {
            pool,
            changes,
            retention: Retention::default(),
        })
    }

    /// The same, with a history that is kept for so long.
    #[must_use]
    pub fn keeping(self, retention: Retention) -> Self {
        Self { retention, ..self }
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    async fn add_login_attempt(&self, attempt: &LoginAttempt) -> Result<(), StoreError> {
        attempts::add(&self.pool, attempt).await
    }

    async fn take_login_attempt(
        &self,
        state: &Digest,
        browser: &Digest,
        now: OffsetDateTime,
    ) -> Result<AttemptTaken, StoreError> {
        attempts::take(&self.pool, state, browser, now).await
    }

    async fn add_session(&self, id: &Digest, session: &SessionRecord) -> Result<bool, StoreError> {
        sessions::add(&self.pool, id, session).await
    }

    async fn save_session(&self, id: &Digest, session: &SessionRecord) -> Result<(), StoreError> {
        sessions::save(&self.pool, id, session).await
    }

    async fn session(
        &self,
        id: &Digest,
        now: OffsetDateTime,
    ) -> Result<Option<SessionRecord>, StoreError> {
        sessions::find(&self.pool, id, now).await
    }

    async fn remove_session(&self, id: &Digest) -> Result<(), StoreError> {
        sessions::remove(&self.pool, id).await
    }

    async fn admit_owner(
        &self,
        garage: &GarageId,
        owner: &UserId,
        vehicles: &[StoredVehicle],
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        garages::add_owner(&mut transaction, garage, owner, now).await?;
        for vehicle in vehicles {
            vehicles::take_in(&mut transaction, vehicle).await?;
        }
        // Who is signed in comes first: a page of theirs must not be read by a session's old id.
        tell(&mut transaction, &Topic::garage(garage)).await?;
        tell(&mut transaction, &Topic::owner(owner)).await?;
        Ok(transaction.commit().await?)
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
        let mut transaction = self.pool.begin().await?;
        garages::remove(&mut transaction, garage).await?;
        tell(&mut transaction, &Topic::garage(garage)).await?;
        Ok(transaction.commit().await?)
    }

    async fn remove_ended(
        &self,
        now: OffsetDateTime,
        attempts_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut transaction = self.pool.begin().await?;
        let attempts = attempts::remove_ended(&mut transaction, attempts_before).await?;
        let sessions = sessions::remove_ended(&mut transaction, now).await?;
        transaction.commit().await?;
        Ok(attempts + sessions)
    }

    async fn close(&self) {
        self.pool.close().await;
    }
}
