//! The local Smartcar, driven through its control plane.

use std::sync::Arc;

use serde_json::{Value, json};
use smartcar_simulator::{FixedClock, Running, Settings, Simulator};
use tokio::net::TcpListener;
use url::Url;

/// What an owner granted, as Smartcar has it.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    pub(crate) user: String,
    pub(crate) vehicles: Vec<String>,
}

/// The local Smartcar.
pub(crate) struct TestSmartcar {
    running: Running,
    http: reqwest::Client,
}

impl TestSmartcar {
    pub(crate) async fn start(now: time::OffsetDateTime) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = Settings {
            clock: Arc::new(FixedClock::at(now)),
            ..Settings::default()
        };
        Self {
            running: Simulator::start(settings, listener).await.unwrap(),
            http: http_client(),
        }
    }

    pub(crate) fn origin(&self) -> String {
        self.running
            .origin()
            .as_str()
            .trim_end_matches('/')
            .to_owned()
    }

    /// Connects cars for an owner as Connect would have, with this external id.
    pub(crate) async fn grant(&self, email: &str, external_id: Option<&str>) -> Grant {
        self.grant_as(email, external_id, &Value::Null).await
    }

    /// Connects cars for an owner who allows these permissions and no others.
    pub(crate) async fn grant_only(
        &self,
        email: &str,
        external_id: &str,
        permissions: &[&str],
    ) -> Grant {
        self.grant_as(email, Some(external_id), &json!(permissions))
            .await
    }

    async fn grant_as(&self, email: &str, external_id: Option<&str>, permissions: &Value) -> Grant {
        let answer = self
            .post(
                "grants",
                &json!({
                    "email": email,
                    "make": "TESLA",
                    "mode": "simulated",
                    "externalId": external_id,
                    "permissions": permissions,
                }),
            )
            .await;
        let connections = answer["connections"].as_array().unwrap();
        Grant {
            user: answer["userId"].as_str().unwrap().to_owned(),
            vehicles: connections
                .iter()
                .map(|connection| connection["vehicleId"].as_str().unwrap().to_owned())
                .collect(),
        }
    }

    /// The maker forgets the log-in of this account.
    pub(crate) async fn log_in_lapses(&self, email: &str) {
        self.post(
            "reauthentication",
            &json!({ "account": email, "needed": true }),
        )
        .await;
    }

    /// Opens Connect at this address; the path of its first screen.
    pub(crate) async fn open_connect(&self, address: &Url) -> String {
        location(&self.http.get(address.clone()).send().await.unwrap())
    }

    /// Logs in again on the screens of Connect; the path to which they lead back.
    pub(crate) async fn log_in_again(&self, address: &Url, email: &str) -> String {
        let login = self.open_connect(address).await;
        let returned = self
            .http
            .post(address.join(&login).unwrap())
            .form(&[("email", email), ("password", "any")])
            .send()
            .await
            .unwrap();
        let back: Url = location(&returned).parse().unwrap();
        format!("{}?{}", back.path(), back.query().unwrap())
    }

    /// Sets when a signal was taken in by Smartcar, and what it says.
    pub(crate) async fn set_signal(&self, vehicle: &str, code: &str, signal: &Value) {
        let path = self.control(&format!("vehicles/{vehicle}/signals/{code}"));
        let answer = self.http.put(path).json(signal).send().await.unwrap();
        let status = answer.status();
        assert!(status.is_success(), "{}", answer.text().await.unwrap());
    }

    /// How many cars this login finds.
    pub(crate) async fn account_with_cars(&self, email: &str, count: u16) {
        let cars: Vec<Value> = (0..count)
            .map(|number| {
                json!({
                    "make": "TESLA",
                    "model": format!("Model {number}"),
                    "year": 2010 + number,
                    "powertrainType": "BEV",
                })
            })
            .collect();
        self.post(
            "accounts",
            &json!({ "email": email, "make": "TESLA", "vehicles": cars }),
        )
        .await;
    }

    /// Makes something go wrong; the id of the fault.
    pub(crate) async fn fault(&self, route: &str, kind: Value) -> String {
        let answer = self
            .post("faults", &json!({ "route": route, "kind": kind }))
            .await;
        answer["id"].to_string().trim_matches('"').to_owned()
    }

    pub(crate) async fn remove_fault(&self, id: &str) {
        self.http
            .delete(self.control(&format!("faults/{id}")))
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap();
    }

    /// Waits until so many answers are held back by this fault, at the same time.
    pub(crate) async fn held(&self, id: &str, count: usize) -> Value {
        self.get(&format!("faults/{id}?await={count}")).await
    }

    pub(crate) async fn release(&self, id: &str) {
        self.post(&format!("faults/{id}/release"), &json!({})).await;
    }

    /// Switches a deviation on.
    pub(crate) async fn quirks(&self, quirks: Value) {
        self.post("quirks", &json!({ "quirks": quirks })).await;
    }

    /// The requests to the API so far, as method and route, oldest first.
    pub(crate) async fn requests(&self) -> Vec<String> {
        let answer = self.get("requests").await;
        answer["requests"]
            .as_array()
            .unwrap_or_else(|| panic!("{answer}"))
            .iter()
            .map(|request| {
                format!(
                    "{} {}",
                    request["method"].as_str().unwrap(),
                    request["route"].as_str().unwrap()
                )
            })
            .collect()
    }

    pub(crate) async fn forget_requests(&self) {
        self.http
            .delete(self.control("requests"))
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap();
    }

    /// Moves the time of the local Smartcar on.
    pub(crate) async fn advance(&self, by: time::Duration) {
        let order = json!({ "advanceSeconds": by.whole_seconds() });
        self.post("clock", &order).await;
    }

    /// Says what the car is like.
    pub(crate) async fn set_vehicle(&self, vehicle: &str, order: Value) {
        self.http
            .patch(self.control(&format!("vehicles/{vehicle}")))
            .json(&order)
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap();
    }

    /// Says what becomes of the next command.
    pub(crate) async fn next_command(&self, vehicle: &str, next: Value) {
        let order = json!({ "next": next });
        self.post(&format!("vehicles/{vehicle}/commands"), &order)
            .await;
    }

    /// Waits until a command is held back, and says so.
    pub(crate) async fn command_held(&self, vehicle: &str) {
        self.get(&format!("vehicles/{vehicle}/commands?await=1"))
            .await;
    }

    pub(crate) async fn release_commands(&self, vehicle: &str) {
        self.post(&format!("vehicles/{vehicle}/commands/release"), &json!({}))
            .await;
    }

    pub(super) fn control(&self, path: &str) -> String {
        format!("{}/_simulator/{path}", self.origin())
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self
            .http
            .post(self.control(path))
            .json(body)
            .send()
            .await
            .unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    pub(super) async fn get(&self, path: &str) -> Value {
        self.http
            .get(self.control(path))
            .send()
            .await
            .unwrap()
            .error_for_status()
            .unwrap()
            .json()
            .await
            .unwrap()
    }
}

#[track_caller]
fn location(answer: &reqwest::Response) -> String {
    let location = answer.headers().get(reqwest::header::LOCATION);
    let location = location.unwrap_or_else(|| panic!("{} leads nowhere", answer.url()));
    location.to_str().unwrap().to_owned()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tests' own client, for the control plane on this machine"
)]
fn http_client() -> reqwest::Client {
    reqwest::Client::builder()
        .no_proxy()
        // Connect leads back to Carport, which the tests' own browser asks.
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
