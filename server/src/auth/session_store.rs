//! Sessions in Carport's own store. tower-sessions-sqlx-store would hold the workspace to older
//! versions of tower-sessions and sqlx, would keep session ids in the clear, and reads the wall clock.

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

use super::session::{SESSION_LIFETIME, SessionState};
use crate::{
    clock::Clock,
    state::AppState,
    storage::{Digest, SessionRecord, Store, StoreError},
};

/// tower-sessions' view of the store.
#[derive(Clone)]
pub struct StoredSessions {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
}

impl StoredSessions {
    pub(super) fn new(state: &AppState) -> Self {
        Self {
            store: Arc::clone(&state.store),
            clock: Arc::clone(&state.clock),
        }
    }

    /// The record as it is stored. Its end is counted by our clock, not by the library's.
    fn to_stored(&self, record: &Record) -> Result<SessionRecord> {
        let garage = record
            .data
            .values()
            .find_map(|value| serde_json::from_value::<SessionState>(value.clone()).ok())
            .map(|state| state.garage);
        Ok(SessionRecord {
            data: serde_json::to_string(&record.data)
                .map_err(|error| Error::Encode(error.to_string()))?,
            garage,
            expires_at: self.clock.now() + SESSION_LIFETIME,
        })
    }
}

impl fmt::Debug for StoredSessions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("StoredSessions")
    }
}

#[async_trait]
impl SessionStore for StoredSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let stored = self.to_stored(record)?;
        while !self
            .store
            .add_session(&digest(&record.id), &stored)
            .await
            .map_err(backend)?
        {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let stored = self.to_stored(record)?;
        self.store
            .save_session(&digest(&record.id), &stored)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = self
            .store
            .session(&digest(id), self.clock.now())
            .await
            .map_err(backend)?;
        found
            .map(|stored| {
                Ok(Record {
                    id: *id,
                    data: serde_json::from_str(&stored.data)
                        .map_err(|error| Error::Decode(error.to_string()))?,
                    expiry_date: stored.expires_at,
                })
            })
            .transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.store
            .remove_session(&digest(id))
            .await
            .map_err(backend)
    }
}

/// Whether there is still a session of this id.
///
/// # Errors
///
/// [`StoreError`].
pub(crate) async fn session_exists(
    store: &dyn Store,
    id: &Id,
    now: OffsetDateTime,
) -> std::result::Result<bool, StoreError> {
    let found = store.session(&digest(id), now).await?;
    Ok(found.is_some())
}

fn digest(id: &Id) -> Digest {
    Digest::of(id.0.to_le_bytes())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where `map_err` wants a function"
)]
fn backend(error: StoreError) -> Error {
    Error::Backend(error.to_string())
}
