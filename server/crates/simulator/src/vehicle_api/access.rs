//! Who may ask a car (reference 4.2, 5 and 13.4).

use axum::http::{HeaderMap, StatusCode};
use time::OffsetDateTime;
use uuid::Uuid;

use super::ApiError;
use super::identifier::{identifier, user_of};
use crate::limit::Exceeded;
use crate::quirks::{Quirks, UnknownUserStatus};
use crate::simulation::Simulation;
use crate::world::World;

/// What a vehicle may be asked a month where its limits are on (reference 7.3: "by plan, e.g. 500").
pub(crate) const MONTHLY_ALLOWANCE: u32 = 500;

/// A user's connection to a vehicle, as a request names them.
#[derive(Debug)]
pub(super) struct Access {
    pub(super) vehicle_id: Uuid,
    pub(super) user_id: Uuid,
    permissions: Vec<String>,
    /// Where the owner has to log in again: the beginning of the way there.
    pub(super) reauthentication_url: Option<String>,
    pub(super) quirks: Quirks,
}

impl Access {
    /// The vehicle in the path, for the user in `sc-user-id`.
    pub(super) fn read(
        simulation: &Simulation,
        world: &World,
        vehicle_id: &str,
        headers: &HeaderMap,
    ) -> Result<Self, ApiError> {
        let user_id =
            user_of(headers)?.ok_or_else(|| ApiError::missing_parameter("missing userId"))?;
        let vehicle_id = identifier("the vehicle id", vehicle_id)?;
        let vehicle = world
            .connected_vehicle(vehicle_id)
            .ok_or_else(|| ApiError::not_found("There is no such vehicle."))?;
        let quirks = world.quirks.of(world.account_of(vehicle.owner)).clone();
        let connection = world
            .connections
            .iter()
            .find(|known| known.vehicle_id == vehicle_id && known.user_id == user_id);
        let Some(connection) = connection else {
            return Err(stranger(&quirks));
        };
        let must_log_in_again = world
            .users
            .get(&user_id)
            .is_some_and(|user| user.must_log_in_again);
        Ok(Self {
            vehicle_id,
            user_id,
            permissions: connection.permissions.clone(),
            reauthentication_url: must_log_in_again
                .then(|| reauthentication_url(simulation, vehicle_id)),
            quirks,
        })
    }

    pub(super) fn has(&self, permission: &str) -> bool {
        self.permissions.iter().any(|granted| granted == permission)
    }

    pub(super) fn require(&self, permission: &str) -> Result<(), ApiError> {
        if self.has(permission) {
            Ok(())
        } else {
            let detail = format!("The owner has not granted {permission}.");
            Err(ApiError::not_permitted(detail, &self.quirks))
        }
    }

    /// Counts a request against the vehicle's limits.
    pub(super) fn spend(
        &self,
        world: &mut World,
        cost: u32,
        now: OffsetDateTime,
    ) -> Result<(), ApiError> {
        let usual = world.limit.is_on.then_some(MONTHLY_ALLOWANCE);
        let Some(vehicle) = world.vehicles.get_mut(&self.vehicle_id) else {
            return Ok(());
        };
        vehicle
            .limits
            .take(cost, usual, now)
            .map_err(|exceeded| match exceeded {
                Exceeded::Monthly => ApiError::new(
                    StatusCode::from_u16(430).unwrap_or(StatusCode::TOO_MANY_REQUESTS),
                    "BILLING",
                    "VEHICLE_REQUEST_LIMIT",
                    "The vehicle has been asked as often as the plan allows in a month.",
                ),
                Exceeded::Throttle(seconds) => ApiError::new(
                    StatusCode::TOO_MANY_REQUESTS,
                    "RATE_LIMIT",
                    "VEHICLE",
                    "The vehicle has been asked too often.",
                )
                .retry_after(Some(seconds)),
            })
    }
}

fn stranger(quirks: &Quirks) -> ApiError {
    match quirks.unconnected_user_status {
        Some(UnknownUserStatus::NotFound) => ApiError::not_found("The user has no such vehicle."),
        None | Some(UnknownUserStatus::Forbidden) => {
            ApiError::not_permitted("The user has not connected this vehicle.", quirks)
        }
    }
}

/// The re-authentication URL without what only the application knows: `redirect_uri` and `state`
/// (reference 1.5).
fn reauthentication_url(simulation: &Simulation, vehicle_id: Uuid) -> String {
    let mut url = simulation.origin().clone();
    url.set_path("/oauth/reauthenticate");
    url.query_pairs_mut()
        .append_pair("response_type", "vehicle_id")
        .append_pair("client_id", &simulation.settings().application_id)
        .append_pair("vehicle_id", &vehicle_id.to_string());
    url.into()
}
