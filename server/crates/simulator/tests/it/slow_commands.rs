//! Commands that are answered with a `202` first, and with their result later (reference 5).

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use smartcar_simulator::{Settings, Simulator};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

use crate::support::{Harness, Parked};

/// Sends a command and returns as soon as the head of the answer is there.
async fn begin(car: &Parked<'_>, path: &str) -> Response {
    let token = car.harness.token().await;
    let request = Request::post(format!("/v3/vehicles/{}/commands/{path}", car.vehicle))
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header("sc-user-id", &car.user)
        .header(header::HOST, "localhost:8010")
        .body(Body::empty())
        .unwrap();
    let response = car.harness.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::ACCEPTED);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
    assert!(!response.headers().contains_key(header::CONTENT_LENGTH));
    response
}

async fn end(response: Response) -> Value {
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn a_slow_command_is_held_until_it_is_released() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "slow": "held" })).await;
    let response = begin(&car, "security/unlock").await;
    let book = car
        .order(Method::GET, "/commands?await=1", Value::Null)
        .await;
    assert_eq!(
        (&book["held"], &book["commands"][0]["outcome"]),
        (&json!(1), &json!("underWay"))
    );
    harness.pass(200).await;
    assert_eq!(car.value("closure-islocked").await, true);
    car.order(Method::POST, "/commands/release", json!({}))
        .await;
    let result = end(response).await;
    assert_eq!(result["data"]["attributes"]["status"]["value"], "SUCCESS");
    assert_eq!(result["data"]["meta"]["durationInSeconds"], 200);
    harness.pass(2).await;
    assert_eq!(car.value("closure-islocked").await, false);
}

#[tokio::test]
async fn a_slow_command_ends_by_the_simulated_clock() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "slow": { "afterSeconds": 180 } })).await;
    let response = begin(&car, "charge/start").await;
    harness.pass(180).await;
    assert_eq!(
        end(response).await["data"]["meta"]["durationInSeconds"],
        180
    );
}

#[tokio::test]
async fn an_error_inside_a_202_comes_in_each_of_three_shapes() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let refused =
        json!({ "refused": { "code": 409, "type": "VEHICLE_STATE", "errorCode": "DOOR_OPEN" } });
    for (shape, pointer) in [("errors", "/errors/0"), ("error", "/error"), ("bare", "")] {
        for by_quirk in [false, true] {
            let quirk = if by_quirk { shape } else { "errors" };
            let quirks = json!({ "quirks": { "slowErrorShape": quirk } });
            harness.order("quirks", quirks).await;
            let mut next = json!({ "slow": { "afterSeconds": 0 }, "answer": refused });
            if !by_quirk {
                next["errorShape"] = shape.into();
            }
            car.next(next).await;
            let response = begin(&car, "security/lock").await;
            let request_id = response.headers()["sc-request-id"]
                .to_str()
                .unwrap()
                .to_owned();
            let result = end(response).await;
            let error = result.pointer(pointer).unwrap();
            assert_eq!(error["code"], "DOOR_OPEN", "{shape}");
            let (status, id) = if shape == "errors" {
                (json!("409"), &error["meta"]["requestId"])
            } else {
                (json!(409), &error["requestId"])
            };
            assert_eq!(
                (
                    &error[if shape == "errors" {
                        "status"
                    } else {
                        "statusCode"
                    }],
                    id
                ),
                (&status, &json!(request_id))
            );
        }
    }
}

#[tokio::test]
async fn the_state_of_the_car_counts_when_the_result_is_there() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "slow": "held" })).await;
    let response = begin(&car, "charge/start").await;
    car.change(json!({ "pluggedIn": false })).await;
    car.order(Method::GET, "/commands?await=1", Value::Null)
        .await;
    car.order(Method::POST, "/commands/release", json!({}))
        .await;
    let result = end(response).await;
    assert_eq!(result["errors"][0]["code"], "CHARGING_PLUG_NOT_CONNECTED");
}

#[tokio::test]
async fn the_car_goes_on_when_the_client_goes_away() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "slow": { "afterSeconds": 10 }, "seen": { "afterSeconds": 0 } }))
        .await;
    drop(begin(&car, "security/unlock").await);
    harness.pass(10).await;
    let is_done = async || {
        let book = car.order(Method::GET, "/commands", Value::Null).await;
        book["commands"][0]["outcome"] == "succeeded"
    };
    while !is_done().await {
        tokio::task::yield_now().await;
    }
    assert_eq!(car.value("closure-islocked").await, false);
}

#[tokio::test]
async fn a_reset_lets_go_what_is_held() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "slow": "held" })).await;
    let response = begin(&car, "security/unlock").await;
    car.order(Method::GET, "/commands?await=1", Value::Null)
        .await;
    harness.order("reset", json!({})).await;
    let result = end(response).await;
    assert_eq!(result["errors"][0]["status"], "404");
}

/// Sends a request on a connection of its own.
async fn connect(port: u16, head: &str, body: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let length = body.len();
    let request = format!(
        "{head}\r\nHost: localhost:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

async fn exchange(port: u16, head: &str, body: &str) -> Value {
    let mut answer = String::new();
    let mut stream = connect(port, head, body).await;
    stream.read_to_string(&mut answer).await.unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap_or_default()
}

#[tokio::test]
async fn the_head_comes_at_once_and_the_connection_can_be_lost_before_the_body() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let simulator = Simulator::start(Settings::default(), listener)
        .await
        .unwrap();
    let port = simulator.origin().port().unwrap();
    let grant = r#"{"email":"smartcar@demonstration-car.com","mode":"simulated"}"#;
    let granted = exchange(port, "POST /_simulator/grants HTTP/1.1", grant).await;
    let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
    let user = granted["userId"].as_str().unwrap();
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        smartcar_simulator::DEVELOPMENT_CLIENT_ID,
        smartcar_simulator::DEVELOPMENT_CLIENT_SECRET
    );
    let head = "POST /oauth2/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded";
    let token = exchange(port, head, &form).await;
    let token = token["access_token"].as_str().unwrap();
    let plan = format!("POST /_simulator/vehicles/{vehicle}/commands HTTP/1.1");
    let next = r#"{"next":{"slow":"held","answer":{"lost":"afterEffect"}}}"#;
    exchange(port, &plan, next).await;

    let head = format!(
        "POST /v3/vehicles/{vehicle}/commands/security/unlock HTTP/1.1\r\n\
         Authorization: Bearer {token}\r\nsc-user-id: {user}"
    );
    let mut stream = connect(port, &head, "").await;
    let mut begin = [0; 12];
    stream.read_exact(&mut begin).await.unwrap();
    assert_eq!(&begin, b"HTTP/1.1 202");

    let release = format!("POST /_simulator/vehicles/{vehicle}/commands/release HTTP/1.1");
    exchange(port, &release, "").await;
    let mut rest = Vec::new();
    // A connection that is cut may end with an error or with nothing.
    let _ = stream.read_to_end(&mut rest).await;
    let rest = String::from_utf8_lossy(&rest);
    assert!(
        !rest.contains("command-execution") && !rest.ends_with("0\r\n\r\n"),
        "{rest}"
    );
    let told = format!("GET /_simulator/vehicles/{vehicle}/commands HTTP/1.1");
    let book = exchange(port, &told, "").await;
    assert_eq!(book["commands"][0]["outcome"], "lost");
    assert_eq!(book["commands"][0]["done"], true);
    simulator.stop().await;
}
