//! Presses: one at a time, two are one, and an old page sends nothing.

use std::{future::poll_fn, pin::pin, task::Poll};

use app::vehicle::command::form::Mistake;
use serde_json::json;
use server::{
    clock::Clock,
    storage::{CommandState, NewCommand},
};
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::Scene;

const UNLOCK: [(&str, &str); 2] = [("command", "unlock"), ("confirmed", "yes")];

#[tokio::test]
async fn a_double_click_is_one_command() {
    let mut scene = Scene::start().await;
    let key = scene.key(1);
    for _ in 0..2 {
        let page = scene.press_with(&key, &[("command", "lock")]).await;
        assert_eq!(page.location(), scene.address());
    }
    scene.settled().await;
    assert_eq!(scene.sent().await, ["POST security-lock"]);
    assert_eq!(scene.states().await.len(), 1);
}

#[tokio::test]
async fn a_browser_that_leaves_at_any_moment_leaves_no_half_of_a_command() {
    let mut scene = Scene::start().await;
    for (page, wakes) in (1..).zip([1, 2, 3, 4, 6, 8, 12]) {
        scene.carport.smartcar.forget_requests().await;
        scene.pass(Duration::SECOND).await;
        let key = scene.key(page);
        leave_after(wakes, scene.press_with(&key, &[("command", "lock")])).await;
        scene.settled().await;
        assert_eq!(scene.sent().await, ["POST security-lock"], "{wakes}");
        let states = scene.states().await;
        assert_eq!(states.len(), page as usize, "{wakes}");
        assert_eq!(states[0], CommandState::Seen, "{wakes}");
    }
}

/// Drops this after it was woken so often.
async fn leave_after(wakes: u32, work: impl Future) {
    let mut work = pin!(work);
    let mut left = wakes;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        work.as_mut().poll(context).map(drop)
    })
    .await;
}

#[tokio::test]
async fn a_button_of_a_page_that_was_left_sends_nothing_more() {
    let mut scene = Scene::start().await;
    let key = scene.key(1);
    scene.press_with(&key, &[("command", "lock")]).await;
    scene.settled().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let page = scene.press_with(&key, &[("command", "lock")]).await;
    Scene::refused(&page, &Mistake::PressedBefore);
    // Another button of the same page is another command.
    let page = scene.press_with(&key, &UNLOCK).await;
    assert_eq!(page.location(), scene.address());
    scene.settled().await;
    assert_eq!(
        scene.sent().await,
        ["POST security-lock", "POST security-unlock"]
    );
}

#[tokio::test]
async fn two_tabs_cannot_ask_for_opposites_at_once() {
    let mut scene = Scene::start().await;
    scene.next(json!({"slow": "held"})).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.carport.smartcar.command_held(scene.vehicle()).await;
    let page = scene.press(2, &UNLOCK).await;
    Scene::refused(&page, &Mistake::Busy);
    scene
        .carport
        .smartcar
        .release_commands(scene.vehicle())
        .await;
    scene.settled().await;
    assert_eq!(scene.sent().await, ["POST security-lock"]);
    scene.press(2, &UNLOCK).await;
    scene.settled().await;
    assert_eq!(scene.states().await[0], CommandState::Seen);
}

#[tokio::test]
async fn a_form_of_an_hour_ago_sends_nothing() {
    let mut scene = Scene::start().await;
    let key = scene.key(1);
    scene.carport.clock.advance(Duration::HOUR);
    let page = scene.press_with(&key, &[("command", "lock")]).await;
    Scene::refused(&page, &Mistake::OldPage);
    assert!(scene.sent().await.is_empty());
    assert!(scene.ledger().await.is_empty());
}

#[tokio::test]
async fn what_a_stopped_carport_left_behind_is_unknown_and_not_sent_again() {
    let mut scene = Scene::start().await;
    let now = scene.carport.clock.now();
    let store = &scene.carport.state.store;
    let left = NewCommand {
        id: "left".to_owned(),
        owner: UserId::new(scene.grant.user.as_str()),
        vehicle: VehicleId::new(scene.vehicle()),
        form_key: "key".to_owned(),
        command: r#"{"command":"lock"}"#.to_owned(),
        asked_at: now,
        held_until: now + Duration::seconds(20),
    };
    store.add_command(&left).await.unwrap();
    let mut stored = scene.ledger().await.remove(0);
    stored.state = CommandState::Sent;
    stored.sent_at = Some(now);
    store.save_command(&stored).await.unwrap();
    assert_eq!(scene.states().await, [CommandState::Sent]);

    scene.pass(Duration::seconds(20)).await;
    assert_eq!(scene.states().await, [CommandState::Unknown]);
    let address = scene.address();
    let page = scene.browser.get(&address).await;
    page.assert_status(200).assert_shows("look at the car");
    scene.press(1, &UNLOCK).await;
    scene.settled().await;
    assert_eq!(scene.sent().await, ["POST security-unlock"]);
    assert_eq!(
        scene.states().await,
        [CommandState::Seen, CommandState::Unknown]
    );
}
