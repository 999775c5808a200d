//! A car that is connected, and what asks it.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use super::{Harness, Reply};

/// Everything that an owner can grant.
const ALL_PERMISSIONS: [&str; 22] = [
    "read_vehicle_info",
    "read_vin",
    "read_odometer",
    "read_location",
    "read_battery",
    "read_charge",
    "read_charge_records",
    "read_climate",
    "read_diagnostics",
    "read_engine_oil",
    "read_extended_vehicle_info",
    "read_fuel",
    "read_security",
    "read_service_history",
    "read_speedometer",
    "read_thermometer",
    "read_tires",
    "read_user_profile",
    "control_charge",
    "control_navigation",
    "control_security",
    "control_trunk",
];

/// A car of Ann's.
pub(crate) struct Parked<'a> {
    pub(crate) harness: &'a Harness,
    pub(crate) vehicle: String,
    pub(crate) user: String,
}

impl Harness {
    /// Connects a car of Ann's with every permission. `car` is what the control plane is told of it.
    pub(crate) async fn car(&self, car: Value) -> Parked<'_> {
        self.car_with(car, &ALL_PERMISSIONS).await
    }

    pub(crate) async fn car_with(&self, car: Value, permissions: &[&str]) -> Parked<'_> {
        let order = json!({ "email": "ann@example.com", "vehicles": [car] });
        let made = self.order("accounts", order).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let vehicle = made.json()["vehicles"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        self.granted("ann@example.com", permissions, vehicle).await
    }

    /// A Tesla, plugged in at home.
    pub(crate) async fn tesla(&self) -> Parked<'_> {
        let state = json!({ "stateOfCharge": 50 });
        self.car(json!({
            "make": "TESLA", "model": "Model 3", "year": 2024, "powertrainType": "BEV",
            "state": state,
        }))
        .await
    }

    /// The demonstration car.
    pub(crate) async fn demonstration(&self) -> Parked<'_> {
        let email = "smartcar@demonstration-car.com";
        self.granted(email, &ALL_PERMISSIONS, String::new()).await
    }

    async fn granted(&self, email: &str, permissions: &[&str], expected: String) -> Parked<'_> {
        let order = json!({ "email": email, "mode": "simulated", "permissions": permissions });
        let granted = self.order("grants", order).await;
        assert_eq!(granted.status, StatusCode::CREATED, "{}", granted.text());
        let granted = granted.json();
        let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
        assert!(expected.is_empty() || vehicle == expected);
        Parked {
            harness: self,
            vehicle: vehicle.to_owned(),
            user: granted["userId"].as_str().unwrap().to_owned(),
        }
    }
}

impl Parked<'_> {
    /// Asks the API below the vehicle.
    pub(crate) async fn ask(&self, method: Method, path: &str) -> Reply {
        let path = format!("/vehicles/{}/{path}", self.vehicle);
        self.harness.api_as(method, &path, Some(&self.user)).await
    }

    pub(crate) async fn signals(&self) -> Value {
        let reply = self.ask(Method::GET, "signals").await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        reply.json()
    }

    /// The resource of one signal.
    pub(crate) async fn signal(&self, code: &str) -> Value {
        let reply = self.ask(Method::GET, &format!("signals/{code}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        reply.json()["data"].clone()
    }

    /// The value of one signal.
    pub(crate) async fn value(&self, code: &str) -> Value {
        self.signal(code).await["attributes"]["body"]["value"].clone()
    }

    pub(crate) async fn number(&self, code: &str) -> f64 {
        self.value(code).await.as_f64().unwrap()
    }

    /// Sends a command without a body.
    pub(crate) async fn command(&self, path: &str) -> Reply {
        self.ask(Method::POST, &format!("commands/{path}")).await
    }

    /// Posts attributes below the vehicle.
    pub(crate) async fn post(&self, path: &str, attributes: Value) -> Reply {
        let body = json!({ "data": { "attributes": attributes } });
        self.post_text(path, "application/json", &body.to_string())
            .await
    }

    pub(crate) async fn post_text(&self, path: &str, content_type: &str, body: &str) -> Reply {
        let token = self.harness.token().await;
        let request = Request::post(format!("/v3/vehicles/{}/{path}", self.vehicle))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header("sc-user-id", &self.user)
            .header(header::CONTENT_TYPE, content_type)
            .body(Body::from(body.to_owned()))
            .unwrap();
        self.harness.send(request).await
    }

    /// An order of the control plane below the vehicle.
    pub(crate) async fn order(&self, method: Method, path: &str, order: Value) -> Value {
        let path = format!("vehicles/{}{path}", self.vehicle);
        let reply = self.harness.control(method, &path, order).await;
        assert!(reply.status.is_success(), "{path}: {}", reply.text());
        if reply.body.is_empty() {
            Value::Null
        } else {
            reply.json()
        }
    }

    /// Says what is to become of the next command.
    pub(crate) async fn next(&self, next: Value) {
        self.order(Method::POST, "/commands", json!({ "next": next }))
            .await;
    }

    pub(crate) async fn change(&self, state: Value) {
        self.order(Method::PATCH, "", json!({ "state": state }))
            .await;
    }
}

/// Sends a command: `OK`, or status, type and code of its error.
pub(crate) async fn code(car: &Parked<'_>, path: &str) -> String {
    let reply = car.command(path).await;
    if reply.status == StatusCode::OK {
        return "OK".to_owned();
    }
    let (status, kind, code) = reply.error();
    format!("{status} {kind}/{code}")
}

/// The signals of a list by their codes.
pub(crate) fn by_code(list: &Value) -> BTreeMap<String, Value> {
    let entries = list["data"].as_array().unwrap().iter();
    entries
        .map(|entry| (entry["id"].as_str().unwrap().to_owned(), entry.clone()))
        .collect()
}
