//! What Smartcar has delivered and Carport has still to work on.

use std::fmt;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::{SignalReport, StoreError};

/// What Smartcar delivers by itself (reference 8): kept before it is answered, worked on afterwards.
#[async_trait]
pub trait Deliveries: Send + Sync + 'static {
    /// Keeps events in one write, for good when this returns. Returns how many were not delivered
    /// before.
    async fn add_deliveries(&self, deliveries: &[Delivery]) -> Result<u64, StoreError>;

    /// Takes events that wait to be worked on, at most so many, in the order in which they came. Until
    /// then no other replica takes them; one that was taken before, and not finished, is left alone
    /// twice as long each time.
    async fn take_deliveries(
        &self,
        limit: u32,
        now: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Vec<Delivery>, StoreError>;

    /// Notes that events were worked on. What they said goes, that they came stays.
    async fn finish_deliveries(&self, event_ids: &[&str]) -> Result<(), StoreError>;

    /// Notes that the events that were taken so often, and not finished, will never be worked on.
    /// Returns their ids.
    async fn give_up_deliveries(
        &self,
        attempts: u32,
        now: OffsetDateTime,
    ) -> Result<Vec<String>, StoreError>;

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

    /// Ends the trouble of these signals, as far as it was not reported after this instant. One that was
    /// reported before it and comes later does not begin again.
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

impl Delivery {
    /// An UPDATE returns its rows in no order.
    pub(super) fn in_order(mut taken: Vec<Self>) -> Vec<Self> {
        taken.sort_by_key(|delivery| delivery.received_at);
        taken
    }
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
