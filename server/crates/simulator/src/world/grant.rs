//! What happens when an owner allows access.

use time::OffsetDateTime;
use uuid::Uuid;

use super::{Connection, ExternalIdChange, World};
use crate::entropy::{Entropy, random_uuid};

/// An owner's decision: these vehicles, these permissions.
#[derive(Debug)]
pub(crate) struct Grant<'a> {
    pub(crate) user_id: Uuid,
    pub(crate) vehicles: &'a [Uuid],
    pub(crate) permissions: &'a [String],
    pub(crate) external_id: &'a ExternalIdChange,
}

impl World {
    /// Makes a connection for each vehicle, or renews the one there is, and stores the external id
    /// on the user (reference 12.2). Returns the connections' ids.
    pub(crate) fn record_grant(
        &mut self,
        grant: &Grant<'_>,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Vec<Uuid> {
        if let Some(user) = self.users.get_mut(&grant.user_id) {
            let quirks = self.quirks.of(Some(&user.email));
            user.must_log_in_again = false;
            user.change_external_id(grant.external_id, quirks);
        }
        let mut ids = Vec::new();
        for vehicle_id in grant.vehicles {
            let Some(vehicle) = self.vehicles.get(vehicle_id) else {
                continue;
            };
            let permissions = grant
                .permissions
                .iter()
                .filter(|permission| vehicle.details.capability.offers(permission))
                .cloned()
                .collect();
            let existing = self.connections.iter_mut().find(|connection| {
                connection.user_id == grant.user_id && connection.vehicle_id == *vehicle_id
            });
            if let Some(connection) = existing {
                connection.permissions = permissions;
                connection.updated_at = now;
                ids.push(connection.id);
            } else {
                let id = random_uuid(entropy);
                self.connections.push(Connection {
                    id,
                    user_id: grant.user_id,
                    vehicle_id: *vehicle_id,
                    permissions,
                    created_at: now,
                    updated_at: now,
                });
                ids.push(id);
            }
        }
        ids
    }
}
