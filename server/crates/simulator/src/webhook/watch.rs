//! Looking at the subscribed cars: what an application is to be told.

use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::book::WebhookBook;
use super::definition::Webhook;
use super::mishap::Mishap;
use super::sight::Sight;
use super::state_event::Reason;
use super::subscription::Subscription;
use super::trouble::Trouble;
use crate::entropy::Entropy;
use crate::signal::StoreState;
use crate::world::World;

/// How often the cars are looked at where nobody changes anything by hand.
const INTERVAL: Duration = Duration::seconds(10);

/// What a look needs from outside the world.
#[derive(Clone, Copy)]
pub(crate) struct Looker<'a> {
    pub(crate) application_id: &'a str,
    pub(crate) entropy: &'a dyn Entropy,
    pub(crate) now: OffsetDateTime,
}

impl World {
    /// Looks at all subscribed cars, or at one, and queues what is to be told of them.
    pub(super) fn look(&mut self, only: Option<Uuid>, looker: Looker<'_>) {
        // The book is written to while the cars are looked at.
        let mut book = std::mem::take(&mut self.webhooks);
        book.forget_disconnected(self);
        book.subscribe_newly_connected(self, looker);
        let mut subscriptions = std::mem::take(&mut book.subscriptions);
        for subscription in &mut subscriptions {
            if only.is_none_or(|id| id == subscription.vehicle_id) {
                self.look_at(&mut book, subscription, looker);
            }
        }
        book.subscriptions = subscriptions;
        if only.is_none() {
            book.next_look = Some(looker.now + INTERVAL);
        }
        self.webhooks = book;
    }

    /// Whether it is time for a look of its own: the interval is over, a first delivery is due, or a
    /// command is to be seen.
    pub(super) fn is_look_due(&self, now: OffsetDateTime) -> bool {
        let book = &self.webhooks;
        let is_past = |due: Option<OffsetDateTime>| due.is_some_and(|due| due <= now);
        is_past(book.next_look)
            || book.subscriptions.iter().any(|subscription| {
                let vehicle = self.vehicles.get(&subscription.vehicle_id);
                is_past(subscription.first_due)
                    || is_past(vehicle.and_then(|vehicle| vehicle.commands.next_due()))
            })
    }

    fn look_at(
        &mut self,
        book: &mut WebhookBook,
        subscription: &mut Subscription,
        looker: Looker<'_>,
    ) {
        let Some(webhook) = book.webhook(subscription.webhook_id).cloned() else {
            return;
        };
        let first_due = subscription.first_due;
        if !webhook.is_enabled || first_due.is_some_and(|due| due > looker.now) {
            return;
        }
        let (user_id, vehicle_id) = (subscription.user_id, subscription.vehicle_id);
        if first_due.is_some() {
            self.fill_store(vehicle_id);
        }
        let Some(sight) = self.see(&webhook, user_id, vehicle_id, looker.now) else {
            return;
        };
        let troubles = subscription.troubles_to_tell(&sight);
        let reasons = subscription.reasons_to_tell(&webhook, &sight);
        for troubles in troubles.iter().filter(|troubles| !troubles.is_empty()) {
            sight.tell_troubles(book, &webhook, troubles, looker);
        }
        if !reasons.is_empty() {
            sight.tell_state(book, &webhook, &reasons, None, looker);
        }
    }

    /// A webhook makes Smartcar ask the car (reference 4.2, empty store).
    fn fill_store(&mut self, vehicle_id: Uuid) {
        if let Some(vehicle) = self.vehicles.get_mut(&vehicle_id)
            && vehicle.store.state == StoreState::Empty
        {
            vehicle.store.state = StoreState::Filled;
        }
    }

    /// Delivers what a connected car says now, whether or not anything has changed. The id in the log;
    /// `None` where there is no such webhook or no such connected car.
    pub(crate) fn tell_now(
        &mut self,
        webhook_id: Uuid,
        vehicle_id: Uuid,
        mishap: Option<Mishap>,
        looker: Looker<'_>,
    ) -> Option<Uuid> {
        let webhook = self.webhooks.webhook(webhook_id)?.clone();
        let connection = self
            .connections
            .iter()
            .find(|connection| connection.vehicle_id == vehicle_id)?;
        let user_id = connection.user_id;
        let sight = self.see(&webhook, user_id, vehicle_id, looker.now)?;
        let bodies = sight.observation.trigger_bodies(&webhook);
        let reasons: Vec<Reason> = bodies.into_keys().map(Reason::Updated).collect();
        Some(sight.tell_state(&mut self.webhooks, &webhook, &reasons, mishap, looker))
    }
}

impl Subscription {
    /// The errors that have begun, and those that have ended.
    fn troubles_to_tell(&mut self, sight: &Sight) -> Vec<Vec<Trouble>> {
        let mut troubles = Vec::new();
        if self.told.must_log_in_again != sight.must_log_in_again {
            self.told.must_log_in_again = sight.must_log_in_again;
            troubles.push(vec![Trouble::of_log_in(!sight.must_log_in_again)]);
        }
        // Nothing can be read of a car whose owner has to log in again.
        if !sight.must_log_in_again {
            let present = sight.observation.troubles();
            // Those of the beginning come with the first delivery.
            if self.first_due.is_none() {
                troubles.push(present.begun_since(&self.told.troubles));
                troubles.push(present.ended_since(&self.told.troubles));
            }
            self.told.troubles = present;
        }
        troubles
    }

    /// Why the state is to be delivered; nothing where it is not.
    fn reasons_to_tell(&mut self, webhook: &Webhook, sight: &Sight) -> Vec<Reason> {
        if sight.must_log_in_again {
            return Vec::new();
        }
        let bodies = sight.observation.trigger_bodies(webhook);
        let reasons = if self.first_due.take().is_some() {
            vec![Reason::FirstDelivery]
        } else {
            let changed = bodies
                .iter()
                .filter(|(code, body)| self.told.bodies.get(*code) != Some(*body));
            changed
                .map(|(code, _)| Reason::Updated(code.clone()))
                .collect()
        };
        // A signal that fails for a while and then says the same has not changed.
        self.told.bodies.extend(bodies);
        reasons
    }
}
