//! Connections: a user's grant for a vehicle (reference 3).

use time::OffsetDateTime;
use uuid::Uuid;

use super::World;

/// A connection.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    pub(crate) id: Uuid,
    pub(crate) user_id: Uuid,
    pub(crate) vehicle_id: Uuid,
    /// What was granted, which may be less than was asked for.
    pub(crate) permissions: Vec<String>,
    pub(crate) created_at: OffsetDateTime,
    pub(crate) updated_at: OffsetDateTime,
}

impl World {
    pub(crate) fn connection(&self, id: Uuid) -> Option<&Connection> {
        self.connections
            .iter()
            .find(|connection| connection.id == id)
    }

    /// A user's connection to a vehicle.
    pub(crate) fn connection_of(&self, user_id: Uuid, vehicle_id: Uuid) -> Option<&Connection> {
        self.connections
            .iter()
            .find(|connection| (connection.user_id, connection.vehicle_id) == (user_id, vehicle_id))
    }

    /// Ends a connection; whether there was one.
    pub(crate) fn disconnect(&mut self, id: Uuid) -> bool {
        let before = self.connections.len();
        self.connections.retain(|connection| connection.id != id);
        self.connections.len() < before
    }

    /// A vehicle as the application sees it: only while somebody has connected it.
    pub(crate) fn connected_vehicle(&self, id: Uuid) -> Option<&super::Vehicle> {
        self.connections
            .iter()
            .any(|connection| connection.vehicle_id == id)
            .then(|| self.vehicles.get(&id))
            .flatten()
    }
}
