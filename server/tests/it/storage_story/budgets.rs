//! What may still be asked of Smartcar.

use std::sync::Arc;

use server::{
    budget::{ApplicationRules, Decision, Limit, Rules, Subject, VehicleRules},
    storage::Store,
};
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime};

use super::{admit, garage, now};

const RULES: Rules = Rules {
    application: ApplicationRules {
        burst: 120,
        requests_per_minute: 2,
    },
    vehicle: VehicleRules {
        requests_per_month: 5,
        pause: Duration::ZERO,
    },
};

/// How many requests are left to the application.
async fn left(store: &Arc<dyn Store>) -> u32 {
    store
        .application_budget()
        .await
        .unwrap()
        .left(RULES.application, now())
}

async fn take(store: &Arc<dyn Store>, at: OffsetDateTime) -> Decision {
    store
        .take_request(&UserId::new("owner"), &VehicleId::new("car"), RULES, at)
        .await
        .unwrap()
}

pub(super) async fn a_request_is_taken_from_both_budgets(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    assert_eq!(left(&store).await, 120);
    assert_eq!(take(&store, now()).await, Decision::Granted);
    assert_eq!(left(&store).await, 119);
    let budget = store.vehicles(&garage("mine")).await.unwrap()[0].budget;
    assert_eq!(budget.left_this_month(RULES.vehicle, now()), 4);
    // Connecting once more gives no new allowance.
    admit(&store, "mine", "owner", &["car"]).await;
    let again = store.vehicles(&garage("mine")).await.unwrap()[0].budget;
    assert_eq!(again, budget);
}

pub(super) async fn two_requests_at_once_take_the_last_one_once(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let decisions = futures::future::join_all((0..16).map(|_| take(&store, now()))).await;
    let granted = decisions
        .iter()
        .filter(|decision| **decision == Decision::Granted)
        .count();
    assert_eq!(granted, 5);
    assert_eq!(left(&store).await, 115);
}

pub(super) async fn what_smartcar_forbids_is_remembered(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car", "other"]).await;
    let until = now() + Duration::minutes(2);
    let forbid = async |subject| {
        store
            .note_limit(
                &UserId::new("owner"),
                &VehicleId::new("car"),
                Limit { subject, until },
            )
            .await
            .unwrap();
    };
    forbid(Subject::Vehicle).await;
    assert_eq!(take(&store, now()).await, Decision::TooEarly { until });
    assert_eq!(left(&store).await, 120);
    forbid(Subject::Application).await;
    assert_eq!(left(&store).await, 0);
    assert_eq!(take(&store, until).await, Decision::Granted);
}

pub(super) async fn other_requests_empty_the_bucket(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    store
        .note_requests(200, RULES.application, now())
        .await
        .unwrap();
    assert_eq!(
        take(&store, now()).await,
        Decision::TooEarly {
            until: now() + Duration::seconds(30)
        }
    );
}

pub(super) async fn a_vehicle_that_is_gone_needs_no_request(store: Arc<dyn Store>) {
    assert_eq!(take(&store, now()).await, Decision::JustRead);
    assert_eq!(left(&store).await, 120);
}
