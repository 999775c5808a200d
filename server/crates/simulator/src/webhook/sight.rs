//! A car and its owner, as they are told of at an instant.

use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::book::{Queued, WebhookBook};
use super::definition::Webhook;
use super::event::Event;
use super::mishap::Mishap;
use super::observation::Observation;
use super::state_event::{Envelope, Reason};
use super::trouble::Trouble;
use super::watch::Looker;
use crate::entropy::random_uuid;
use crate::fleet::EmailAddress;
use crate::quirks::Quirks;
use crate::world::{Vehicle, World};

/// All that goes into an event of a car.
pub(super) struct Sight {
    vehicle_id: Uuid,
    account: Option<EmailAddress>,
    quirks: Quirks,
    pub(super) observation: Observation,
    pub(super) must_log_in_again: bool,
    user: Value,
    vehicle: Value,
    mode: String,
}

impl World {
    /// Looks at a car; `None` where the user has not connected it any more.
    pub(super) fn see(
        &mut self,
        webhook: &Webhook,
        user_id: Uuid,
        vehicle_id: Uuid,
        now: OffsetDateTime,
    ) -> Option<Sight> {
        self.vehicles.get_mut(&vehicle_id)?.settle(now);
        let vehicle = self.vehicles.get(&vehicle_id)?;
        let connection = self.connection_of(user_id, vehicle_id)?;
        let user = self.users.get(&user_id)?;
        let quirks = self.quirks.of(Some(&user.email)).clone();
        Some(Sight {
            vehicle_id,
            account: Some(user.email.clone()),
            observation: Observation::of(webhook, connection, vehicle, now),
            must_log_in_again: user.must_log_in_again,
            user: json!({ "id": user_id, "externalId": user.visible_external_id(&quirks) }),
            vehicle: vehicle_json(vehicle, &quirks),
            mode: vehicle.mode.name().to_uppercase(),
            quirks,
        })
    }
}

/// `data.vehicle`
fn vehicle_json(vehicle: &Vehicle, quirks: &Quirks) -> Value {
    let details = &vehicle.details;
    let mut json = json!({
        "id": vehicle.id,
        "make": details.brand.make,
        "model": details.model,
        "year": details.year,
        "mode": vehicle.mode.name(),
        "powertrainType": details.powertrain.name(),
    });
    if quirks.string_year {
        json["year"] = details.year.to_string().into();
    }
    json
}

impl Sight {
    /// Queues what the car says; the id in the log.
    pub(super) fn tell_state(
        &self,
        book: &mut WebhookBook,
        webhook: &Webhook,
        reasons: &[Reason],
        mishap: Option<Mishap>,
        looker: Looker<'_>,
    ) -> Uuid {
        let signals = self.observation.signals(webhook, &self.quirks);
        let event = self.envelope(book, webhook, looker).state(signals, reasons);
        self.queue(book, webhook, event, mishap, looker)
    }

    /// Queues what is wrong with the car, or not any more.
    pub(super) fn tell_troubles(
        &self,
        book: &mut WebhookBook,
        webhook: &Webhook,
        troubles: &[Trouble],
        looker: Looker<'_>,
    ) {
        let event = self.envelope(book, webhook, looker).errors(troubles);
        self.queue(book, webhook, event, None, looker);
    }

    fn envelope<'a>(
        &'a self,
        book: &mut WebhookBook,
        webhook: &'a Webhook,
        looker: Looker<'a>,
    ) -> Envelope<'a> {
        Envelope {
            event_id: random_uuid(looker.entropy),
            application_id: looker.application_id,
            webhook,
            vehicle_id: self.vehicle_id,
            user: self.user.clone(),
            vehicle: self.vehicle.clone(),
            mode: self.mode.clone(),
            sequence: book.draw_sequence(looker.now),
            quirks: &self.quirks,
        }
    }

    fn queue(
        &self,
        book: &mut WebhookBook,
        webhook: &Webhook,
        event: Event,
        mishap: Option<Mishap>,
        looker: Looker<'_>,
    ) -> Uuid {
        let queued = Queued {
            webhook_id: webhook.id,
            to: webhook.address_for(event.kind).clone(),
            vehicle_id: Some(self.vehicle_id),
            account: self.account.clone(),
            event,
            mishap,
        };
        book.queue(queued, looker.now, looker.entropy)
    }
}
