//! Subscribing vehicles, and ending that with their connections.

use time::OffsetDateTime;
use uuid::Uuid;

use super::book::WebhookBook;
use super::settings::Subscribe;
use super::subscription::{Subscription, SubscriptionProblem};
use super::watch::Looker;
use crate::entropy::{Entropy, random_uuid};
use crate::world::{Connection, Mode, World};

impl WebhookBook {
    /// Ends the subscriptions whose connections have ended.
    pub(super) fn forget_disconnected(&mut self, world: &World) {
        self.subscriptions.retain(|subscription| {
            let connection = world.connection_of(subscription.user_id, subscription.vehicle_id);
            connection.is_some()
        });
    }

    /// Subscribes what was connected since the last look, where that is done automatically.
    pub(super) fn subscribe_newly_connected(&mut self, world: &World, looker: Looker<'_>) {
        for connection in &world.connections {
            let can_be = can_be_subscribed(world, connection);
            let mut wanting = Vec::new();
            for webhook in &mut self.webhooks {
                let is_new = webhook.known_connections.insert(connection.id);
                if is_new && can_be && webhook.subscribe == Subscribe::Automatically {
                    wanting.push(webhook.id);
                }
            }
            for webhook_id in wanting {
                let (user_id, vehicle_id) = (connection.user_id, connection.vehicle_id);
                if self.find(webhook_id, user_id, vehicle_id).is_none() {
                    let id = random_uuid(looker.entropy);
                    let made = Subscription::new(id, webhook_id, user_id, vehicle_id, looker.now);
                    self.subscriptions.push(made);
                }
            }
        }
    }

    fn find(&self, webhook_id: Uuid, user_id: Uuid, vehicle_id: Uuid) -> Option<&Subscription> {
        self.subscriptions.iter().find(|known| {
            (known.webhook_id, known.user_id, known.vehicle_id) == (webhook_id, user_id, vehicle_id)
        })
    }
}

/// Whether simulated vehicles can be is unknown (reference 13.9).
fn can_be_subscribed(world: &World, connection: &Connection) -> bool {
    let vehicle = world.vehicles.get(&connection.vehicle_id);
    let quirks = world.quirks.of(world.account_of(connection.user_id));
    !quirks.refuse_simulated_subscriptions
        || vehicle.is_some_and(|vehicle| vehicle.mode == Mode::Live)
}

impl World {
    /// Subscribes a vehicle of a user; the id of the subscription.
    pub(crate) fn subscribe(
        &mut self,
        webhook_id: Uuid,
        user_id: Uuid,
        vehicle_id: Uuid,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Result<Uuid, SubscriptionProblem> {
        if self.webhooks.webhook(webhook_id).is_none() {
            return Err(SubscriptionProblem::NoWebhook);
        }
        let connection = self
            .connection_of(user_id, vehicle_id)
            .ok_or(SubscriptionProblem::NotConnected)?;
        if !can_be_subscribed(self, connection) {
            return Err(SubscriptionProblem::Simulated);
        }
        if self
            .webhooks
            .find(webhook_id, user_id, vehicle_id)
            .is_some()
        {
            return Err(SubscriptionProblem::AlreadyThere);
        }
        let id = random_uuid(entropy);
        let made = Subscription::new(id, webhook_id, user_id, vehicle_id, now);
        self.webhooks.subscriptions.push(made);
        Ok(id)
    }
}
