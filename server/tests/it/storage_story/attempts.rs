//! Log-in attempts.

use std::sync::Arc;

use server::storage::{AttemptTaken, Digest, LoginAttempt, Store};
use smartcar::{ExternalId, VehicleId};
use time::Duration;

use super::now;

fn attempt(state: &str, browser: &str) -> LoginAttempt {
    LoginAttempt {
        state: Digest::of(state),
        browser: Digest::of(browser),
        external_id: ExternalId::new("external"),
        reauthenticates: None,
        return_to: "/vehicle".to_owned(),
        started_at: now(),
        expires_at: now() + Duration::minutes(15),
    }
}

pub(super) async fn an_attempt_is_taken_once_and_by_its_own_browser(store: Arc<dyn Store>) {
    store
        .add_login_attempt(&attempt("state", "mine"))
        .await
        .unwrap();
    let take = async |state: &str, browser: &str| {
        store
            .take_login_attempt(&Digest::of(state), &Digest::of(browser), now())
            .await
            .unwrap()
    };
    assert_eq!(take("other", "mine").await, AttemptTaken::Unknown);
    assert_eq!(take("state", "theirs").await, AttemptTaken::Foreign);
    // Another browser's try has not spoilt it.
    assert_eq!(
        take("state", "mine").await,
        AttemptTaken::Taken(attempt("state", "mine"))
    );
    assert_eq!(take("state", "mine").await, AttemptTaken::Used);
    assert_eq!(take("state", "theirs").await, AttemptTaken::Foreign);
}

pub(super) async fn an_attempt_is_too_late_at_its_end(store: Arc<dyn Store>) {
    let attempt = attempt("state", "mine");
    store.add_login_attempt(&attempt).await.unwrap();
    let take = async |at| {
        store
            .take_login_attempt(&attempt.state, &attempt.browser, at)
            .await
            .unwrap()
    };
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Expired);
    // It is still there to be told apart from one that never was, until it is removed.
    store
        .remove_ended(attempt.expires_at, attempt.expires_at)
        .await
        .unwrap();
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Expired);
    let later = attempt.expires_at + Duration::seconds(1);
    assert_eq!(store.remove_ended(later, later).await.unwrap(), 1);
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Unknown);
}

pub(super) async fn two_requests_at_once_take_an_attempt_once(store: Arc<dyn Store>) {
    let attempt = attempt("state", "mine");
    store.add_login_attempt(&attempt).await.unwrap();
    let tries = (0..16).map(|_| store.take_login_attempt(&attempt.state, &attempt.browser, now()));
    let taken = futures::future::join_all(tries).await;
    let winners = taken
        .iter()
        .filter(|result| matches!(result, Ok(AttemptTaken::Taken(_))))
        .count();
    assert_eq!(winners, 1);
}

pub(super) async fn an_attempt_remembers_what_it_is_for(store: Arc<dyn Store>) {
    let again = LoginAttempt {
        reauthenticates: Some(VehicleId::new("c1d2-\"'; DROP TABLE login_attempt")),
        return_to: "/vehicle/c1d2".to_owned(),
        ..attempt("again", "mine")
    };
    for attempt in [attempt("anew", "mine"), again] {
        store.add_login_attempt(&attempt).await.unwrap();
        let taken = store
            .take_login_attempt(&attempt.state, &attempt.browser, now())
            .await
            .unwrap();
        assert_eq!(taken, AttemptTaken::Taken(attempt));
    }
}
