//! What Smartcar has delivered and Carport has still to work on.

use std::fmt;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{SignalReport, StoreError};

/// What Smartcar delivers by itself (reference 8): kept before it is answered, worked on afterwards.
#[async_trait]
pub trait Deliveries: Send + Sync + 'static {
    /// Keeps an event, for good when this returns; `false` when it was delivered before.
    async fn add_delivery(&self, delivery: &Delivery) -> Result<bool, StoreError>;

    /// The events that wait to be worked on, at most so many, in the order in which they came.
    async fn waiting_deliveries(&self, limit: u32) -> Result<Vec<Delivery>, StoreError>;

    /// Notes that an event was worked on. What it said goes, that it came stays.
    async fn finish_delivery(&self, event_id: &str) -> Result<(), StoreError>;

    /// Forgets the events that came before this instant. Returns how many.
    async fn forget_deliveries(&self, before: OffsetDateTime) -> Result<u64, StoreError>;

    /// Takes in what an event says of a vehicle's signals, by the rules of
    /// [`take_in_signals`](super::Store::take_in_signals), but not as something that Carport has asked
    /// for. `false` when the vehicle is not there.
    async fn take_in_delivered(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        reports: &[SignalReport],
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// Ends the trouble of these signals, as far as it was not reported after this instant.
    async fn end_trouble(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        codes: &[&str],
        at: OffsetDateTime,
    ) -> Result<(), StoreError>;
}

/// An event as it was delivered.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The same in every delivery of an event.
    pub event_id: String,
    /// The body of the delivery.
    pub body: String,
    /// When it came.
    pub received_at: OffsetDateTime,
}

impl fmt::Debug for Delivery {
    /// Shows nothing of the body, which says where a car is.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Delivery")
            .field("event_id", &self.event_id)
            .field("received_at", &self.received_at)
            .finish_non_exhaustive()
    }
}
