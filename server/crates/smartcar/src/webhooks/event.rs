//! A signed delivery.

mod delivery;
mod trigger;
mod vehicle_error;

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, value::RawValue};
use time::OffsetDateTime;

use crate::{
    Error, Mode, Signal, SignalCode, UserId, Vehicle, VehicleId,
    decode::{self, scalar},
    open_enum::open_enum,
};
use delivery::Delivery;

pub use trigger::{Trigger, TriggerKind};
pub use vehicle_error::{ErrorState, VehicleError};

open_enum! {
    /// What an event is about (reference 8.1, 8.3, 8.4).
    EventKind {
        /// The receiver is to prove itself: see [`Challenge`](super::Challenge).
        Verify = "VERIFY",
        /// What a vehicle says.
        VehicleState = "VEHICLE_STATE",
        /// Why a vehicle says nothing, or that it does again.
        VehicleError = "VEHICLE_ERROR",
    }
}

/// The identifier of an event: the same in every delivery of it (reference 8.5).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EventId(String);

impl EventId {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An event of a vehicle (reference 8.3, 8.4), in each of the shapes that were seen or documented.
///
/// Deliveries come at least once and in no order: [`id`](Self::id) tells the same event, the time of
/// each signal and then [`sequence`](Self::sequence) the newer of two.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Which event it is. `None` if the delivery does not say.
    pub id: Option<EventId>,
    /// What it is about.
    pub kind: EventKind,
    /// Whose vehicle it is.
    pub user: Option<UserId>,
    /// The vehicle, described as far as the delivery does.
    pub vehicle: Option<Vehicle>,
    /// Which vehicles the webhook is for. [`Mode::Test`] is a sample of the dashboard's, whose ids are
    /// random.
    pub mode: Option<Mode>,
    /// What the vehicle says: every signal of the webhook, whichever changed.
    pub signals: Vec<Signal>,
    /// How many elements of the list of signals were none.
    pub unreadable_signals: usize,
    /// What is wrong, or not any more.
    pub errors: Vec<VehicleError>,
    /// Why it was delivered.
    pub triggers: Vec<Trigger>,
    /// When this delivery was sent; another one of the same event has another time.
    pub delivered_at: Option<OffsetDateTime>,
    /// The order of the events of a vehicle.
    pub sequence: Option<i64>,
}

impl Event {
    /// Reads the body of a delivery whose signature was verified.
    ///
    /// ```
    /// use smartcar::webhooks::{Event, EventKind};
    ///
    /// let event = Event::decode(
    ///     br#"{"eventType":"VEHICLE_STATE","data":{"vehicle":{"id":"v-1"},"signals":[
    ///         {"code":"closure-islocked","body":{"value":true}}]}}"#,
    /// )?;
    /// assert_eq!(event.kind, EventKind::VehicleState);
    /// assert_eq!(event.signals[0].code.as_str(), "closure-islocked");
    /// # Ok::<(), smartcar::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if it is no JSON object with an `eventType`.
    /// What else is missing or of another shape is left as unknown as it is.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        Delivery::read(body)
            .map(Self::from)
            .map_err(|failure| Error::unreadable(&failure))
    }

    /// Whether it is the first since the vehicle was subscribed, or the webhook was enabled.
    pub fn is_first_delivery(&self) -> bool {
        self.triggers
            .iter()
            .any(|trigger| trigger.kind == TriggerKind::FirstDelivery)
    }

    /// Whether it is a sample, sent from the dashboard, about no vehicle that there is.
    pub fn is_test(&self) -> bool {
        self.mode == Some(Mode::Test)
    }
}

impl From<Delivery> for Event {
    fn from(delivery: Delivery) -> Self {
        let data = delivery.data();
        let meta: Value = read(delivery.meta.as_deref()).unwrap_or_default();
        let described: Value = read(data.vehicle.as_deref()).unwrap_or_default();
        let user: Value = read(data.user.as_deref()).unwrap_or_default();
        let vehicle_id = identifier(described.get("id"))
            .or_else(|| own_identifier(data.vehicle_id.as_deref()))
            .or_else(|| own_identifier(delivery.vehicle_id.as_deref()));
        let user_id = identifier(user.get("id"))
            .or_else(|| own_identifier(data.user_id.as_deref()))
            .or_else(|| own_identifier(delivery.user_id.as_deref()));
        let elements = elements(data.signals.as_deref());
        let signals: Vec<Signal> = elements
            .iter()
            .filter_map(|element| Signal::from_value(read(Some(element))?))
            .collect();
        Self {
            id: own_identifier(delivery.event_id.as_deref()).map(EventId),
            kind: EventKind::from(delivery.event_type),
            user: user_id.map(UserId::new),
            vehicle: vehicle_id.map(|id| Vehicle {
                id: VehicleId::new(id),
                attributes: attributes(described),
            }),
            mode: meta
                .get("mode")
                .and_then(Value::as_str)
                .map(|mode| Mode::from(mode.to_ascii_lowercase())),
            unreadable_signals: elements.len() - signals.len(),
            signals,
            errors: items(data.errors.as_deref(), VehicleError::read),
            triggers: delivery
                .triggers
                .as_deref()
                .into_iter()
                .chain(data.triggers.as_deref())
                .flat_map(|list| items(Some(list), Trigger::read))
                .collect(),
            delivered_at: ["deliveredAt", "deliveryTime"]
                .iter()
                .find_map(|name| scalar::instant(meta.get(name)?).filter(scalar::is_known)),
            sequence: meta.get("sequence").and_then(scalar::whole),
        }
    }
}

/// A part, if it is of the shape it should be.
fn read<'raw, T: Deserialize<'raw>>(raw: Option<&'raw RawValue>) -> Option<T> {
    serde_json::from_str(raw?.get()).ok()
}

/// The elements of a list. What is no list has none.
fn elements(raw: Option<&RawValue>) -> Vec<Box<RawValue>> {
    read(raw).unwrap_or_default()
}

fn items<T>(raw: Option<&RawValue>, of: fn(&Value) -> Option<T>) -> Vec<T> {
    elements(raw)
        .iter()
        .filter_map(|element| of(&read(Some(element))?))
        .collect()
}

fn identifier(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?;
    (!text.is_empty()).then(|| text.to_owned())
}

fn own_identifier(raw: Option<&RawValue>) -> Option<String> {
    identifier(read::<Value>(raw).as_ref())
}

/// What the delivery tells of the vehicle, whose id and attributes stand side by side in it.
fn attributes(mut described: Value) -> crate::VehicleAttributes {
    if let Some(fields) = described.as_object_mut() {
        fields.remove("id");
    }
    decode::item(described).unwrap_or_default()
}

/// The code of a signal, which is told by an object with its code, or as `Group.Name`.
fn signal_code(value: &Value) -> Option<SignalCode> {
    let code = match value {
        Value::String(name) => {
            let (group, name) = name.split_once('.')?;
            format!("{group}-{name}").to_ascii_lowercase()
        }
        other => identifier(other.get("code"))?,
    };
    Some(SignalCode::new(code))
}

impl fmt::Debug for Event {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Event")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("mode", &self.mode)
            .field("signals", &self.signals.len())
            .field("unreadable_signals", &self.unreadable_signals)
            .field("errors", &self.errors)
            .field("triggers", &self.triggers)
            .field("delivered_at", &self.delivered_at)
            .field("sequence", &self.sequence)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
