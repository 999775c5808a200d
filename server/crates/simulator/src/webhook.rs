//! Webhooks: what Smartcar delivers by itself (reference 8).
//!
//! After every change of the world, and now and then, the subscribed cars are looked at
//! ([`watch`]): what an application is to hear of becomes an [`Event`](event::Event)
//! in the queue of the [`WebhookBook`]. A task of its own ([`dispatch`]) sends what is
//! due by the simulated clock.

mod address;
mod book;
mod definition;
mod delivery;
mod dispatch;
mod event;
mod mishap;
mod observation;
mod order;
mod plans;
mod queue;
mod sample;
mod send;
mod settings;
mod sight;
mod signature;
mod state_event;
mod subscribing;
mod subscription;
mod trouble;
mod verification;
mod watch;

pub(crate) use book::WebhookBook;
pub(crate) use definition::{SignalName, Webhook};
pub(crate) use delivery::{Attempt, AttemptOutcome, Delivery, Progress};
pub(crate) use dispatch::{Deliverer, begin, notice_changes};
pub(crate) use event::EventKind;
pub(crate) use mishap::{Forgery, Mishap, PlannedMishap};
pub(crate) use order::{AddressChange, WebhookOrder};
pub(crate) use settings::usable;
pub use settings::{Subscribe, WebhookSettings};
pub(crate) use subscription::{Subscription, SubscriptionProblem};
pub(crate) use verification::Verification;
