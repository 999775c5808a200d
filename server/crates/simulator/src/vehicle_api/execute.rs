//! Carrying a command out: at once, or while a `202` waits for its result (reference 5).

use std::io;
use std::sync::Arc;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures::stream;
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::ApiError;
use crate::command::{
    Answer, CommandKind, Conclusion, Execution, LostWhen, Parameters, Scenario, Seen, Slow,
    obstacle_of,
};
use crate::fault::{Gate, SeverableConnection, drop_connection};
use crate::quirks::Quirks;
use crate::simulation::Simulation;
use crate::world::Vehicle;

/// A command that may be sent to the car.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) id: String,
    pub(super) vehicle_id: Uuid,
    pub(super) kind: CommandKind,
    pub(super) parameters: Parameters,
    pub(super) scenario: Option<Scenario>,
    pub(super) gate: Gate,
    pub(super) sent: OffsetDateTime,
    pub(super) quirks: Quirks,
    pub(super) request_id: Uuid,
}

/// What the car, or its maker, said.
enum Outcome {
    Done(Value),
    Refused(ApiError),
    Lost,
}

pub(super) async fn execute(
    simulation: Arc<Simulation>,
    job: Job,
    connection: Option<SeverableConnection>,
) -> Response {
    if let Some(slow) = job.scenario.as_ref().and_then(|scenario| scenario.slow) {
        return accepted(simulation, job, slow, connection);
    }
    match job.carry_out(&simulation) {
        Outcome::Done(body) => Json(body).into_response(),
        Outcome::Refused(error) => error.into_response(),
        Outcome::Lost => drop_connection(connection.as_ref()),
    }
}

/// A `202`: its head goes out at once, its body when the result is there. The car goes on with it
/// even if the client goes away.
fn accepted(
    simulation: Arc<Simulation>,
    job: Job,
    slow: Slow,
    connection: Option<SeverableConnection>,
) -> Response {
    let (sender, receiver) = oneshot::channel();
    tokio::spawn(async move {
        job.wait(&simulation, slow).await;
        let shape = job
            .scenario
            .as_ref()
            .and_then(|scenario| scenario.error_shape)
            .unwrap_or(job.quirks.slow_error_shape);
        let result = match job.carry_out(&simulation) {
            Outcome::Done(body) => Ok(Bytes::from(body.to_string())),
            Outcome::Refused(error) => {
                let body = error.body_in_shape(job.request_id, shape);
                Ok(Bytes::from(body.to_string()))
            }
            Outcome::Lost => {
                if let Some(connection) = &connection {
                    connection.sever();
                }
                Err(io::Error::from(io::ErrorKind::ConnectionAborted))
            }
        };
        // Nobody listens any more where the client went away.
        let _ = sender.send(result);
    });
    let result = async move {
        let gone = |_| Err(io::Error::from(io::ErrorKind::ConnectionAborted));
        receiver.await.unwrap_or_else(gone)
    };
    let mut response = Response::new(Body::from_stream(stream::once(result)));
    *response.status_mut() = StatusCode::ACCEPTED;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

impl Job {
    async fn wait(&self, simulation: &Simulation, slow: Slow) {
        let time = async {
            match slow {
                Slow::Held => std::future::pending().await,
                Slow::AfterSeconds(seconds) => {
                    let seconds = i64::try_from(seconds).unwrap_or(i64::from(u32::MAX));
                    simulation
                        .until(self.sent + Duration::seconds(seconds))
                        .await;
                }
            }
        };
        tokio::select! {
            () = time => {}
            () = self.gate.pass() => {}
            () = simulation.stopping().cancelled() => {}
        }
    }

    /// Asks the car, or does what the scenario says instead.
    fn carry_out(&self, simulation: &Simulation) -> Outcome {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        let Some(vehicle) = world.vehicles.get_mut(&self.vehicle_id) else {
            return Outcome::Refused(ApiError::not_found("There is no such vehicle."));
        };
        vehicle.settle(now);
        let answer = self
            .scenario
            .as_ref()
            .and_then(|scenario| scenario.answer.clone());
        let obstacle = || obstacle_of(self.kind, &vehicle.expected_car());
        let refusal = match &answer {
            Some(Answer::Refused(fault)) => {
                let detail = "The command was refused, as the simulator was told.";
                Some(fault.clone().api_error(detail))
            }
            Some(Answer::Success | Answer::Lost(_)) => None,
            None => obstacle().map(ApiError::vehicle_state),
        };
        if let Some(error) = refusal {
            let conclusion = Conclusion::Refused(error.words());
            vehicle.commands.conclude(&self.id, conclusion);
            return Outcome::Refused(error);
        }
        match answer {
            Some(Answer::Lost(LostWhen::BeforeEffect)) => {
                let conclusion = Conclusion::Lost { is_done: false };
                vehicle.commands.conclude(&self.id, conclusion);
                Outcome::Lost
            }
            Some(Answer::Lost(LostWhen::AfterEffect)) => {
                self.take_effect(vehicle, now, Conclusion::Lost { is_done: true });
                Outcome::Lost
            }
            _ => {
                self.take_effect(vehicle, now, Conclusion::Succeeded);
                Outcome::Done(self.execution(now).json(&self.quirks))
            }
        }
    }

    fn take_effect(&self, vehicle: &mut Vehicle, now: OffsetDateTime, conclusion: Conclusion) {
        let seen: Option<Seen> = self.scenario.as_ref().and_then(|scenario| scenario.seen);
        let effect = self.parameters.effect.clone();
        vehicle.commands.expect(&self.id, effect, now, seen);
        vehicle.commands.conclude(&self.id, conclusion);
        vehicle.settle(now);
    }

    fn execution(&self, completed: OffsetDateTime) -> Execution<'_> {
        Execution {
            id: &self.id,
            vehicle_id: self.vehicle_id,
            kind: self.kind,
            parameters: &self.parameters,
            executed: self.sent,
            completed,
        }
    }
}
