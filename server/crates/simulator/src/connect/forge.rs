//! The forged callback (reference 1.7 and 12.9).

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::grant_form::{GrantForm, granted};
use super::grant_screen::screen;
use super::sessions::at_step;
use super::step::Step;
use crate::simulation::Simulation;

/// Grants access for the owner, as a real attacker's own car would, and returns with another id.
pub(super) async fn return_forged(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Grant, |world, session| {
        let form = GrantForm::read(&form);
        let named =
            ["other_user_id", "known_user"].map(|name| form.field(name).unwrap_or_default());
        let forged = named
            .into_iter()
            .map(str::trim)
            .find(|user_id| !user_id.is_empty());
        let outcome = match forged {
            None => Err("Say which user id to return with."),
            Some(forged) => form
                .grant(&simulation, world, session)
                .map(|_| forged.to_owned()),
        };
        match outcome {
            Ok(forged) => {
                let ending = granted(&simulation, world, session, forged);
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
