//! The Connect sessions under way.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use time::OffsetDateTime;

use super::ending::{ConnectError, Ending};
use super::session::ConnectSession;
use super::step::Step;
use crate::page::notice;
use crate::simulation::Simulation;
use crate::world::World;

/// More sessions than this are not kept: the oldest goes.
const CAPACITY: usize = 2_000;

/// All sessions by their ids, finished and expired ones included for a while.
#[derive(Debug, Default)]
pub(crate) struct ConnectSessions(BTreeMap<String, ConnectSession>);

/// Why a session cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SessionProblem {
    Unknown,
    Expired,
    Finished,
}

impl ConnectSessions {
    pub(super) fn store(&mut self, session: ConnectSession, now: OffsetDateTime) {
        if self.0.len() >= CAPACITY {
            self.0.retain(|_, known| now < known.expires_at);
        }
        if self.0.len() >= CAPACITY {
            let oldest = self.0.values().min_by_key(|known| known.expires_at);
            if let Some(id) = oldest.map(|known| known.id.clone()) {
                self.0.remove(&id);
            }
        }
        self.0.insert(session.id.clone(), session);
    }

    /// A session, whatever became of it.
    pub(super) fn get(&self, id: &str) -> Option<&ConnectSession> {
        self.0.get(id)
    }

    fn open(&self, id: &str, now: OffsetDateTime) -> Result<ConnectSession, SessionProblem> {
        let session = self.0.get(id).ok_or(SessionProblem::Unknown)?;
        if session.ending.is_some() {
            return Err(SessionProblem::Finished);
        }
        if now >= session.expires_at {
            return Err(SessionProblem::Expired);
        }
        Ok(session.clone())
    }
}

/// Does what a request asks for at a screen of a session. Who jumps ahead ends with
/// `configuration_error`, as at Smartcar (reference 1.2).
pub(super) fn at_step(
    simulation: &Simulation,
    id: &str,
    step: Step,
    act: impl FnOnce(&mut World, &mut ConnectSession) -> Response,
) -> Response {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let mut session = match world.sessions.open(id, now) {
        Ok(session) => session,
        Err(problem) => return problem_page(problem),
    };
    let response = if session.may_be_at(step) {
        act(&mut world, &mut session)
    } else {
        let jumped = ConnectError::configuration("400", "The step before this one is missing.");
        session.finish(Ending::Failed(jumped))
    };
    world.sessions.store(session, now);
    response
}

fn problem_page(problem: SessionProblem) -> Response {
    let (status, heading, words) = match problem {
        SessionProblem::Unknown => (
            StatusCode::NOT_FOUND,
            "There is no such Connect session",
            "The link may be cut off, or the simulator was reset.",
        ),
        SessionProblem::Expired => (
            StatusCode::GONE,
            "This Connect session has expired",
            "A session can be used for 15 minutes.",
        ),
        SessionProblem::Finished => (
            StatusCode::GONE,
            "This Connect session is finished",
            "What was decided stays decided.",
        ),
    };
    let body = html! {
        p { (words) " Go back to the application and start again." }
    };
    notice(status, heading, &body)
}
