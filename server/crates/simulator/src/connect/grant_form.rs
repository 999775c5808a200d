//! The owner's decision.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;
use url::form_urlencoded;
use uuid::Uuid;

use super::authorize_request::Selection;
use super::ending::{ConnectError, Ending};
use super::grant_screen::screen;
use super::session::ConnectSession;
use super::sessions::at_step;
use super::step::Step;
use crate::simulation::Simulation;
use crate::world::{Grant, World};

/// "Allow access" and "Deny access".
pub(super) async fn decide(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Grant, |world, session| {
        let form = GrantForm::read(&form);
        if form.field("decision") == Some("deny") {
            return session.finish(Ending::Failed(ConnectError::plain("access_denied")));
        }
        match form.grant(&simulation, world, session) {
            Ok(user_id) => {
                let ending = granted(&simulation, world, session, user_id.to_string());
                session.finish(ending)
            }
            Err(words) => screen(
                world,
                session,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(words),
            ),
        }
    })
}

/// The successful ending of a session, for a user id that is the owner's, or forged.
pub(super) fn granted(
    simulation: &Simulation,
    world: &World,
    session: &ConnectSession,
    user_id: String,
) -> Ending {
    let email = session.owner.as_ref().map(|owner| &owner.email);
    let has_code = session.request.returns_code && !world.quirks.of(email).withhold_code;
    Ending::Granted {
        user_id,
        code: has_code.then(|| simulation.random_uuid().to_string()),
        external_id: session.request.external_id.echo().map(str::to_owned),
    }
}

/// The fields of the grant screen; boxes of one name come several times.
pub(super) struct GrantForm(Vec<(String, String)>);

impl GrantForm {
    pub(super) fn read(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    pub(super) fn field(&self, name: &'static str) -> Option<&str> {
        self.all(name).next()
    }

    fn all(&self, name: &'static str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Records what is ticked, as far as it was offered; the owner's user id, or a complaint.
    pub(super) fn grant(
        &self,
        simulation: &Simulation,
        world: &mut World,
        session: &ConnectSession,
    ) -> Result<Uuid, &'static str> {
        let owner = session.owner.as_ref().ok_or("Log in first.")?;
        let vehicles: Vec<Uuid> = self
            .all("vehicle")
            .filter_map(|id| Uuid::parse_str(id).ok())
            .filter(|id| owner.vehicles.contains(id))
            .collect();
        if vehicles.is_empty() {
            return Err("Choose at least one car.");
        }
        if vehicles.len() > 1 && session.request.selection != Selection::Many {
            return Err("Choose one car only.");
        }
        let permissions: Vec<String> = session
            .request
            .permissions
            .iter()
            .filter(|wanted| {
                wanted.is_required || self.all("permission").any(|ticked| ticked == wanted.name)
            })
            .map(|permission| permission.name.clone())
            .collect();
        if permissions.is_empty() {
            return Err("Choose at least one permission.");
        }
        let grant = Grant {
            user_id: owner.user_id,
            vehicles: &vehicles,
            permissions: &permissions,
            external_id: &session.request.external_id,
        };
        let now = simulation.now(world);
        world.record_grant(&grant, now, simulation.entropy());
        Ok(owner.user_id)
    }
}
