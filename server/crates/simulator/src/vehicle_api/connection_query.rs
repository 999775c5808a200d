//! The query of `GET /connections` (reference 3).

use axum::http::HeaderMap;
use uuid::Uuid;

use super::ApiError;
use super::identifier::{identifier, user_of};
use super::paging::{Page, connections_size};
use crate::quirks::Quirks;
use crate::strict_query::StrictQuery;
use crate::world::{Connection, Mode, World};

/// What a listing asks for.
#[derive(Debug)]
pub(super) struct ConnectionQuery {
    user_id: Option<Uuid>,
    /// The user of the `sc-user-id` header, which narrows like a filter.
    pub(super) header_user_id: Option<Uuid>,
    vehicle_id: Option<Uuid>,
    mode: Mode,
    external_id: Option<String>,
    pub(super) page: Page,
}

impl ConnectionQuery {
    pub(super) fn read(
        query: Option<&str>,
        headers: &HeaderMap,
        quirks: &Quirks,
    ) -> Result<Self, ApiError> {
        let query = StrictQuery::parse(query.unwrap_or_default().as_bytes())
            .map_err(|doubled| ApiError::invalid_input(doubled.to_string()))?;
        let known = [
            "filter[userId]",
            "filter[vehicleId]",
            "filter[vehicle.mode]",
            "filter[user.externalId]",
            "page[number]",
            "page[size]",
        ];
        query.refuse_others(&known, quirks)?;
        let id = |name| {
            query
                .get(name)
                .map(|text| identifier(name, text))
                .transpose()
        };
        let mode = query.get("filter[vehicle.mode]").unwrap_or("live");
        Ok(Self {
            user_id: id("filter[userId]")?,
            header_user_id: user_of(headers)?,
            vehicle_id: id("filter[vehicleId]")?,
            mode: Mode::parse(mode).ok_or_else(|| {
                ApiError::invalid_input("filter[vehicle.mode] must be live or simulated")
            })?,
            external_id: query.get("filter[user.externalId]").map(str::to_owned),
            page: Page::read(&query, connections_size(quirks))?,
        })
    }

    /// Whether a connection passes every filter but the one for the external id.
    pub(super) fn concerns(&self, world: &World, connection: &Connection) -> bool {
        let user_matches = |wanted: Option<Uuid>| wanted.is_none_or(|id| id == connection.user_id);
        let mode = world
            .vehicles
            .get(&connection.vehicle_id)
            .map(|vehicle| vehicle.mode);
        user_matches(self.user_id)
            && user_matches(self.header_user_id)
            && self.vehicle_id.is_none_or(|id| id == connection.vehicle_id)
            && mode == Some(self.mode)
    }

    /// Whether a connection passes the filter for the external id.
    pub(super) fn external_id_matches(&self, world: &World, connection: &Connection) -> bool {
        let Some(wanted) = &self.external_id else {
            return true;
        };
        let user = world.users.get(&connection.user_id);
        let quirks = world.quirks.of(user.map(|user| &user.email));
        quirks.ignore_external_id_filter
            || user.and_then(|user| user.visible_external_id(quirks)) == Some(wanted)
    }

    /// The filters as the answer's links repeat them, the default filled in.
    pub(super) fn filters(&self) -> Vec<(&'static str, String)> {
        let optional = |name, value: Option<String>| value.map(|value| (name, value));
        [
            optional("filter[userId]", self.user_id.map(|id| id.to_string())),
            optional(
                "filter[vehicleId]",
                self.vehicle_id.map(|id| id.to_string()),
            ),
            optional("filter[vehicle.mode]", Some(self.mode.name().to_owned())),
            optional("filter[user.externalId]", self.external_id.clone()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
