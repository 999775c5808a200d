//! What an owner wants to be told: from the form to the notice, and to its end.

mod bad_input;
mod page;
mod telling;

use serde_json::{Value, json};
use server::{clock::Clock, watch};
use time::Duration;

use crate::{
    support::{Browser, Grant, Page, TestCarport},
    webhook::{TOKEN, sign},
};

const NOTICES: &str = "/notices";

/// What the form of a car sends when nothing was set, in bar.
const NOTHING_SET: [(&str, &str); 7] = [
    ("form", "rules"),
    ("vehicle", ""),
    ("pressure", "bar"),
    ("unlocked-number", "10"),
    ("charging-stopped-number", "80"),
    ("tyre-low-number", "2.0"),
    ("silent-number", "24"),
];

/// An owner of a car that Smartcar delivers of.
struct Scene {
    carport: TestCarport,
    browser: Browser,
    grant: Grant,
    delivered: u32,
}

impl Scene {
    async fn start() -> Self {
        let flag = format!("--smartcar-management-token={TOKEN}");
        Self::of(TestCarport::start_with(&[&flag]).await).await
    }

    async fn of(carport: TestCarport) -> Self {
        let mut browser = carport.browser();
        carport
            .smartcar
            .account_with_cars("owner@example.com", 1)
            .await;
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        Self {
            carport,
            browser,
            grant,
            delivered: 0,
        }
    }

    fn car(&self) -> String {
        self.grant.vehicles[0].clone()
    }

    /// Sends the form with these fields changed or added.
    async fn set(&mut self, changes: &[(&str, &str)]) -> Page {
        let car = self.car();
        let mut fields: Vec<(&str, &str)> = NOTHING_SET.to_vec();
        fields[1].1 = &car;
        for (name, value) in changes {
            match fields.iter_mut().find(|(known, _)| known == name) {
                Some(field) => field.1 = value,
                None => fields.push((name, value)),
            }
        }
        self.browser.submit(NOTICES, &fields).await
    }

    /// Delivers a value that the car says was so this many minutes ago.
    async fn deliver(&mut self, code: &str, body: &Value, minutes_ago: i64) {
        let at = self.carport.clock.now() - Duration::minutes(minutes_ago);
        let at = at.unix_timestamp() * 1000;
        self.delivered += 1;
        let event = json!({
            "eventId": format!("notice-{}", self.delivered), "eventType": "VEHICLE_STATE",
            "data": {
                "user": {"id": self.grant.user}, "vehicle": {"id": self.car()},
                "signals": [{
                    "code": code, "body": body, "status": {"value": "SUCCESS"},
                    "meta": {"oemUpdatedAt": at, "retrievedAt": at},
                }],
            },
            "meta": {"mode": "LIVE", "deliveredAt": self.carport.clock.now().unix_timestamp() * 1000},
        });
        let body = event.to_string();
        let signature = sign(TOKEN, body.as_bytes());
        let request = axum::http::Request::post(server::webhook::ADDRESS)
            .header("SC-Signature", signature)
            .body(body.into())
            .unwrap();
        self.carport
            .browser()
            .send(request)
            .await
            .assert_status(200);
        self.carport.state.unattended.settled().await;
    }

    async fn locked(&mut self, is_locked: bool, minutes_ago: i64) {
        let body = json!({ "value": is_locked });
        self.deliver("closure-islocked", &body, minutes_ago).await;
    }

    /// Lets time pass, as the server notices it.
    async fn pass(&self, minutes: i64) {
        self.carport.clock.advance(Duration::minutes(minutes));
        watch::look_at_due(&self.carport.state).await.unwrap();
    }

    async fn page(&mut self) -> Page {
        let page = self.browser.get(NOTICES).await;
        page.assert_status(200);
        page
    }
}
