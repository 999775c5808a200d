//! A webhook, and the log of its deliveries.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::{Harness, Parked, Received, Receiver};

pub(crate) const LOCKED: &str = "closure-islocked";
pub(crate) const CHARGE: &str = "tractionbattery-stateofcharge";

/// A subscribed Tesla, and who is told of it.
pub(crate) struct Told<'a> {
    pub(crate) harness: &'a Harness,
    pub(crate) car: Parked<'a>,
    pub(crate) receiver: Receiver,
    pub(crate) webhook: String,
}

impl Harness {
    /// Makes a webhook; its id.
    pub(crate) async fn webhook(&self, order: Value) -> String {
        let reply = self.order("webhooks", order).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
        reply.json()["id"].as_str().unwrap().to_owned()
    }

    /// The deliveries in the log, once there are so many.
    pub(crate) async fn deliveries(&self, query: &str) -> Vec<Value> {
        let reply = self.get(&format!("/_simulator/deliveries?{query}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        reply.json()["deliveries"].as_array().unwrap().clone()
    }

    /// A Tesla that was subscribed and told of for the first time. `order` changes the webhook, which
    /// has two signals.
    pub(crate) async fn told(&self, order: Value) -> Told<'_> {
        let mut receiver = Receiver::start().await;
        let mut webhook = json!({
            "callbackUri": receiver.url("/hook"),
            "signals": [CHARGE, LOCKED],
            "triggers": [LOCKED],
        });
        for (name, value) in order.as_object().unwrap() {
            webhook[name] = value.clone();
        }
        let webhook = self.webhook(webhook).await;
        assert_eq!(receiver.next().await.event["eventType"], "VERIFY");
        let car = self.tesla().await;
        self.pass(2).await;
        let first = receiver.next().await;
        assert_eq!(first.reasons(), ["FIRST_DELIVERY"]);
        self.deliveries("type=VEHICLE_STATE&state=delivered&await=1")
            .await;
        Told {
            harness: self,
            car,
            receiver,
            webhook,
        }
    }
}

impl Told<'_> {
    pub(crate) async fn lock(&self, locked: bool) {
        self.car.change(json!({ "locked": locked })).await;
    }

    /// The delivery of an event, once it is in this state.
    pub(crate) async fn in_state(&self, received: &Received, state: &str) -> Value {
        let event = received.event["eventId"].as_str().unwrap();
        let query = format!("event={event}&state={state}&await=1");
        let mut found = self.harness.deliveries(&query).await;
        assert_eq!(found.len(), 1, "{event} did not come to be {state}");
        found.remove(0)
    }

    /// An order below the webhook.
    pub(crate) async fn order(&self, method: Method, path: &str, order: Value) -> Value {
        let path = format!("webhooks/{}{path}", self.webhook);
        let reply = self.harness.control(method, &path, order).await;
        assert!(reply.status.is_success(), "{path}: {}", reply.text());
        if reply.body.is_empty() {
            Value::Null
        } else {
            reply.json()
        }
    }

    /// What is to become of the next event.
    pub(crate) async fn next(&self, mishap: Value) {
        let next = json!({ "next": { "mishap": mishap } });
        self.order(Method::POST, "/next", next).await;
    }
}
