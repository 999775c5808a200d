//! Somebody who has connected a car.

use axum::http::header;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use server::clock::{Clock, SystemClock};
use sha2::Sha256;

use crate::carport::{Carport, TOKEN};

pub(crate) struct Owner {
    pub(crate) cookie: String,
    pub(crate) user: String,
    pub(crate) vehicle: String,
}

impl Owner {
    pub(crate) async fn connect(carport: &Carport, number: usize) -> Self {
        let login = format!("{}/login", carport.origin);
        let login = carport.http.get(login).send().await.unwrap();
        let attempt = cookie(&login);
        let connect: url::Url = login.headers()[header::LOCATION]
            .to_str()
            .unwrap()
            .parse()
            .unwrap();
        let parameter = |name: &str| {
            let mut pairs = connect.query_pairs();
            pairs.find(|(key, _)| key == name).unwrap().1.into_owned()
        };
        let grant: Value = carport
            .http
            .post(format!("{}/_simulator/grants", carport.smartcar))
            .json(&json!({
                "email": format!("owner-{number}@example.com"), "make": "TESLA",
                "mode": "simulated", "externalId": parameter("external_id"),
            }))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let user = grant["userId"].as_str().unwrap().to_owned();
        let state = parameter("state");
        let exchange = carport
            .http
            .get(format!("{}/exchange", carport.origin))
            .query(&[("user_id", &user), ("state", &state)])
            .header(header::COOKIE, attempt)
            .send()
            .await
            .unwrap();
        assert_eq!(exchange.headers()[header::LOCATION], "/vehicle");
        Self {
            cookie: cookie(&exchange),
            vehicle: grant["connections"][0]["vehicleId"]
                .as_str()
                .unwrap()
                .to_owned(),
            user,
        }
    }

    /// An event of this owner's car with its signature: nine signals, as the reference shows one.
    pub(crate) fn event(&self, event_id: &str, charge: u64) -> (String, String) {
        let now = SystemClock.now();
        let at = now.unix_timestamp_nanos() / 1_000_000;
        let signal = |code: &str, body: Value| {
            json!({
                "code": code, "body": body, "status": {"value": "SUCCESS"},
                "meta": {"oemUpdatedAt": at, "retrievedAt": at},
            })
        };
        let body = json!({
            "eventId": event_id, "eventType": "VEHICLE_STATE",
            "data": {
                "user": {"id": self.user},
                "vehicle": {"id": self.vehicle, "make": "TESLA", "mode": "simulated"},
                "signals": [
                    signal("tractionbattery-stateofcharge", json!({"value": charge, "unit": "percent"})),
                    signal("tractionbattery-range", json!({"value": charge * 4, "unit": "km"})),
                    signal("odometer-traveleddistance", json!({"value": at / 1000, "unit": "km"})),
                    signal("closure-islocked", json!({"value": charge.is_multiple_of(2)})),
                    signal("charge-ischarging", json!({"value": false})),
                    signal("charge-ischargingcableconnected", json!({"value": true})),
                    signal("charge-detailedchargingstatus", json!({"value": "COMPLETE"})),
                    signal("location-preciselocation", json!({"latitude": 52.5, "longitude": 13.4})),
                    signal("connectivitystatus-isonline", json!({"value": true})),
                ],
            },
            "meta": {"version": "4.0", "deliveredAt": at, "mode": "SIMULATED", "signalCount": 9},
        })
        .to_string();
        let mut mac = Hmac::<Sha256>::new_from_slice(TOKEN.as_bytes()).unwrap();
        mac.update(body.as_bytes());
        (body, hex::encode(mac.finalize().into_bytes()))
    }

    /// Delivers it; `true` when it was answered with 2xx.
    pub(crate) async fn deliver(&self, carport: &Delivering, event_id: &str, charge: u64) -> bool {
        let (body, signature) = self.event(event_id, charge);
        let sent = carport
            .http
            .post(&carport.address)
            .header("SC-Signature", signature)
            .header(header::CONTENT_TYPE, "application/json")
            .body(body)
            .send()
            .await;
        sent.is_ok_and(|answer| answer.status().is_success())
    }
}

/// Where to deliver to.
#[derive(Clone)]
pub(crate) struct Delivering {
    pub(crate) http: reqwest::Client,
    pub(crate) address: String,
}

impl Delivering {
    pub(crate) fn to(carport: &Carport) -> Self {
        Self {
            http: carport.http.clone(),
            address: format!("{}{}", carport.origin, server::webhook::ADDRESS),
        }
    }
}

fn cookie(response: &reqwest::Response) -> String {
    let cookies: Vec<&str> = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|cookie| cookie.to_str().unwrap().split(';').next())
        .filter(|cookie| !cookie.ends_with('='))
        .collect();
    cookies.join("; ")
}
