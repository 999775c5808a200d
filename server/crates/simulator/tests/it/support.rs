//! A simulator in this process, and what asks it.

mod garage;
mod receiver;
mod reply;
mod walk;
mod webhook;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use smartcar_simulator::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET,
    DEVELOPMENT_REDIRECT_URI, FixedClock, SeededEntropy, Settings, Simulator,
};
use time::macros::datetime;
use tower::ServiceExt as _;
use url::form_urlencoded::Serializer;

pub(crate) use garage::{Parked, by_code, code};
pub(crate) use receiver::{Plan, Received, Receiver, sign};
pub(crate) use reply::Reply;
use walk::Walk;
pub(crate) use webhook::{CHARGE, LOCKED, Told};

/// A simulator whose clock stands still.
pub(crate) struct Harness {
    pub(crate) router: Router,
    pub(crate) clock: Arc<FixedClock>,
}

impl Harness {
    pub(crate) fn new() -> Self {
        Self::with(|_| ())
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let clock = Arc::new(FixedClock::at(datetime!(2026-11-23 12:00 UTC)));
        let mut settings = Settings {
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(1)),
            ..Settings::default()
        };
        change(&mut settings);
        let router = Simulator::new(settings).unwrap().router();
        Self { router, clock }
    }

    pub(crate) async fn send(&self, mut request: Request<Body>) -> Reply {
        let headers = request.headers_mut();
        headers
            .entry(header::HOST)
            .or_insert("localhost:8010".parse().unwrap());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub(crate) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(encoded(fields)))
            .unwrap();
        self.send(request).await
    }

    /// Sends an order to the control plane.
    pub(crate) async fn order(&self, path: &str, order: Value) -> Reply {
        let path = format!("/_simulator/{path}");
        self.send(
            Request::post(path)
                .body(Body::from(order.to_string()))
                .unwrap(),
        )
        .await
    }

    /// Sends an order of another method to the control plane.
    pub(crate) async fn control(&self, method: Method, path: &str, order: Value) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(format!("/_simulator/{path}"))
            .body(Body::from(order.to_string()))
            .unwrap();
        self.send(request).await
    }

    /// Moves the simulated clock on.
    pub(crate) async fn pass(&self, seconds: u64) {
        let order = json!({ "advanceSeconds": seconds });
        assert_eq!(self.order("clock", order).await.status, StatusCode::OK);
    }

    pub(crate) async fn token(&self) -> String {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", DEVELOPMENT_CLIENT_ID),
            ("client_secret", DEVELOPMENT_CLIENT_SECRET),
        ];
        let reply = self.form("/oauth2/token", &fields).await;
        reply.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// Asks the vehicle API with a fresh token.
    pub(crate) async fn api(&self, method: Method, path: &str) -> Reply {
        self.api_as(method, path, None).await
    }

    pub(crate) async fn api_as(&self, method: Method, path: &str, user_id: Option<&str>) -> Reply {
        let token = self.token().await;
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/v3{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        if let Some(user_id) = user_id {
            request = request.header("sc-user-id", user_id);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The connections of simulated mode, with more filters.
    pub(crate) async fn listing(&self, filters: &[(&str, &str)]) -> Value {
        let simulated = [("filter[vehicle.mode]", "simulated")];
        let path = format!("/connections?{}&{}", encoded(&simulated), encoded(filters));
        self.api(Method::GET, path.trim_end_matches('&'))
            .await
            .json()
    }

    /// Connects all cars of an account without a browser.
    pub(crate) async fn grant(&self, email: &str, external_id: Option<&str>) -> Value {
        let order = json!({ "email": email, "mode": "simulated", "externalId": external_id });
        let reply = self.order("grants", order).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
        reply.json()
    }

    /// Makes an account with one Tesla.
    pub(crate) async fn one_car(&self, email: &str) {
        let car =
            json!({ "make": "TESLA", "model": "Model 3", "year": 2024, "powertrainType": "BEV" });
        let order = json!({ "email": email, "vehicles": [car] });
        assert_eq!(
            self.order("accounts", order).await.status,
            StatusCode::CREATED
        );
    }

    /// Follows a Connect URL with more parameters, or other ones.
    pub(crate) async fn authorize(&self, changes: &[(&str, &str)]) -> Reply {
        let mut parameters = vec![
            ("application_id", DEVELOPMENT_APPLICATION_ID),
            ("response_type", "none"),
            ("redirect_uri", DEVELOPMENT_REDIRECT_URI),
            ("mode", "simulated"),
        ];
        parameters.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
        parameters.extend(changes.iter().filter(|(_, value)| *value != ABSENT));
        self.get(&format!("/oauth/authorize?{}", encoded(&parameters)))
            .await
    }

    /// Begins a Connect session and stays on its first screen.
    pub(crate) async fn begin(&self, changes: &[(&str, &str)]) -> Walk<'_> {
        let reply = self.authorize(changes).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        let base = reply
            .location()
            .strip_suffix("/country")
            .unwrap()
            .to_owned();
        Walk {
            harness: self,
            base,
        }
    }

    /// Walks to the grant screen.
    pub(crate) async fn logged_in(&self, email: &str, changes: &[(&str, &str)]) -> Walk<'_> {
        let walk = self.begin(changes).await;
        walk.choose_brand("TESLA").await;
        let reply = walk.log_in(email).await;
        assert!(reply.location().ends_with("/grant"), "{}", reply.location());
        walk
    }
}

/// Leaves a parameter of the Connect URL out.
pub(crate) const ABSENT: &str = "(absent)";

pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}
