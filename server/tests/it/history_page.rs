//! The page of the history: what the store has kept, in the address's span and the reader's units.

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::json;
use time::Duration;

use crate::support::{Browser, Grant, Page, TestCarport};

const REFRESH: &str = "/api/vehicle/refresh";
const LEVEL: &str = "tractionbattery-stateofcharge";
const ODOMETER: &str = "odometer-traveleddistance";

struct Scene {
    carport: TestCarport,
    browser: Browser,
    grant: Grant,
}

impl Scene {
    async fn start() -> Self {
        let carport = TestCarport::start().await;
        let mut browser = carport.browser();
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        Self {
            carport,
            browser,
            grant,
        }
    }

    /// So much later the car says this, and is asked for it.
    async fn says(&mut self, later: Duration, level: u8, kilometres: u32) {
        self.carport.clock.advance(later);
        self.carport.smartcar.advance(later).await;
        let vehicle = &self.grant.vehicles[0];
        for (code, body) in [
            (LEVEL, json!({ "value": level, "unit": "percent" })),
            (ODOMETER, json!({ "value": kilometres, "unit": "km" })),
        ] {
            let signal = json!({ "body": body });
            self.carport
                .smartcar
                .set_signal(vehicle, code, &signal)
                .await;
        }
        let page = self.browser.submit(REFRESH, &[("vehicle", vehicle)]).await;
        assert!(page.location().contains("refreshed"), "{page:?}");
    }

    async fn history(&mut self, query: &str) -> Page {
        let path = format!("/vehicle/{}/history{query}", self.grant.vehicles[0]);
        self.browser.get(&path).await
    }
}

#[tokio::test]
async fn what_the_car_said_is_drawn_and_listed() {
    let mut scene = Scene::start().await;
    // Now is 23 November 2026, 12:00.
    scene.says(Duration::hours(1), 80, 10_000).await;
    scene.says(Duration::hours(1), 70, 10_050).await;
    scene.says(Duration::hours(1), 62, 10_090).await;
    let page = scene.history("?period=day&at=2026-11-23").await;
    page.assert_status(200)
        .assert_shows("Monday, 23 November 2026")
        .assert_shows("Battery in %, each hour, UTC")
        .assert_shows("<time datetime=\"2026-11-23T15:00:00Z\">23 November, 15:00</time>")
        .assert_shows("<td>62</td><td>62</td><td>62</td><td>62</td>")
        .assert_shows("to 62\u{202f}%")
        .assert_shows("Distance driven in km, each hour, UTC")
        .assert_shows("<td>50</td>")
        .assert_shows("<td>40</td>");
    let page = scene
        .history("?from=2026-11-23T14:30Z&until=2026-11-23T15:30Z")
        .await;
    page.assert_status(200)
        .assert_shows("23 November 2026, 14:30 to 15:30 UTC")
        .assert_shows("<td>62</td>")
        .assert_hides("<td>70</td>");
    for period in ["week", "month", "year"] {
        let page = scene.history(&format!("?period={period}")).await;
        page.assert_status(200).assert_shows("role=\"img\"");
    }
}

#[tokio::test]
async fn the_units_are_those_that_the_reader_has_chosen() {
    let mut scene = Scene::start().await;
    scene.says(Duration::hours(1), 80, 16_093).await;
    scene.says(Duration::hours(1), 80, 16_253).await;
    let chosen = [
        ("form", "display"),
        ("theme", "system"),
        ("units", "us"),
        ("distance", "mi"),
        ("temperature", "f"),
        ("pressure", "psi"),
        ("volume", "gal"),
    ];
    let page = scene.browser.submit("/settings", &chosen).await;
    assert!(page.status.is_redirection());
    let page = scene.history("?period=day").await;
    page.assert_status(200)
        .assert_shows("Distance driven in mi, each hour, UTC")
        .assert_shows("99\u{202f}mi");
}

#[tokio::test]
async fn a_time_without_readings_leads_to_the_latest() {
    let mut scene = Scene::start().await;
    scene.says(Duration::hours(1), 80, 10_000).await;
    scene
        .history("?period=month&at=2026-03-01")
        .await
        .assert_status(200)
        .assert_shows("Nothing from this time")
        .assert_shows(">November 2026</a>")
        .assert_hides("role=\"img\"");
}

#[tokio::test]
async fn what_no_link_would_ask_for_is_refused_and_said() {
    let mut scene = Scene::start().await;
    let huge = format!("?at={}", "2".repeat(9000));
    for (query, words) in [
        ("?period=decade", "There is no such period"),
        ("?period=", "could not read the period"),
        ("?period=day&period=week", "could not read the period"),
        ("?at=2026-11-23&at=2026-11-23", "could not read the period"),
        ("?per%69od=day&period=week", "could not read the period"),
        ("?at=%FF", "could not read the period"),
        (huge.as_str(), "could not read the period"),
        ("?at=yesterday", "This is no date."),
        ("?at=%3Cscript%3Ealert(1)%3C/script%3E", "This is no date."),
        ("?at=2026-11-23%27--", "This is no date."),
        ("?at=2100-01-01", "still to come"),
        ("?at=1970-01-01", "before any car could be read"),
        ("?from=2026-11-23T10:00Z", "both its beginning and its end"),
        ("?until=2026-11-23T10:00Z", "both its beginning and its end"),
        (
            "?from=2026-11-23T10:00Z&until=2026-11-22T10:00Z",
            "ends before it begins",
        ),
        (
            "?from=2001-11-23T10:00Z&until=2026-11-22T10:00Z",
            "five years are the most",
        ),
        (
            "?from=2026-11-23T10:00Z&until=2026-11-23T10:01Z",
            "ten minutes are the least",
        ),
        ("?from=0&until=99999999999999999999", "no date with a time"),
        (
            "?period=day&from=2026-11-22T10:00Z&until=2026-11-23T10:00Z",
            "not both at once",
        ),
    ] {
        let page = scene.history(query).await;
        page.assert_status(400)
            .assert_shows(words)
            .assert_shows("role=\"alert\"")
            .assert_hides("<script>alert");
    }
    // What Carport does not know, it passes over.
    scene
        .history("?notice=refreshed&utm=1&utm=2")
        .await
        .assert_status(200);
}

#[tokio::test]
async fn the_history_of_others_is_not_there_and_a_visitor_is_led_home() {
    let mut scene = Scene::start().await;
    scene.says(Duration::hours(1), 80, 10_000).await;
    let mut other = scene.carport.browser();
    scene.carport.connect(&mut other, "other@example.com").await;
    let path = format!("/vehicle/{}/history", scene.grant.vehicles[0]);
    other
        .get(&path)
        .await
        .assert_status(404)
        .assert_hides("role=\"img\"");
    // Not even whether the span would have been one.
    other
        .get(&format!("{path}?period=decade"))
        .await
        .assert_status(404);
    for strange in [
        "/vehicle/%00/history",
        "/vehicle/..%2F..%2Fusers/history",
        "/vehicle/%3Cscript%3E/history",
    ] {
        other.get(strange).await.assert_status(404);
    }
    let mut visitor = scene.carport.browser();
    assert_eq!(visitor.get(&path).await.location(), "/");
}

#[tokio::test]
async fn the_script_reads_the_same_page_and_hears_of_changes() {
    let mut scene = Scene::start().await;
    scene.says(Duration::hours(1), 80, 10_000).await;
    let vehicle = &scene.grant.vehicles[0];
    let path = format!("/api/page?page=/vehicle/{vehicle}/history%3Fperiod%3Dday");
    let request = Request::get(path).header(header::ACCEPT, "application/json");
    let page = scene
        .browser
        .send(request.body(Body::empty()).unwrap())
        .await;
    page.assert_status(200);
    let content: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    let title = content["title"].as_str().unwrap();
    assert!(title.starts_with("History of Tesla"), "{title}");
    let mark = content["revision"].as_str().unwrap().to_owned();

    scene.says(Duration::hours(1), 70, 10_050).await;
    let mut heard = scene
        .browser
        .listen(&format!("/events?since={mark}"), None)
        .await;
    assert_ne!(heard.next().await.unwrap(), mark);
}
