//! The tie between an owner and a vehicle.

use serde::Deserialize;
use time::OffsetDateTime;

use super::record::ConnectionRecord;
use crate::{
    ConnectionId, ExternalId, Permission, UnknownAttributes, UserId, VehicleAttributes, VehicleId,
};

/// The tie between an owner and a vehicle (reference 3). Smartcar may leave out anything but the
/// identifier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "ConnectionRecord")]
#[non_exhaustive]
pub struct Connection {
    /// The identifier.
    pub id: ConnectionId,
    /// What the owner granted, which may be less than was asked for.
    pub permissions: Vec<Permission>,
    /// What the vehicle is.
    pub vehicle: VehicleAttributes,
    /// The vehicle, by `relationships.vehicle`.
    pub vehicle_id: Option<VehicleId>,
    /// The owner, by `attributes.user.id`.
    pub user_id: Option<UserId>,
    /// The owner, by `relationships.user`.
    pub related_user_id: Option<UserId>,
    /// The external id of the owner's last Connect session, by `attributes.user.externalId`.
    pub external_id: Option<ExternalId>,
    /// When the connection was made.
    pub created_at: Option<OffsetDateTime>,
    /// When it was last changed.
    pub updated_at: Option<OffsetDateTime>,
    /// Whatever else stood in its attributes.
    pub extra: UnknownAttributes,
}

impl Connection {
    /// Whether Smartcar says that this connection is `user_id`'s and was made in a Connect session
    /// that carried `external_id`.
    ///
    /// This is the check of reference 1.7, step 4: the `user_id` of a Connect redirect is a plain
    /// query parameter, which anybody can write, and a list that Smartcar was asked to filter may
    /// come back unfiltered. So, of what Smartcar itself returned:
    ///
    /// - `attributes.user.externalId` must equal `external_id`;
    /// - it must be `user_id`'s, by [`is_of`](Self::is_of).
    ///
    /// Whatever is missing beyond that, or empty, makes it `false`.
    pub fn belongs_to(&self, user_id: &UserId, external_id: &ExternalId) -> bool {
        !external_id.as_str().is_empty()
            && self.external_id.as_ref() == Some(external_id)
            && self.is_of(user_id)
    }

    /// Whether Smartcar names `user_id`, and nobody else, as the owner: `attributes.user.id` and
    /// `relationships.user.data.id` must each equal it or be absent, and one of them must be there.
    pub fn is_of(&self, user_id: &UserId) -> bool {
        let mut named = [&self.user_id, &self.related_user_id]
            .into_iter()
            .flatten()
            .peekable();
        !user_id.as_str().is_empty()
            && named.peek().is_some()
            && named.all(|named| named == user_id)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use time::macros::datetime;

    use super::Connection;
    use crate::{ExternalId, Mode, Permission, PowertrainType, UserId, VehicleId, decode};

    const RECORDED: &str = include_str!("../../tests/fixtures/connection.json");

    fn read(item: Value) -> Connection {
        decode::item(item).unwrap()
    }

    #[test]
    fn every_field_of_the_recorded_connection() {
        let connection: Connection = decode::resource(RECORDED.as_bytes()).unwrap();
        let user = UserId::new("0c0ffee0-2222-4222-8222-000000000002");
        assert_eq!(
            connection.id.as_str(),
            "0c0ffee0-1111-4111-8111-000000000001"
        );
        assert_eq!(
            connection.permissions,
            ["read_vehicle_info", "read_odometer"].map(Permission::from)
        );
        assert_eq!(connection.vehicle.make.as_deref(), Some("TESLA"));
        assert_eq!(connection.vehicle.model.as_deref(), Some("Model S"));
        assert_eq!(connection.vehicle.year, Some(2014));
        assert_eq!(connection.vehicle.mode, Some(Mode::Live));
        assert_eq!(
            connection.vehicle.powertrain_type,
            Some(PowertrainType::BatteryElectric)
        );
        assert_eq!(
            connection.vehicle_id,
            Some(VehicleId::new("0c0ffee0-3333-4333-8333-000000000003"))
        );
        assert_eq!(connection.user_id.as_ref(), Some(&user));
        assert_eq!(connection.related_user_id.as_ref(), Some(&user));
        assert_eq!(
            connection.external_id,
            Some(ExternalId::new("session-4f1d"))
        );
        assert_eq!(
            connection.created_at,
            Some(datetime!(2025-05-03 02:45:45.349 UTC))
        );
        assert_eq!(
            connection.updated_at,
            Some(datetime!(2026-06-21 02:56:21.13 UTC))
        );
        assert!(connection.extra.as_map().is_empty());
        let shown = format!("{connection:?}");
        assert!(!shown.contains(user.as_str()) && !shown.contains("session-4f1d"));
    }

    #[test]
    fn a_bare_identifier_is_a_connection_of_which_nothing_is_known() {
        for item in [
            json!({"id": "c-1"}),
            json!({"id": "c-1", "attributes": null, "relationships": null, "meta": null}),
            json!({"id": "c-1", "attributes": {"user": null, "vehicle": null, "permissions": null},
                "relationships": {"user": {"data": null}, "vehicle": {}}, "meta": {"createdAt": []}}),
        ] {
            let connection = read(item.clone());
            assert_eq!(connection.permissions, []);
            assert_eq!(connection.vehicle_id, None);
            assert_eq!(connection.user_id, None);
            assert_eq!(connection.related_user_id, None);
            assert_eq!(connection.external_id, None);
            assert_eq!(connection.created_at, None, "{item}");
        }
    }

    #[test]
    fn unknown_attributes_are_kept_and_not_shown() {
        let connection = read(json!({"id": "c-1", "attributes": {"nickname": "Otto"}}));
        assert_eq!(connection.extra.get("nickname"), Some(&json!("Otto")));
        assert!(!format!("{connection:?}").contains("Otto"));
    }

    #[test]
    fn an_owner_that_is_not_a_text_is_refused_rather_than_overlooked() {
        for item in [
            json!({"id": "c-1", "attributes": {"user": {"id": 7}}}),
            json!({"id": "c-1", "attributes": {"user": {"externalId": ["e"]}}}),
            json!({"id": "c-1", "relationships": {"user": {"data": {"id": {}}}}}),
            json!({"id": "c-1", "attributes": {"user": "u"}}),
        ] {
            assert!(decode::item::<Connection>(item.clone()).is_err(), "{item}");
        }
    }

    #[test]
    fn it_belongs_to_whom_smartcar_says_and_to_nobody_else() {
        let ask = |attribute: Option<&str>, relation: Option<&str>, external: Option<&str>| {
            read(json!({
                "id": "c-1",
                "attributes": {"user": {"id": attribute, "externalId": external}},
                "relationships": {"user": {"data": {"id": relation}}},
            }))
            .belongs_to(&UserId::new("u"), &ExternalId::new("e"))
        };
        let (user, other, external) = (Some("u"), Some("v"), Some("e"));
        assert!(ask(user, user, external));
        assert!(ask(user, None, external));
        assert!(ask(None, user, external));

        assert!(!ask(None, None, external));
        assert!(!ask(other, user, external));
        assert!(!ask(user, other, external));
        assert!(!ask(other, other, external));
        assert!(!ask(other, None, external));
        assert!(!ask(None, other, external));
        for wrong in [None, Some(""), Some("f"), Some("E"), Some("e ")] {
            assert!(!ask(user, user, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn empty_belongs_to_nobody() {
        let mut connection = read(json!({"id": "c-1"}));
        connection.user_id = Some(UserId::new(""));
        connection.external_id = Some(ExternalId::new(""));
        assert!(!connection.belongs_to(&UserId::new(""), &ExternalId::new("")));
    }
}
