//! The query of `GET /subscriptions` (reference 8).

use uuid::Uuid;

use super::ApiError;
use super::identifier::identifier;
use super::paging::{MANAGEMENT_SIZE, Page};
use crate::quirks::Quirks;
use crate::strict_query::StrictQuery;
use crate::webhook::Subscription;
use crate::world::{Mode, World};

const USER: &str = "filter[userId]";
const WEBHOOK: &str = "filter[webhookId]";
const VEHICLE: &str = "filter[vehicleId]";
const MODE: &str = "filter[vehicle.mode]";

/// What a listing asks for. No mode is a default here.
#[derive(Debug)]
pub(super) struct SubscriptionQuery {
    user_id: Option<Uuid>,
    webhook_id: Option<Uuid>,
    vehicle_id: Option<Uuid>,
    mode: Option<Mode>,
    pub(super) page: Page,
}

impl SubscriptionQuery {
    pub(super) fn read(query: Option<&str>, quirks: &Quirks) -> Result<Self, ApiError> {
        let query = StrictQuery::parse(query.unwrap_or_default().as_bytes())
            .map_err(|doubled| ApiError::invalid_input(doubled.to_string()))?;
        let known = [USER, WEBHOOK, VEHICLE, MODE, "page[number]", "page[size]"];
        query.refuse_others(&known, quirks)?;
        let id = |name| {
            query
                .get(name)
                .map(|text| identifier(name, text))
                .transpose()
        };
        let mode = query.get(MODE).map(|text| {
            let words = "filter[vehicle.mode] must be live or simulated";
            Mode::parse(text).ok_or_else(|| ApiError::invalid_input(words))
        });
        Ok(Self {
            user_id: id(USER)?,
            webhook_id: id(WEBHOOK)?,
            vehicle_id: id(VEHICLE)?,
            mode: mode.transpose()?,
            page: Page::read(&query, MANAGEMENT_SIZE)?,
        })
    }

    pub(super) fn concerns(&self, world: &World, subscription: &Subscription) -> bool {
        let vehicle = world.vehicles.get(&subscription.vehicle_id);
        self.user_id.is_none_or(|id| id == subscription.user_id)
            && self
                .webhook_id
                .is_none_or(|id| id == subscription.webhook_id)
            && self
                .vehicle_id
                .is_none_or(|id| id == subscription.vehicle_id)
            && self
                .mode
                .is_none_or(|mode| vehicle.is_some_and(|vehicle| vehicle.mode == mode))
    }

    /// The filters as the answer's links repeat them.
    pub(super) fn filters(&self) -> Vec<(&'static str, String)> {
        let id = |name, id: Option<Uuid>| id.map(|id| (name, id.to_string()));
        [
            id(USER, self.user_id),
            id(WEBHOOK, self.webhook_id),
            id(VEHICLE, self.vehicle_id),
            self.mode.map(|mode| (MODE, mode.name().to_owned())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
