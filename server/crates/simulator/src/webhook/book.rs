//! The webhooks, their subscriptions, and what is on its way.

use std::collections::VecDeque;

use time::OffsetDateTime;
use uuid::Uuid;

use super::definition::Webhook;
use super::delivery::{Delivery, Progress};
use super::event::{Event, EventKind};
use super::mishap::{Mishap, PlannedMishap};
use super::order::WebhookOrder;
use super::settings::Subscribe;
use super::subscription::Subscription;
use super::verification::Verification;
use crate::entropy::{Entropy, random_uuid};
use crate::fleet::EmailAddress;
use crate::settings::Settings;

/// So many deliveries are remembered.
const CAPACITY: usize = 500;
/// There can be so many webhooks.
const MOST_WEBHOOKS: usize = 50;

/// Everything about webhooks.
#[derive(Debug, Default)]
pub(crate) struct WebhookBook {
    /// The application management tokens; the first signs (reference 0.5).
    pub(crate) tokens: Vec<String>,
    pub(crate) webhooks: Vec<Webhook>,
    /// In the order of their making.
    pub(crate) subscriptions: Vec<Subscription>,
    /// The deliveries, oldest first.
    pub(super) deliveries: VecDeque<Delivery>,
    pub(super) planned: Vec<(Uuid, PlannedMishap)>,
    last_sequence: i64,
    /// When the cars are to be looked at again, of their own.
    pub(super) next_look: Option<OffsetDateTime>,
    usually: Subscribe,
    delivers_anywhere: bool,
}

/// What goes into the queue.
pub(super) struct Queued {
    pub(super) webhook_id: Uuid,
    pub(super) to: url::Url,
    pub(super) vehicle_id: Option<Uuid>,
    pub(super) account: Option<EmailAddress>,
    pub(super) event: Event,
    /// In place of what was planned.
    pub(super) mishap: Option<Mishap>,
}

impl WebhookBook {
    pub(crate) fn new(settings: &Settings) -> Self {
        let now = settings.clock.now();
        let webhooks = settings.webhook.iter().map(|webhook| {
            let id = random_uuid(settings.entropy.as_ref());
            Webhook::new(id, webhook.clone(), settings.subscribe, now)
        });
        Self {
            tokens: settings.management_tokens.clone(),
            webhooks: webhooks.collect(),
            usually: settings.subscribe,
            delivers_anywhere: settings.deliver_anywhere,
            ..Self::default()
        }
    }

    pub(crate) fn webhook(&self, id: Uuid) -> Option<&Webhook> {
        self.webhooks.iter().find(|webhook| webhook.id == id)
    }

    /// Makes a webhook; why not, if it cannot be had.
    pub(crate) fn make(
        &mut self,
        order: WebhookOrder,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Result<Uuid, String> {
        if self.webhooks.len() == MOST_WEBHOOKS {
            return Err(format!("There can be {MOST_WEBHOOKS} webhooks."));
        }
        let id = random_uuid(entropy);
        let webhook = order.make(id, self.usually, self.delivers_anywhere, now)?;
        self.webhooks.push(webhook);
        Ok(id)
    }

    /// Changes a webhook; `None` where there is none.
    pub(crate) fn change(
        &mut self,
        id: Uuid,
        order: WebhookOrder,
        now: OffsetDateTime,
    ) -> Option<Result<(), String>> {
        let webhook = self.webhooks.iter_mut().find(|webhook| webhook.id == id)?;
        let was_enabled = webhook.is_enabled;
        if let Err(problem) = order.apply(webhook, self.delivers_anywhere, now) {
            return Some(Err(problem));
        }
        if webhook.is_enabled && !was_enabled {
            for subscription in &mut self.subscriptions {
                if subscription.webhook_id == id {
                    subscription.begin_again(now);
                }
            }
        } else if was_enabled && !webhook.is_enabled {
            self.give_up(id, "the webhook was disabled");
        }
        Some(Ok(()))
    }

    /// Removes a webhook with its subscriptions; whether there was one.
    pub(crate) fn remove(&mut self, id: Uuid) -> bool {
        let before = self.webhooks.len();
        self.webhooks.retain(|webhook| webhook.id != id);
        self.subscriptions
            .retain(|subscription| subscription.webhook_id != id);
        self.planned.retain(|(webhook, _)| *webhook != id);
        self.give_up(id, "the webhook was removed");
        self.webhooks.len() < before
    }

    /// Gives up what is on its way from a webhook.
    pub(super) fn give_up(&mut self, webhook_id: Uuid, why: &'static str) {
        for delivery in &mut self.deliveries {
            if delivery.webhook_id == webhook_id {
                delivery.give_up(why);
            }
        }
        if let Some(webhook) = self
            .webhooks
            .iter_mut()
            .find(|known| known.id == webhook_id)
            && webhook.verification == Verification::UnderWay
        {
            webhook.verification = Verification::Unverified;
        }
    }

    pub(crate) fn subscription(&self, id: Uuid) -> Option<&Subscription> {
        self.subscriptions
            .iter()
            .find(|subscription| subscription.id == id)
    }

    /// Ends a subscription; whether there was one.
    pub(crate) fn unsubscribe(&mut self, id: Uuid) -> bool {
        let before = self.subscriptions.len();
        self.subscriptions
            .retain(|subscription| subscription.id != id);
        self.subscriptions.len() < before
    }

    /// A number above all that were drawn before, near the milliseconds since 1970 (reference 8.3).
    pub(super) fn draw_sequence(&mut self, now: OffsetDateTime) -> i64 {
        self.last_sequence = crate::instant::milliseconds(now).max(self.last_sequence + 1);
        self.last_sequence
    }

    /// Puts an event into the queue, with what is planned for it. The id in the log.
    pub(super) fn queue(
        &mut self,
        queued: Queued,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Uuid {
        let is_of_vehicle = queued.event.kind != EventKind::Verify && queued.vehicle_id.is_some();
        let mishap = queued.mishap.or_else(|| {
            is_of_vehicle
                .then(|| self.take_mishap(queued.webhook_id, queued.vehicle_id))
                .flatten()
        });
        let progress = match mishap {
            Some(Mishap::Lost) => Progress::Dropped("it was lost on purpose"),
            Some(Mishap::Overtaken) => Progress::Held,
            _ => Progress::Waiting(now + mishap.map_or(time::Duration::ZERO, Mishap::delay)),
        };
        let delivery = Delivery {
            id: random_uuid(entropy),
            webhook_id: queued.webhook_id,
            to: queued.to,
            vehicle_id: queued.vehicle_id,
            account: queued.account,
            event: queued.event,
            queued: now,
            progress,
            attempts: Vec::new(),
            mishap,
            // Nobody who forges tries again.
            is_single: matches!(mishap, Some(Mishap::Forged(_))),
            repeats: None,
            last_sent: None,
        };
        let id = delivery.id;
        if mishap == Some(Mishap::Duplicated) {
            let twin = Delivery {
                id: random_uuid(entropy),
                ..delivery.clone()
            };
            self.enter(delivery);
            self.enter(twin);
        } else {
            self.enter(delivery);
        }
        id
    }

    /// Notes a delivery, and forgets the oldest where there are too many.
    pub(super) fn enter(&mut self, delivery: Delivery) {
        if self.deliveries.len() == CAPACITY {
            let oldest =
                |is_wanted: fn(&Delivery) -> bool| self.deliveries.iter().position(is_wanted);
            // A challenge that is under way has its webhook wait for it.
            let forgotten = oldest(|known| known.progress.is_over())
                .or_else(|| oldest(|known| known.event.kind != EventKind::Verify));
            self.deliveries.remove(forgotten.unwrap_or(0));
        }
        self.deliveries.push_back(delivery);
    }

    pub(crate) fn deliveries(&self) -> impl DoubleEndedIterator<Item = &Delivery> {
        self.deliveries.iter()
    }

    /// Forgets the deliveries that are over.
    pub(crate) fn forget_deliveries(&mut self) {
        self.deliveries
            .retain(|delivery| !delivery.progress.is_over());
    }
}
