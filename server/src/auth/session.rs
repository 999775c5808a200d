//! The browser's session: which garage it opens.

use serde::{Deserialize, Serialize};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer, cookie::SameSite, session::Error as SessionError,
};

use super::session_store::StoredSessions;
use crate::{clock::Clock, entropy::Entropy, state::AppState, storage::GarageId};

/// How long a session lasts after it was last renewed.
pub const SESSION_LIFETIME: time::Duration = time::Duration::days(30);

/// How old a session may become before a visit renews it: a write a day, not a write a page.
const RENEWED_AFTER: time::Duration = time::Duration::days(1);

const KEY: &str = "carport";
const NAME: &str = "carport_session";
const SECURE_NAME: &str = "__Host-carport_session";

/// What a session holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionState {
    /// The garage that it opens.
    pub garage: GarageId,
    /// When it was last renewed, in seconds since 1970.
    renewed_at: i64,
}

impl SessionState {
    /// What the session holds, if it has been through `/exchange`; renewed when it is a day old.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn of(session: &Session, clock: &dyn Clock) -> Result<Option<Self>, SessionError> {
        let Some(mut state) = session.get::<Self>(KEY).await? else {
            return Ok(None);
        };
        let now = clock.now().unix_timestamp();
        if now - state.renewed_at >= RENEWED_AFTER.whole_seconds() {
            state.renewed_at = now;
            session.insert(KEY, &state).await?;
        }
        Ok(Some(state))
    }

    /// Signs the session in: the garage that it opens already, or a new one, under a new id, so that
    /// an id known from before is worth nothing.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub(super) async fn sign_in(
        session: &Session,
        garage: Option<GarageId>,
        clock: &dyn Clock,
        entropy: &dyn Entropy,
    ) -> Result<GarageId, SessionError> {
        let garage = garage.unwrap_or_else(|| GarageId(entropy.token()));
        session.cycle_id().await?;
        session
            .insert(
                KEY,
                &Self {
                    garage: garage.clone(),
                    renewed_at: clock.now().unix_timestamp(),
                },
            )
            .await?;
        session.save().await?;
        Ok(garage)
    }
}

/// The layer that finds the session of a request by its cookie.
pub fn session_layer(state: &AppState) -> SessionManagerLayer<StoredSessions> {
    let secure = state.config.secure_cookies();
    SessionManagerLayer::new(StoredSessions::new(state))
        .with_name(if secure { SECURE_NAME } else { NAME })
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(secure)
        .with_expiry(Expiry::OnInactivity(SESSION_LIFETIME))
}
