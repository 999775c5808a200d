//! What may still be asked of Smartcar.

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::StoreError;
use crate::budget::{ApplicationBudget, ApplicationRules, Decision, Limit, Rules};

/// The budgets of the application and of each vehicle ([`crate::budget`]), the same for every replica.
#[async_trait]
pub trait Budgets: Send + Sync + 'static {
    /// Takes one request for a vehicle out of its budget and the application's
    /// ([`crate::budget::take`]), so that two at once, on two replicas even, cannot both have the
    /// last one. For a vehicle that is not there: [`Decision::JustRead`].
    async fn take_request(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        rules: Rules,
        now: OffsetDateTime,
    ) -> Result<Decision, StoreError>;

    /// Notes requests that no vehicle's budget counts.
    async fn note_requests(
        &self,
        requests: u32,
        rules: ApplicationRules,
        now: OffsetDateTime,
    ) -> Result<(), StoreError>;

    /// Notes a limit that Smartcar has named while it was asked for this vehicle.
    async fn note_limit(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        limit: Limit,
    ) -> Result<(), StoreError>;

    /// The application's budget.
    async fn application_budget(&self) -> Result<ApplicationBudget, StoreError>;
}
