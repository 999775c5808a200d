//! A simulator in this process, and a browser that walks through its Connect.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::{Value, json};
use smartcar_simulator::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET,
    DEVELOPMENT_REDIRECT_URI, FixedClock, SeededEntropy, Settings, Simulator,
};
use time::macros::datetime;
use tower::ServiceExt as _;
use url::Url;
use url::form_urlencoded::Serializer;

/// A simulator whose clock stands still.
pub(crate) struct Harness {
    pub(crate) router: Router,
    pub(crate) clock: Arc<FixedClock>,
}

/// An answer, read to its end.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub(crate) fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The parameters that a redirect to the application carries.
    pub(crate) fn returned(&self) -> Returned {
        assert_eq!(self.status, StatusCode::FOUND, "{}", self.text());
        let url = Url::parse(self.location()).unwrap();
        assert!(url.as_str().starts_with(DEVELOPMENT_REDIRECT_URI), "{url}");
        Returned(url)
    }

    /// Type and code of the API's error.
    pub(crate) fn error(&self) -> (u16, String, String) {
        let error = &self.json()["errors"][0];
        let text = |name: &str| error[name].as_str().unwrap().to_owned();
        assert_eq!(text("status"), self.status.as_str());
        (self.status.as_u16(), text("type"), text("code"))
    }
}

/// Where the owner came back to the application.
pub(crate) struct Returned(Url);

impl Returned {
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let found: Vec<_> = self
            .0
            .query_pairs()
            .filter(|(known, _)| known == name)
            .collect();
        assert!(found.len() <= 1, "{name} is doubled in {}", self.0);
        found.first().map(|(_, value)| value.to_string())
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0
            .query_pairs()
            .map(|(name, _)| name.into_owned())
            .collect()
    }
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

/// A walk through Connect.
pub(crate) struct Walk<'a> {
    harness: &'a Harness,
    pub(crate) base: String,
}

impl Walk<'_> {
    pub(crate) async fn see(&self, screen: &str) -> Reply {
        self.harness.get(&format!("{}/{screen}", self.base)).await
    }

    pub(crate) async fn submit(&self, screen: &str, fields: &[(&str, &str)]) -> Reply {
        self.harness
            .form(&format!("{}/{screen}", self.base), fields)
            .await
    }

    pub(crate) async fn choose_brand(&self, make: &str) -> Reply {
        self.submit("country", &[("country", "DE"), ("language", "en")])
            .await;
        self.submit("brand", &[("make", make)]).await
    }

    pub(crate) async fn log_in(&self, email: &str) -> Reply {
        self.submit("login", &[("email", email), ("password", "any")])
            .await
    }

    /// The ids of the cars on the grant screen.
    pub(crate) async fn cars(&self) -> Vec<String> {
        let page = self.see("grant").await.text();
        let boxes = page.split("name=\"vehicle\"").skip(1);
        boxes
            .map(|rest| rest.split("value=\"").nth(1).unwrap()[..36].to_owned())
            .collect()
    }

    /// Ticks every car and these permissions, and presses a button.
    pub(crate) async fn decide(
        &self,
        action: &str,
        permissions: &[&str],
        more: &[(&str, &str)],
    ) -> Reply {
        let cars = self.cars().await;
        let mut fields: Vec<(&str, &str)> =
            cars.iter().map(|id| ("vehicle", id.as_str())).collect();
        fields.extend(permissions.iter().map(|name| ("permission", *name)));
        fields.extend(more);
        self.submit(action, &fields).await
    }

    pub(crate) async fn allow(&self, permissions: &[&str]) -> Reply {
        self.decide("grant", permissions, &[("decision", "allow")])
            .await
    }
}
