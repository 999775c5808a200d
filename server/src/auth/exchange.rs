//! `GET /exchange`: where Connect sends the owner back.
//!
//! Whatever the outcome, the answer is a redirect to a page with a clean address: the query holds a
//! `user_id`, and at times a VIN, which must not stay in the address bar or be sent again.

use app::{connect::model::ConnectProblem, routes};
use axum::{
    Extension,
    extract::{RawQuery, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use smartcar::{ErrorKind, UserId};
use tower_sessions::Session;

use super::{
    browser,
    callback::{Callback, Outcome, Returned},
    log_in_again,
    owner_check::{self, Verdict},
    session::SessionState,
};
use crate::{
    config::OwnerCheckRule,
    garage::filling,
    pages,
    security::event::{SecurityEvent, report},
    smartcar_log,
    state::AppState,
    storage::{AttemptTaken, Digest, LoginAttempt, StoreError},
};

/// Ends a log-in attempt: 303 to the page to return to or to the page of the problem, or the page for
/// an address that makes no sense.
pub async fn exchange(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    Extension(session): Extension<Session>,
    jar: CookieJar,
    request: Request,
) -> Response {
    let callback = match Callback::parse(query.as_deref().unwrap_or_default()) {
        Ok(callback) => callback,
        Err(reason) => {
            report(SecurityEvent::MalformedCallback { reason });
            return pages::render(&state, request).await;
        }
    };
    let binding = browser::binding(&jar, state.config.secure_cookies());
    match complete(&state, &session, callback, binding).await {
        Ok(path) => Redirect::to(&path).into_response(),
        Err(Refusal::Problem(problem)) => {
            Redirect::to(&routes::connect_problem(problem)).into_response()
        }
        Err(Refusal::Answer(answer)) => *answer,
        Err(Refusal::Internal(error)) => pages::internal_error(&state, error.as_ref()),
    }
}

/// Why the attempt ended without a car.
enum Refusal {
    /// The owner gets the page of this problem.
    Problem(ConnectProblem),
    /// The owner gets this answer.
    Answer(Box<Response>),
    /// Our own fault.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<tower_sessions::session::Error> for Refusal {
    fn from(error: tower_sessions::session::Error) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<ConnectProblem> for Refusal {
    fn from(problem: ConnectProblem) -> Self {
        Self::Problem(problem)
    }
}

/// Takes the attempt and does what it was for. Returns the path to go on to.
async fn complete(
    state: &AppState,
    session: &Session,
    callback: Callback,
    binding: Option<Digest>,
) -> Result<String, Refusal> {
    let attempt = take_attempt(state, &callback.state, binding).await?;
    match callback.outcome {
        Outcome::Failed {
            problem,
            status_code,
        } => {
            tracing::info!(
                problem = problem.slug(),
                status_code,
                "Connect ended without a car"
            );
            Err(problem.into())
        }
        Outcome::Returned(returned) => succeed(state, session, &returned, attempt).await,
    }
}

/// Ends an attempt that Connect has answered with a success. The attempt says what it was for; an
/// answer to something else is refused.
async fn succeed(
    state: &AppState,
    session: &Session,
    returned: &Returned,
    attempt: LoginAttempt,
) -> Result<String, Refusal> {
    let event = match (&attempt.reauthenticates, returned) {
        (
            None,
            Returned {
                user: Some(claimed),
                ..
            },
        ) => {
            admit(state, session, claimed, &attempt).await?;
            return Ok(attempt.return_to);
        }
        (
            Some(vehicle),
            Returned {
                vehicle: Some(named),
                ..
            },
        ) if named == vehicle => {
            return log_in_again::finish(state, session, vehicle)
                .await
                .map_err(Refusal::Answer);
        }
        (
            Some(_),
            Returned {
                vehicle: Some(_), ..
            },
        ) => SecurityEvent::OtherVehicle,
        _ => SecurityEvent::OtherKindOfAttempt,
    };
    report(event);
    Err(ConnectProblem::Malformed.into())
}

async fn take_attempt(
    state: &AppState,
    attempt_state: &str,
    binding: Option<Digest>,
) -> Result<LoginAttempt, Refusal> {
    // A browser without the cookie takes nothing: no cookie that is bound to an attempt is empty.
    let browser = binding.unwrap_or_else(|| Digest::of([]));
    let taken = state
        .store
        .take_login_attempt(&Digest::of(attempt_state), &browser, state.clock.now())
        .await?;
    let (event, problem) = match taken {
        AttemptTaken::Taken(attempt) => return Ok(attempt),
        AttemptTaken::Unknown => (
            SecurityEvent::UnknownAttempt,
            ConnectProblem::UnknownAttempt,
        ),
        AttemptTaken::Expired => (
            SecurityEvent::ExpiredAttempt,
            ConnectProblem::ExpiredAttempt,
        ),
        AttemptTaken::Used => (SecurityEvent::UsedAttempt, ConnectProblem::UsedAttempt),
        AttemptTaken::Foreign => (
            SecurityEvent::ForeignAttempt,
            ConnectProblem::ForeignAttempt,
        ),
    };
    report(event);
    Err(problem.into())
}

/// Confirms the owner, fills the store and signs the session in.
async fn admit(
    state: &AppState,
    session: &Session,
    claimed: &UserId,
    attempt: &LoginAttempt,
) -> Result<(), Refusal> {
    let connections = match owner_check::confirm(state, claimed, attempt).await {
        Ok(Verdict::Confirmed(connections)) => connections,
        Ok(Verdict::NotConfirmed) => {
            report(SecurityEvent::OwnerNotConfirmed);
            return Err(ConnectProblem::NotConfirmed.into());
        }
        Err(error) => {
            smartcar_log::failure("confirming the owner", &error);
            return Err(match error.kind() {
                // Smartcar refused the application, not the owner.
                ErrorKind::Credentials => ConnectProblem::ConfigurationError.into(),
                _ => ConnectProblem::SmartcarUnavailable.into(),
            });
        }
    };
    let held = SessionState::of(session, state.clock.as_ref())
        .await?
        .map(|session| session.garage);
    if state.owner_check.rule == OwnerCheckRule::RecentConnection
        && state
            .store
            .owner_is_held_elsewhere(claimed, held.as_ref())
            .await?
    {
        report(SecurityEvent::OwnerHeldElsewhere);
        return Err(ConnectProblem::NotConfirmed.into());
    }
    let vehicles = filling::describe(state, claimed, connections).await;
    let garage =
        SessionState::sign_in(session, held, state.clock.as_ref(), state.entropy.as_ref()).await?;
    state
        .store
        .admit_owner(&garage, claimed, &vehicles, state.clock.now())
        .await?;
    tracing::info!(vehicles = vehicles.len(), "an owner was confirmed");
    filling::read_signals(state, claimed, &vehicles).await;
    Ok(())
}
