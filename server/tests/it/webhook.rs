//! What Smartcar delivers by itself: checked, kept, answered, and then on the page.

mod bad_input;
mod errors;
mod events;
mod failures;
mod hostile;
mod order;
mod replays;

use axum::{
    body::Body,
    http::{Request, header},
};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use server::webhook;
use sha2::Sha256;

use crate::support::{Browser, Grant, Page, TestCarport};

pub(crate) const TOKEN: &str = "the-management-token";
const TOKENS: &str = "--smartcar-management-token=the-management-token,the-old-token";
const LOCKED: &str = "closure-islocked";

/// A car whose owner is signed in, and Smartcar's webhook.
struct Scene {
    carport: TestCarport,
    browser: Browser,
    grant: Grant,
}

impl Scene {
    async fn start() -> Self {
        Self::on(TestCarport::start_with(&[TOKENS]).await).await
    }

    async fn start_on_postgres() -> Self {
        Self::on(TestCarport::start_on_postgres(&[TOKENS]).await).await
    }

    async fn on(carport: TestCarport) -> Self {
        let mut browser = carport.browser();
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        carport.smartcar.forget_requests().await;
        Self {
            carport,
            browser,
            grant,
        }
    }

    /// An event of this car.
    fn event(&self, id: &str, signals: &Value) -> Value {
        json!({
            "eventId": id, "eventType": "VEHICLE_STATE",
            "data": {
                "user": {"id": self.grant.user}, "vehicle": {"id": self.grant.vehicles[0]},
                "signals": signals,
            },
            "meta": {"mode": "LIVE", "deliveredAt": self.milliseconds(0)},
        })
    }

    /// So many seconds after now.
    fn milliseconds(&self, seconds: i64) -> i64 {
        use server::clock::Clock;
        (self.carport.clock.now().unix_timestamp() + seconds) * 1000
    }

    /// Whether the car is locked, as it says itself so many seconds after now.
    fn locked(&self, is_locked: bool, seconds: i64) -> Value {
        let at = self.milliseconds(seconds);
        json!([{
            "code": LOCKED, "name": "IsLocked", "group": "Closure", "body": {"value": is_locked},
            "status": {"value": "SUCCESS"}, "meta": {"oemUpdatedAt": at, "retrievedAt": at},
        }])
    }

    /// Delivers an event as Smartcar does, and waits until it was worked on.
    async fn deliver(&mut self, event: &Value) {
        let body = event.to_string();
        let signature = sign(TOKEN, body.as_bytes());
        self.send(body, &[&signature]).await.assert_status(200);
        self.settled().await;
    }

    async fn settled(&self) {
        self.carport.state.unattended.settled().await;
    }

    /// Delivers an event that cannot be answered as kept.
    async fn deliver_in_vain(&mut self, event: &Value) {
        let body = event.to_string();
        let signature = sign(TOKEN, body.as_bytes());
        self.send(body, &[&signature]).await.assert_status(503);
    }

    /// Posts a body with these signatures.
    async fn send(&mut self, body: impl Into<Body>, signatures: &[&str]) -> Page {
        let mut request =
            Request::post(webhook::ADDRESS).header(header::CONTENT_TYPE, "application/json");
        for signature in signatures {
            request = request.header("SC-Signature", signature.as_bytes());
        }
        // Smartcar has no cookie.
        let mut smartcar = self.carport.browser();
        smartcar.send(request.body(body.into()).unwrap()).await
    }

    /// What is stored of whether the car is locked: the value, and the trouble's code.
    async fn stored(&self) -> (Value, Value) {
        let store = &self.carport.state.store;
        let owner = smartcar::UserId::new(self.grant.user.as_str());
        let vehicle = smartcar::VehicleId::new(self.grant.vehicles[0].as_str());
        let signals = store.signals(&owner, &vehicle).await.unwrap();
        let signal = signals
            .into_iter()
            .find(|signal| signal.code == LOCKED)
            .unwrap();
        let json = |json: Option<String>| -> Value {
            json.map_or(Value::Null, |json| serde_json::from_str(&json).unwrap())
        };
        let good = json(signal.good.map(|report| report.json));
        let trouble = json(signal.trouble.map(|report| report.json));
        let body = ["/body/value", "/attributes/body/value"]
            .iter()
            .find_map(|path| good.pointer(path));
        (
            body.cloned().unwrap_or_default(),
            trouble
                .pointer("/status/error/type")
                .cloned()
                .unwrap_or_default(),
        )
    }

    async fn waiting(&self) -> usize {
        use server::clock::Clock;
        let (store, now) = (&self.carport.state.store, self.carport.clock.now());
        // Held until now: left as they are.
        store.take_deliveries(10, now, now).await.unwrap().len()
    }
}

pub(crate) fn sign(token: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(body);
    hex::encode(mac.finalize().into_bytes())
}
