//! An application that takes webhooks.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

/// What the receiver answers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Plan {
    Status(u16),
    /// Nothing, ever.
    Hang,
    /// A redirect to itself, which nobody should follow.
    Redirect,
}

/// A delivery as it came.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) event: Value,
}

impl Received {
    pub(crate) fn signatures(&self) -> Vec<&str> {
        let values = self.headers.get_all("sc-signature").iter();
        values.map(|value| value.to_str().unwrap()).collect()
    }

    /// Whether it has the one signature that it must have.
    pub(crate) fn is_signed(&self) -> bool {
        self.signatures() == [sign(DEVELOPMENT_MANAGEMENT_TOKEN, &self.body)]
    }

    /// The codes of the signals that are its reason.
    pub(crate) fn reasons(&self) -> Vec<String> {
        let triggers = self.event["triggers"].as_array().unwrap().iter();
        triggers
            .map(|trigger| match trigger["signal"]["code"].as_str() {
                Some(code) => code.to_owned(),
                None => trigger["type"].as_str().unwrap().to_owned(),
            })
            .collect()
    }

    /// What it says of a signal.
    pub(crate) fn signal(&self, code: &str) -> &Value {
        let signals = self.event["data"]["signals"].as_array().unwrap();
        let found = signals.iter().find(|signal| signal["code"] == code);
        found.unwrap_or_else(|| panic!("{code} is missing"))
    }
}

#[derive(Clone)]
struct Answering {
    plans: Arc<Mutex<VecDeque<Plan>>>,
    received: UnboundedSender<Received>,
    token: Arc<Mutex<String>>,
}

/// An application that takes webhooks, and answers 200 unless told otherwise.
pub(crate) struct Receiver {
    address: SocketAddr,
    answering: Answering,
    received: UnboundedReceiver<Received>,
    task: JoinHandle<()>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, received) = unbounded_channel();
        let answering = Answering {
            plans: Arc::default(),
            received: sender,
            token: Arc::new(Mutex::new(DEVELOPMENT_MANAGEMENT_TOKEN.to_owned())),
        };
        let router = Router::new().fallback(answer).with_state(answering.clone());
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self {
            address,
            answering,
            received,
            task,
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The answers to the next deliveries, one after the other.
    pub(crate) fn plan(&self, plans: &[Plan]) {
        self.answering.plans.lock().unwrap().extend(plans);
    }

    /// It has another key.
    pub(crate) fn change_token(&self, token: &str) {
        token.clone_into(&mut self.answering.token.lock().unwrap());
    }

    /// The next delivery, whenever it comes.
    pub(crate) async fn next(&mut self) -> Received {
        self.received.recv().await.unwrap()
    }

    /// Whether nothing has come that was not looked at.
    pub(crate) fn has_nothing(&mut self) -> bool {
        self.received.try_recv().is_err()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(
    State(answering): State<Answering>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let event: Value = serde_json::from_slice(&body).unwrap_or_default();
    let plan = answering.plans.lock().unwrap().pop_front();
    let challenge = event["data"]["challenge"].as_str().map(str::to_owned);
    let received = Received {
        path: uri.path().to_owned(),
        headers,
        body,
        event,
    };
    let _ = answering.received.send(received);
    match (plan, challenge) {
        (Some(Plan::Hang), _) => std::future::pending().await,
        (Some(Plan::Redirect), _) => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, "/elsewhere")],
        )
            .into_response(),
        (Some(Plan::Status(status)), _) => StatusCode::from_u16(status).unwrap().into_response(),
        (None, Some(challenge)) => {
            let token = answering.token.lock().unwrap().clone();
            let proof = sign(&token, challenge.as_bytes());
            axum::Json(json!({ "challenge": proof })).into_response()
        }
        (None, None) => StatusCode::OK.into_response(),
    }
}

pub(crate) fn sign(token: &str, message: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(message);
    hex::encode(mac.finalize().into_bytes())
}
