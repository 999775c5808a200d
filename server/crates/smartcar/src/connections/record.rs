//! A connection as it is on the wire (reference 3).

use serde::Deserialize;
use time::OffsetDateTime;

use crate::{
    Connection, ConnectionId, ExternalId, Permission, UnknownAttributes, UserId, VehicleAttributes,
    VehicleId, decode::lenient,
};

#[derive(Deserialize)]
pub(super) struct ConnectionRecord {
    #[serde(deserialize_with = "lenient::identifier")]
    id: ConnectionId,
    #[serde(default, deserialize_with = "lenient::nullable")]
    attributes: Attributes,
    #[serde(default, deserialize_with = "lenient::nullable")]
    relationships: Relationships,
    #[serde(default, deserialize_with = "lenient::nullable")]
    meta: Meta,
}

#[derive(Default, Deserialize)]
struct Attributes {
    #[serde(default, deserialize_with = "lenient::words")]
    permissions: Vec<Permission>,
    #[serde(default, deserialize_with = "lenient::nullable")]
    vehicle: VehicleAttributes,
    #[serde(default, deserialize_with = "lenient::nullable")]
    user: User,
    #[serde(flatten)]
    extra: UnknownAttributes,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    #[serde(default, deserialize_with = "lenient::optional_identifier")]
    id: Option<UserId>,
    #[serde(default, deserialize_with = "lenient::optional_identifier")]
    external_id: Option<ExternalId>,
}

#[derive(Default, Deserialize)]
struct Relationships {
    #[serde(default, deserialize_with = "lenient::nullable")]
    vehicle: Relationship<VehicleId>,
    #[serde(default, deserialize_with = "lenient::nullable")]
    user: Relationship<UserId>,
}

#[derive(Deserialize)]
#[serde(bound = "Id: From<String>")]
struct Relationship<Id> {
    #[serde(default = "none", deserialize_with = "lenient::nullable")]
    data: Option<Target<Id>>,
}

#[derive(Deserialize)]
#[serde(bound = "Id: From<String>")]
struct Target<Id> {
    #[serde(default = "none", deserialize_with = "lenient::optional_identifier")]
    id: Option<Id>,
}

// Not derived, since that would ask for a default identifier.
impl<Id> Default for Relationship<Id> {
    fn default() -> Self {
        Self { data: None }
    }
}

fn none<T>() -> Option<T> {
    None
}

impl<Id> Relationship<Id> {
    fn into_id(self) -> Option<Id> {
        self.data?.id
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
    #[serde(default, deserialize_with = "lenient::timestamp")]
    created_at: Option<OffsetDateTime>,
    #[serde(default, deserialize_with = "lenient::timestamp")]
    updated_at: Option<OffsetDateTime>,
}

impl From<ConnectionRecord> for Connection {
    fn from(record: ConnectionRecord) -> Self {
        let attributes = record.attributes;
        Self {
            id: record.id,
            permissions: attributes.permissions,
            vehicle: attributes.vehicle,
            vehicle_id: record.relationships.vehicle.into_id(),
            user_id: attributes.user.id,
            related_user_id: record.relationships.user.into_id(),
            external_id: attributes.user.external_id,
            created_at: record.meta.created_at,
            updated_at: record.meta.updated_at,
            extra: attributes.extra,
        }
    }
}
