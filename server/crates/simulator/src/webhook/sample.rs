//! "Test webhook" of the dashboard, and sending again (reference 8.5).

use std::collections::BTreeMap;

use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::book::{Queued, WebhookBook};
use super::definition::Webhook;
use super::delivery::{Delivery, Progress};
use super::event::{Event, EventKind};
use super::observation::Observation;
use super::state_event::{Envelope, Reason};
use super::watch::Looker;
use crate::car::Car;
use crate::entropy::random_uuid;
use crate::fleet::{
    Capability, Equipment, PlannedVehicle, Powertrain, VehicleSetup, brand_of, vin,
};
use crate::quirks::Quirks;
use crate::signal::{Reading, SignalStore};

impl WebhookBook {
    /// Sends a sample: of no vehicle that there is, signed as any event. The id in the log; `None`
    /// where there is no such webhook.
    pub(crate) fn send_sample(
        &mut self,
        webhook_id: Uuid,
        quirks: &Quirks,
        looker: Looker<'_>,
    ) -> Option<Uuid> {
        let webhook = self.webhook(webhook_id)?.clone();
        let event = self.sample(&webhook, quirks, looker)?;
        let queued = Queued {
            webhook_id,
            to: webhook.callback,
            vehicle_id: None,
            account: None,
            event,
            mishap: None,
        };
        let id = self.queue(queued, looker.now, looker.entropy);
        if let Some(delivery) = self.deliveries.back_mut() {
            delivery.is_single = true;
        }
        Some(id)
    }

    fn sample(&mut self, webhook: &Webhook, quirks: &Quirks, looker: Looker<'_>) -> Option<Event> {
        let vehicle_id = random_uuid(looker.entropy);
        let user = json!({ "id": random_uuid(looker.entropy), "externalId": null });
        let vehicle = json!({
            "id": vehicle_id, "make": "TESLA", "model": "Model 3", "year": 2020, "mode": "test",
            "powertrainType": "BEV",
        });
        let observation = Observation::of_everything(sample_readings(looker.now)?, looker.now);
        let envelope = Envelope {
            event_id: random_uuid(looker.entropy),
            application_id: looker.application_id,
            webhook,
            vehicle_id,
            user,
            vehicle,
            mode: "TEST".to_owned(),
            sequence: self.draw_sequence(looker.now),
            quirks,
        };
        let reasons: Vec<Reason> = webhook
            .triggers
            .iter()
            .cloned()
            .map(Reason::Updated)
            .collect();
        Some(envelope.state(observation.signals(webhook, quirks), &reasons))
    }

    /// Sends what was last sent of a delivery again, to the letter, as somebody could who has seen it.
    /// The id in the log; `None` where nothing was sent.
    pub(crate) fn repeat(&mut self, id: Uuid, looker: Looker<'_>) -> Option<Uuid> {
        let earlier = self.deliveries.iter().find(|known| known.id == id)?;
        let repeated = Delivery {
            id: random_uuid(looker.entropy),
            queued: looker.now,
            progress: Progress::Waiting(looker.now),
            attempts: Vec::new(),
            mishap: None,
            is_single: true,
            repeats: Some(earlier.last_sent.clone()?),
            last_sent: None,
            ..earlier.clone()
        };
        if repeated.event.kind == EventKind::Verify {
            return None;
        }
        let id = repeated.id;
        self.enter(repeated);
        Some(id)
    }
}

/// What a car with everything says, where the VIN is of no known age (reference 8.3).
fn sample_readings(now: OffsetDateTime) -> Option<BTreeMap<String, Reading>> {
    let brand = brand_of("TESLA")?;
    let details = PlannedVehicle {
        brand,
        model: "Model 3".to_owned(),
        year: 2020,
        powertrain: Powertrain::Bev,
        vin: vin(brand, false, 0),
        capability: Capability::default(),
        setup: VehicleSetup {
            equipment: Equipment::Full,
            ..VehicleSetup::default()
        },
    };
    let car = Car::new(&details, now);
    let store = SignalStore::filled(&details, &car, now);
    let readings = store.all().map(|(code, reading)| {
        let mut reading = reading.clone();
        if code == "vehicleidentification-vin" {
            reading.times.oem_updated = None;
            reading.times.retrieved = None;
        }
        (code.to_owned(), reading)
    });
    Some(readings.collect())
}
