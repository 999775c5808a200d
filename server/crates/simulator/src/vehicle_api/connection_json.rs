//! A connection as JSON (reference 3).

use serde_json::{Value, json};
use url::Url;

use crate::instant::timestamp;
use crate::world::{Connection, World};

/// The connection resource, with the deviations that hold for its account.
pub(super) fn connection_json(world: &World, connection: &Connection, origin: &Url) -> Value {
    let quirks = world.quirks.of(world.account_of(connection.user_id));
    let user = world.users.get(&connection.user_id);
    let external_id = user.and_then(|user| user.visible_external_id(quirks));
    let vehicle_id = connection.vehicle_id;
    let mut resource = json!({
        "id": connection.id,
        "type": "connection",
        "attributes": {
            "permissions": connection.permissions,
            "vehicle": world.vehicles.get(&vehicle_id).map(|vehicle| json!({
                "make": vehicle.details.brand.make,
                "model": vehicle.details.model,
                "year": vehicle.details.year,
                "mode": vehicle.mode.name(),
                "powertrainType": vehicle.details.powertrain.name(),
            })),
            "user": { "id": connection.user_id },
        },
        "relationships": {
            "vehicle": {
                "data": { "id": vehicle_id, "type": "vehicle" },
                "links": { "related": format!("{origin}v3/vehicles/{vehicle_id}") },
            },
            "user": { "data": { "id": connection.user_id, "type": "user" } },
        },
        "meta": {
            "createdAt": timestamp(connection.created_at, quirks),
            "updatedAt": timestamp(connection.updated_at, quirks),
        },
        "links": { "self": format!("{origin}v3/connections/{}", connection.id) },
    });
    let attributes = &mut resource["attributes"];
    if let Some(external_id) = external_id {
        attributes["user"]["externalId"] = external_id.into();
    }
    if quirks.string_year {
        attributes["vehicle"]["year"] = year_as_text(&attributes["vehicle"]["year"]);
    }
    if quirks.omit_user_attributes
        && let Some(attributes) = attributes.as_object_mut()
    {
        attributes.remove("user");
    }
    resource
}

/// The year as the January 2026 fixtures have it (reference 4.1).
pub(super) fn year_as_text(year: &Value) -> Value {
    Value::String(year.to_string())
}
