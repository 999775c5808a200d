//! What is due, and what came of it (reference 8.5).

use time::OffsetDateTime;
use url::Url;
use uuid::Uuid;

use super::book::{Queued, WebhookBook};
use super::delivery::{Attempt, AttemptOutcome, Delivery, PATIENCE, Parcel, Progress};
use super::event::{EventKind, LONGEST_BODY};
use super::mishap::Mishap;
use super::signature::sign;
use super::verification::{Verification, challenge_for, is_proof};
use crate::entropy::{Entropy, random_uuid};
use crate::quirks::Quirks;

/// So many attempts are under way at once.
const MOST_AT_ONCE: usize = 32;

/// An attempt that is to be made now.
#[derive(Debug)]
pub(super) struct Shipment {
    /// The delivery in the log.
    pub(super) id: Uuid,
    pub(super) to: Url,
    pub(super) parcel: Parcel,
    /// Until when an answer counts.
    pub(super) deadline: OffsetDateTime,
    /// Whether the body of the answer matters.
    pub(super) asks_for_proof: bool,
}

impl WebhookBook {
    /// Asks a receiver to prove itself, unless it is being asked.
    pub(crate) fn verify(
        &mut self,
        id: Uuid,
        quirks: &Quirks,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) {
        let Some(webhook) = self.webhooks.iter_mut().find(|webhook| webhook.id == id) else {
            return;
        };
        if webhook.verification == Verification::UnderWay {
            return;
        }
        webhook.verification = Verification::UnderWay;
        let queued = Queued {
            webhook_id: id,
            to: webhook.callback.clone(),
            vehicle_id: None,
            account: None,
            event: challenge_for(webhook, quirks, entropy),
            mishap: None,
        };
        self.queue(queued, now, entropy);
    }

    /// The attempts that are due, which count as under way from now on.
    pub(super) fn take_due(
        &mut self,
        quirks: &Quirks,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Vec<Shipment> {
        self.verify_those_with_deliveries(quirks, now, entropy);
        let is_sending = |delivery: &Delivery| delivery.progress == Progress::Sending;
        let mut under_way = self
            .deliveries
            .iter()
            .filter(|known| is_sending(known))
            .count();
        let mut shipments = Vec::new();
        for index in 0..self.deliveries.len() {
            let Some(delivery) = self.deliveries.get(index) else {
                break;
            };
            let is_due = matches!(delivery.progress, Progress::Waiting(due) if due <= now);
            if under_way == MOST_AT_ONCE {
                break;
            }
            // What a car says is told in its order, as long as nothing goes wrong.
            let waits = self.deliveries.iter().any(|other| {
                is_sending(other)
                    && (other.webhook_id, other.vehicle_id)
                        == (delivery.webhook_id, delivery.vehicle_id)
            });
            if !is_due || waits || !self.may_receive(delivery) {
                continue;
            }
            let tokens = self.tokens.clone();
            if let Some(delivery) = self.deliveries.get_mut(index)
                && let Some(shipment) = delivery.ship(&tokens, now, entropy)
            {
                under_way += 1;
                shipments.push(shipment);
            }
        }
        shipments
    }

    /// Nothing but a challenge goes to a receiver that has not proved itself, save what a person sends
    /// by hand.
    fn may_receive(&self, delivery: &Delivery) -> bool {
        let webhook = self.webhook(delivery.webhook_id);
        let is_verified = webhook
            .is_some_and(|webhook| matches!(webhook.verification, Verification::Verified(_)));
        is_verified || delivery.event.kind == EventKind::Verify || delivery.is_single
    }

    fn verify_those_with_deliveries(
        &mut self,
        quirks: &Quirks,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) {
        let waiting: Vec<Uuid> = self
            .deliveries
            .iter()
            .filter(|delivery| {
                matches!(delivery.progress, Progress::Waiting(due) if due <= now)
                    && !self.may_receive(delivery)
            })
            .map(|delivery| delivery.webhook_id)
            .collect();
        for id in waiting {
            self.verify(id, quirks, now, entropy);
        }
    }

    /// Notes what came of an attempt. `answer` is the body, where it matters.
    pub(super) fn conclude(
        &mut self,
        id: Uuid,
        outcome: AttemptOutcome,
        answer: &[u8],
        now: OffsetDateTime,
    ) {
        let tokens = self.tokens.clone();
        let Some(index) = self.deliveries.iter().position(|known| known.id == id) else {
            return;
        };
        let Some(delivery) = self.deliveries.get_mut(index) else {
            return;
        };
        let (webhook_id, vehicle_id) = (delivery.webhook_id, delivery.vehicle_id);
        if delivery.event.kind == EventKind::Verify {
            let outcome = match outcome {
                AttemptOutcome::Answered(status @ 200..300)
                    if !is_proof(&delivery.event, answer, &tokens) =>
                {
                    AttemptOutcome::NoProof(status)
                }
                outcome => outcome,
            };
            delivery.conclude(outcome, now);
            let progress = delivery.progress.clone();
            self.conclude_verification(webhook_id, &progress);
            return;
        }
        delivery.conclude(outcome, now);
        // What was to be overtaken has been.
        for earlier in self.deliveries.iter_mut().take(index) {
            if earlier.progress == Progress::Held
                && (earlier.webhook_id, earlier.vehicle_id) == (webhook_id, vehicle_id)
            {
                earlier.progress = Progress::Waiting(now);
            }
        }
    }

    fn conclude_verification(&mut self, webhook_id: Uuid, progress: &Progress) {
        let verification = match progress {
            Progress::Delivered(at) => Verification::Verified(*at),
            Progress::Failed(at) => Verification::Failed(*at),
            _ => return,
        };
        if let Some(webhook) = self
            .webhooks
            .iter_mut()
            .find(|known| known.id == webhook_id)
        {
            webhook.verification = verification;
        }
        if let Verification::Failed(_) = verification {
            self.give_up(webhook_id, "the receiver could not be verified");
        }
    }
}

impl Delivery {
    /// Begins an attempt, or gives the delivery up because it is too large.
    fn ship(
        &mut self,
        tokens: &[String],
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> Option<Shipment> {
        let parcel = match &self.repeats {
            Some(parcel) => parcel.clone(),
            None => self.parcel(tokens, now, entropy),
        };
        if parcel.body.len() > LONGEST_BODY {
            self.give_up("its body is longer than 50 KB");
            return None;
        }
        self.attempts.push(Attempt {
            delivery_id: parcel.delivery_id,
            sent: now,
            ended: None,
        });
        self.progress = Progress::Sending;
        self.last_sent = Some(parcel.clone());
        Some(Shipment {
            id: self.id,
            to: self.to.clone(),
            parcel,
            deadline: now + PATIENCE,
            asks_for_proof: self.event.kind == EventKind::Verify,
        })
    }

    fn parcel(&self, tokens: &[String], now: OffsetDateTime, entropy: &dyn Entropy) -> Parcel {
        let delivery_id = random_uuid(entropy);
        let mut body = self.event.body(delivery_id, now);
        let token = tokens.first().map_or("", String::as_str);
        let signature = sign(token, &body);
        let signatures = match self.mishap {
            Some(Mishap::Forged(forgery)) => {
                let other = sign("somebody else's management token", &body);
                forgery.spoil(&mut body, &signature, other)
            }
            _ if self.event.is_signed => vec![signature],
            _ => Vec::new(),
        };
        Parcel {
            body,
            signatures,
            delivery_id,
        }
    }
}
