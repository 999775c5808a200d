//! The store: what Carport remembers. One trait, two back ends with plain SQL of their own (instants
//! are integers in SQLite and `TIMESTAMPTZ` in PostgreSQL), one test story for both
//! (`tests/it/storage_story.rs`).

mod budgets;
mod changes;
mod deliveries;
mod digest;
mod error;
mod history;
mod holds;
mod ledger;
mod location;
mod notices;
mod postgres;
mod records;
mod sqlite;
mod watch;

use std::sync::Arc;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

pub use budgets::Budgets;
pub use changes::{Changes, Listener, Revision, Revisions, Topic};
pub use deliveries::{Deliveries, Delivery};
pub use digest::Digest;
pub use error::StoreError;
pub use history::{
    ChargingSession, History, Measure, MeasureSpan, Point, Resolution, Retention, StoredReading,
};
pub use holds::Holds;
pub use ledger::{
    CommandAdded, CommandHistory, CommandLedger, CommandState, NewCommand, StoredCommand,
};
pub use location::{DatabaseLocation, InvalidDatabaseUrl};
pub use notices::{NewNotice, Notices, StoredNotice};
pub use postgres::PostgresStore;
pub use records::{
    AttemptTaken, GarageId, GarageVehicle, LoginAttempt, SessionRecord, SignalReport, StoredReport,
    StoredSignal, StoredVehicle, VehicleDescription,
};
pub use sqlite::SqliteStore;
pub use watch::{Episode, NewRule, Settled, StoredRule, Watch, WatchedRule, WatchedSignal};

/// What Carport remembers: log-in attempts, sessions, owners and their vehicles, and what was asked
/// of these.
///
/// Every instant is given by the caller; the database's own clock is never asked.
#[async_trait]
pub trait Store:
    Budgets + CommandLedger + Deliveries + History + Holds + Notices + Revisions + Watch
{
    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Remembers a new log-in attempt.
    async fn add_login_attempt(&self, attempt: &LoginAttempt) -> Result<(), StoreError>;

    /// Takes the attempt with this state for the browser that began it: at most once, and not at or
    /// after its end. Whatever is not taken stays as it was.
    async fn take_login_attempt(
        &self,
        state: &Digest,
        browser: &Digest,
        now: OffsetDateTime,
    ) -> Result<AttemptTaken, StoreError>;

    /// Adds a session; `false` when one of this id exists already.
    async fn add_session(&self, id: &Digest, session: &SessionRecord) -> Result<bool, StoreError>;

    /// Adds or replaces a session.
    async fn save_session(&self, id: &Digest, session: &SessionRecord) -> Result<(), StoreError>;

    /// The session of this id, unless it has ended.
    async fn session(
        &self,
        id: &Digest,
        now: OffsetDateTime,
    ) -> Result<Option<SessionRecord>, StoreError>;

    /// Removes a session, if there is one. Its garage stays: it may be on its way to a new id.
    async fn remove_session(&self, id: &Digest) -> Result<(), StoreError>;

    /// Adds an owner to a garage and takes in the owner's connected vehicles, in one transaction:
    /// new ones are added, known ones described anew. A vehicle that is not named stays.
    async fn admit_owner(
        &self,
        garage: &GarageId,
        owner: &UserId,
        vehicles: &[StoredVehicle],
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Whether a garage other than this one, or any when `None`, holds the owner.
    async fn owner_is_held_elsewhere(
        &self,
        owner: &UserId,
        garage: Option<&GarageId>,
    ) -> Result<bool, StoreError>;

    /// The owners of a garage, in the order in which they were added.
    async fn owners(&self, garage: &GarageId) -> Result<Vec<UserId>, StoreError>;

    /// The vehicles of all owners of a garage, oldest connection first.
    async fn vehicles(&self, garage: &GarageId) -> Result<Vec<GarageVehicle>, StoreError>;

    /// Describes a vehicle anew; what the description does not tell stays as it was.
    async fn describe_vehicle(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        description: &VehicleDescription,
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Remembers what the owner calls a vehicle; `None`: nothing of the owner's own. The name goes
    /// with the vehicle. A vehicle that is not there gets none.
    async fn name_vehicle(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        name: Option<&str>,
    ) -> Result<(), StoreError>;

    /// Takes in what Smartcar said of a vehicle's signals, in one transaction, and notes that they
    /// were read. An older report never replaces a newer one, and one without a value leaves the
    /// last value where it is. Whatever is measured goes into the [`History`] too. A vehicle that is
    /// not there any more takes in nothing.
    async fn take_in_signals(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        reports: &[SignalReport],
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Every signal of one vehicle, by code.
    async fn signals(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<StoredSignal>, StoreError>;

    /// The signals of these codes of every vehicle of a garage.
    async fn garage_signals(
        &self,
        garage: &GarageId,
        codes: &[&str],
    ) -> Result<Vec<StoredSignal>, StoreError>;

    /// Removes one vehicle of an owner, if it is there.
    async fn remove_vehicle(&self, owner: &UserId, vehicle: &VehicleId) -> Result<(), StoreError>;

    /// Removes an owner with every vehicle, from every garage.
    async fn remove_owner(&self, owner: &UserId) -> Result<(), StoreError>;

    /// Removes the garage itself: its owners are no longer linked to it, and stay.
    async fn remove_garage(&self, garage: &GarageId) -> Result<(), StoreError>;

    /// Removes sessions that have ended with their garages, and attempts that ended before
    /// `attempts_before`. Returns how many rows went.
    async fn remove_ended(
        &self,
        now: OffsetDateTime,
        attempts_before: OffsetDateTime,
    ) -> Result<u64, StoreError>;

    /// Closes every connection to the database.
    async fn close(&self);
}

/// Opens the store at this place, and creates or migrates its tables. The history is kept for so long.
///
/// # Errors
///
/// [`StoreError`] when the database cannot be reached, opened or migrated.
pub async fn open(
    location: &DatabaseLocation,
    retention: Retention,
) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match location {
        DatabaseLocation::Sqlite(path) => {
            Arc::new(SqliteStore::open(path).await?.keeping(retention))
        }
        DatabaseLocation::Postgres(url) => {
            Arc::new(PostgresStore::open(url).await?.keeping(retention))
        }
    })
}
