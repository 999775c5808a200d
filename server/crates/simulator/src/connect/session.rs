//! A walk through Connect.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::authorize_request::AuthorizeRequest;
use super::ending::Ending;
use super::step::Step;
use crate::fleet::{Brand, EmailAddress};

/// How long a session can be used after its begin.
pub(super) const LIFETIME: Duration = Duration::minutes(15);

/// What is known of one walk through Connect. It hangs on the unguessable id in its paths and on no
/// cookie, so that several tabs do not meet.
#[derive(Debug, Clone)]
pub(crate) struct ConnectSession {
    pub(super) id: String,
    pub(super) request: AuthorizeRequest,
    pub(super) expires_at: OffsetDateTime,
    pub(super) country: Option<String>,
    pub(super) brand: Option<&'static Brand>,
    pub(super) owner: Option<SignedInOwner>,
    pub(super) ending: Option<Ending>,
}

/// Somebody has logged in.
#[derive(Debug, Clone)]
pub(super) struct SignedInOwner {
    pub(super) user_id: Uuid,
    pub(super) email: EmailAddress,
    /// The vehicles that may be chosen.
    pub(super) vehicles: Vec<Uuid>,
    /// The account asks for a code that has not been entered yet.
    pub(super) owes_code: bool,
}

impl ConnectSession {
    pub(super) fn new(id: String, request: AuthorizeRequest, now: OffsetDateTime) -> Self {
        Self {
            id,
            brand: request.brand,
            request,
            expires_at: now + LIFETIME,
            country: None,
            owner: None,
            ending: None,
        }
    }

    /// The path of a screen.
    pub(super) fn path(&self, step: Step) -> String {
        self.path_to(step.path())
    }

    pub(super) fn path_to(&self, action: &str) -> String {
        format!("/connect/{}/{action}", self.id)
    }

    /// Whether everything before a screen has been answered.
    pub(super) fn may_be_at(&self, step: Step) -> bool {
        match step {
            Step::Country => true,
            Step::Brand => self.country.is_some() && self.request.reauthenticates.is_none(),
            Step::Login => self.country.is_some() && self.brand.is_some(),
            Step::Code => self.owner.is_some(),
            Step::Grant => {
                self.request.reauthenticates.is_none()
                    && self.owner.as_ref().is_some_and(|owner| !owner.owes_code)
            }
        }
    }

    /// Shows another screen.
    pub(super) fn go_to(&self, step: Step) -> Response {
        Redirect::to(&self.path(step)).into_response()
    }

    /// Ends the session: sends the owner back with the outcome, or to Connect's last page where
    /// there is nowhere to go (reference 1.1, `redirect_uri`).
    pub(super) fn finish(&mut self, ending: Ending) -> Response {
        let target = self.request.redirect_uri.as_ref();
        let target = target.map(|target| ending.redirect(target, self.request.state.as_deref()));
        self.ending = Some(ending);
        match target.map(|target| HeaderValue::try_from(target.as_str())) {
            // 302, as the reference has it, where axum's own redirect would be a 303.
            Some(Ok(location)) => {
                (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
            }
            Some(Err(_)) | None => Redirect::to(&self.path_to("done")).into_response(),
        }
    }
}
