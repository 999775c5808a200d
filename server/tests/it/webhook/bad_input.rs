//! What is no delivery of Smartcar's changes nothing, and says so.

use axum::body::Body;
use serde_json::{Value, json};
use time::Duration;

use super::{Scene, TOKEN, sign};

#[tokio::test]
async fn a_challenge_is_answered_with_the_current_token() {
    let mut scene = Scene::start().await;
    let verify =
        |challenge: Value| json!({"eventType": "VERIFY", "data": {"challenge": challenge}});
    let body = verify(json!("3a1d-8fB_x")).to_string();
    let page = scene.send(body.clone(), &[]).await;
    page.assert_status(200);
    assert_eq!(page.header("content-type"), "application/json");
    let expected = json!({"challenge": sign(TOKEN, b"3a1d-8fB_x")});
    assert_eq!(page.body, expected.to_string());
    // Signed or not, and in the form of version 2.
    let earlier =
        json!({"eventName": "verify", "payload": {"challenge": "3a1d-8fB_x"}}).to_string();
    let signature = sign(TOKEN, earlier.as_bytes());
    for signatures in [&[][..], &[signature.as_str()]] {
        let again = scene.send(earlier.clone(), signatures).await;
        assert_eq!(again.body, page.body);
    }
    let signature = sign(TOKEN, body.as_bytes());
    assert_eq!(scene.send(body, &[&signature]).await.body, page.body);

    // An event is never signed for whoever asks.
    let event = scene.event("forged", &scene.locked(false, 0)).to_string();
    for challenge in [json!(event), json!(""), json!("two words"), json!(null)] {
        let body = verify(challenge).to_string();
        let signature = sign(TOKEN, body.as_bytes());
        scene.send(body.clone(), &[]).await.assert_status(401);
        scene.send(body, &[&signature]).await.assert_status(400);
    }
}

#[tokio::test]
async fn only_one_valid_signature_of_these_very_bytes_counts() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("event", &scene.locked(false, 0));
    let body = event.to_string();
    let spaced = body.replacen('{', "{ ", 1);
    let (first, rest) = body[1..body.len() - 1].split_once(",\"event").unwrap();
    let reordered = format!("{{\"event{rest},{first}}}");
    let same: Value = serde_json::from_str(&reordered).unwrap();
    assert_eq!(same, event);
    let right = sign(TOKEN, body.as_bytes());
    let wrong = sign("another-token", body.as_bytes());
    let doubled = format!("{right}{right}");
    let capitals = right.to_uppercase();
    let no_digits = right.replace(|digit: char| digit.is_ascii_digit(), "x");
    for signatures in [
        &[][..],
        &[""],
        &[&wrong],
        &[&right[..63]],
        &[&right[..62]],
        &[&capitals],
        &[&no_digits],
        &["Жук"],
        &[&doubled],
        &[&right, &right],
        &[&wrong, &right],
    ] {
        scene
            .send(body.clone(), signatures)
            .await
            .assert_status(401)
            .assert_shows("SC-Signature");
    }
    for other in [spaced, reordered] {
        scene.send(other, &[&right]).await.assert_status(401);
    }
    scene.settled().await;
    assert_eq!(scene.stored().await.0, json!(true));

    // The token that is on its way out is still good.
    let old = sign("the-old-token", body.as_bytes());
    scene.send(body, &[&old]).await.assert_status(200);
    scene.settled().await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn what_is_signed_and_no_event_is_refused_in_words() {
    let mut scene = Scene::start().await;
    let nested = format!("{}{}", "[".repeat(25_000), "]".repeat(25_000));
    for body in [
        b"".to_vec(),
        b"{}".to_vec(),
        b"[]".to_vec(),
        nested.into_bytes(),
        b"{\"eventType\":\"VEHICLE_STATE\",\"extra\":\"\xff\"}".to_vec(),
    ] {
        let signature = sign(TOKEN, &body);
        let page = scene.send(body, &[&signature]).await;
        page.assert_status(400).assert_shows("no event");
    }
}

#[tokio::test]
async fn a_nested_or_unknown_part_spoils_only_itself() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let mut event = scene.event("nested", &scene.locked(false, 0));
    event["data"]["errors"] = json!("none");
    event["surprise"] = json!({"eventType": 7});
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let body = event
        .to_string()
        .replace("\"surprise\":", &format!("\"deep\":{deep},\"surprise\":"));
    let signature = sign(TOKEN, body.as_bytes());
    scene.send(body, &[&signature]).await.assert_status(200);
    scene.settled().await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn a_huge_body_is_too_large_however_it_is_signed() {
    let mut scene = Scene::start().await;
    let body = vec![b' '; 10 * 1024 * 1024];
    let signature = sign(TOKEN, &body);
    let page = scene.send(Body::from(body), &[&signature]).await;
    page.assert_status(413);
}

#[tokio::test]
async fn forgeries_have_a_limit_that_real_deliveries_do_not_feel() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let mut refused = 0;
    for _ in 0..40 {
        let page = scene.send("{}", &["forged"]).await;
        if page.status == 429 {
            assert_eq!(page.header("retry-after"), "60");
            refused += 1;
        } else {
            page.assert_status(401);
        }
    }
    assert_eq!(refused, 10);
    let event = scene.event("real", &scene.locked(false, 0));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
    // Nor do they keep Smartcar from verifying the webhook.
    let verify = json!({"eventType": "VERIFY", "data": {"challenge": "a"}}).to_string();
    scene.send(verify, &[]).await.assert_status(200);
}

#[tokio::test]
async fn challenges_have_a_limit_that_real_deliveries_do_not_feel() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let verify = json!({"eventType": "VERIFY", "data": {"challenge": "a"}}).to_string();
    for _ in 0..30 {
        scene.send(verify.clone(), &[]).await.assert_status(200);
    }
    scene.send(verify.clone(), &[]).await.assert_status(429);
    // One that is signed is Smartcar's own.
    let signature = sign(TOKEN, verify.as_bytes());
    scene
        .send(verify.clone(), &[&signature])
        .await
        .assert_status(200);
    let event = scene.event("real", &scene.locked(false, 0));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
    scene.carport.clock.advance(Duration::MINUTE);
    scene.send(verify, &[]).await.assert_status(200);
}
