//! Beginning a log-in attempt, of either kind.

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use smartcar::{ExternalId, VehicleId};
use url::Url;

use super::{ATTEMPT_LIFETIME, browser};
use crate::{
    pages,
    state::AppState,
    storage::{Digest, LoginAttempt},
};

/// What an attempt is for.
pub(super) struct Plan {
    /// As [`LoginAttempt::reauthenticates`].
    pub(super) reauthenticates: Option<VehicleId>,
    /// The page to return to: one that the visitor may name, or one that Carport has made.
    pub(super) return_to: String,
}

/// Writes a log-in attempt and binds it to this browser: 303 to the address that is made of its
/// `state` and its `external_id`, both fresh.
///
/// Smartcar keeps the external id of the owner's last attempt only. No attempt relies on that of
/// another, so a re-authentication has one of its own as well.
pub(super) async fn begin(
    state: &AppState,
    jar: CookieJar,
    plan: Plan,
    address: impl FnOnce(&str, &ExternalId) -> Result<Url, smartcar::Error>,
) -> Response {
    let now = state.clock.now();
    let attempt_state = state.entropy.token();
    let external_id = ExternalId::new(state.entropy.token());
    let (jar, browser) = browser::bind(jar, state.config.secure_cookies(), state.entropy.as_ref());
    let attempt = LoginAttempt {
        state: Digest::of(&attempt_state),
        browser,
        external_id: external_id.clone(),
        reauthenticates: plan.reauthenticates,
        return_to: plan.return_to,
        started_at: now,
        expires_at: now + ATTEMPT_LIFETIME,
    };
    if let Err(error) = state.store.add_login_attempt(&attempt).await {
        return pages::internal_error(state, &error);
    }
    match address(&attempt_state, &external_id) {
        Ok(address) => (jar, Redirect::to(address.as_str())).into_response(),
        Err(error) => pages::internal_error(state, &error),
    }
}
