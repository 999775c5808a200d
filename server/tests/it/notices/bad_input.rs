//! Forms that the page would not send.

use axum::{
    body::Body,
    http::{Request, header},
};

use super::{NOTHING_SET, NOTICES, Scene};
use crate::support::Page;

const FORM: &str = "application/x-www-form-urlencoded";

async fn post(scene: &mut Scene, body: impl Into<Body>, content_type: &str, site: &str) -> Page {
    let request = Request::post(NOTICES)
        .header(header::ACCEPT, "text/html")
        .header(header::CONTENT_TYPE, content_type)
        .header("sec-fetch-site", site)
        .body(body.into())
        .unwrap();
    scene.browser.send(request).await
}

#[tokio::test]
async fn a_form_that_the_page_would_not_send_is_refused_and_changes_nothing() {
    let mut scene = Scene::start().await;
    let car = scene.car();
    let good: Vec<String> = NOTHING_SET
        .iter()
        .map(|(name, value)| {
            let value = if *name == "vehicle" { &car } else { *value };
            format!("{name}={value}")
        })
        .chain(["unlocked=on".to_owned()])
        .collect();
    let whole = good.join("&");
    let mut bodies = vec![
        String::new(),
        "&&&".to_owned(),
        "form=nothing".to_owned(),
        format!("{whole}&more=less"),
        format!("form=all&vehicle={car}&more=less"),
        "form=all".to_owned(),
        format!("form=all&vehicle={car}&vehicle={car}"),
        "form=put-away".to_owned(),
        "form=put-away&notice=a&notice=b".to_owned(),
        "form=put-away&notice=a&vehicle=b".to_owned(),
        whole.replace("unlocked=on", "unlocked=off"),
        whole.replace("pressure=bar", "pressure=atm"),
        "a".repeat(50_000),
    ];
    for (index, field) in good.iter().enumerate() {
        bodies.push(format!("{whole}&{field}"));
        if *field != "unlocked=on" {
            let mut missing = good.clone();
            missing.remove(index);
            bodies.push(missing.join("&"));
        }
    }
    for body in bodies {
        let shown = body[..body.len().min(200)].to_owned();
        let page = post(&mut scene, body, FORM, "same-origin").await;
        assert_eq!(page.status.as_u16(), 400, "{shown}");
        page.assert_shows("could not be read");
    }
    for content_type in ["text/plain", "application/json", ""] {
        let page = post(&mut scene, whole.clone(), content_type, "same-origin").await;
        page.assert_status(400);
    }
    let huge = "a".repeat(100_000);
    let page = post(&mut scene, huge, FORM, "same-origin").await;
    page.assert_status(413);
    for site in ["cross-site", "same-site"] {
        let page = post(&mut scene, whole.clone(), FORM, site).await;
        page.assert_status(403);
    }
    scene
        .page()
        .await
        .assert_shows("Carport watches for nothing yet.");
    // Without the mistakes it would have been taken.
    let page = post(&mut scene, whole, FORM, "same-origin").await;
    assert_eq!(page.location(), "/notices?notice=saved");
}

#[tokio::test]
async fn a_notice_that_is_not_there_cannot_be_put_away() {
    let mut scene = Scene::start().await;
    for id in [
        "",
        "a",
        "'; DROP TABLE notice; --",
        "\0",
        &"9".repeat(40_000),
    ] {
        let fields = [("form", "put-away"), ("notice", id)];
        let page = scene.browser.submit(NOTICES, &fields).await;
        page.assert_status(404)
            .assert_shows("There is no page at this address.");
    }
}
