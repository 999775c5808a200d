//! Subscriptions: which vehicle a webhook is told of (reference 8).

use std::collections::BTreeMap;

use serde_json::Value;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::trouble::Troubles;

/// How long Smartcar takes to make a subscription: its `202` says that it is in progress.
pub(super) const MAKING: Duration = Duration::seconds(2);

/// A vehicle of a user, watched for a webhook.
#[derive(Debug, Clone)]
pub(crate) struct Subscription {
    pub(crate) id: Uuid,
    pub(crate) webhook_id: Uuid,
    pub(crate) user_id: Uuid,
    pub(crate) vehicle_id: Uuid,
    pub(crate) created: OffsetDateTime,
    /// When the first delivery is due, if it is still to come.
    pub(crate) first_due: Option<OffsetDateTime>,
    pub(super) told: Told,
}

/// What the application has been told.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// The bodies of the good trigger signals.
    pub(super) bodies: BTreeMap<String, Value>,
    pub(super) troubles: Troubles,
    /// The owner has to log in again: there is an error for all signals.
    pub(super) must_log_in_again: bool,
}

/// Why a vehicle is not subscribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SubscriptionProblem {
    NoWebhook,
    /// The user has not connected the vehicle.
    NotConnected,
    /// The vehicle is a simulated one (reference 9).
    Simulated,
    AlreadyThere,
}

impl SubscriptionProblem {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NoWebhook => "There is no such webhook.",
            Self::NotConnected => "The user has not connected such a vehicle.",
            Self::Simulated => "Simulated vehicles cannot be subscribed.",
            Self::AlreadyThere => "The vehicle is subscribed to this webhook already.",
        }
    }
}

impl Subscription {
    pub(super) fn new(
        id: Uuid,
        webhook_id: Uuid,
        user_id: Uuid,
        vehicle_id: Uuid,
        now: OffsetDateTime,
    ) -> Self {
        Self {
            id,
            webhook_id,
            user_id,
            vehicle_id,
            created: now,
            first_due: Some(now + MAKING),
            told: Told::default(),
        }
    }

    /// Begins anew, with a first delivery: its webhook was enabled.
    pub(super) fn begin_again(&mut self, now: OffsetDateTime) {
        self.first_due = Some(now + MAKING);
        self.told = Told::default();
    }
}
