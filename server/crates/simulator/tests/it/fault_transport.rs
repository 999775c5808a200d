//! Faults that only a real connection shows, and the server's begin and end.

use serde_json::json;
use smartcar_simulator::{
    DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET, Running, Settings, Simulator,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

async fn start() -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Simulator::start(Settings::default(), listener)
        .await
        .unwrap()
}

/// Sends a request on a connection of its own and reads until the simulator closes it.
async fn exchange(simulator: &Running, head: &str, body: &str) -> std::io::Result<String> {
    let port = simulator.origin().port().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let length = body.len();
    let request = format!(
        "{head} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

async fn ask_for_a_token(simulator: &Running) -> String {
    let body = format!(
        "grant_type=client_credentials&client_id={DEVELOPMENT_CLIENT_ID}\
         &client_secret={DEVELOPMENT_CLIENT_SECRET}"
    );
    // A connection that is cut may end with an error or with nothing: both are no answer.
    exchange(simulator, "POST /oauth2/token", &body)
        .await
        .unwrap_or_default()
}

async fn fault(simulator: &Running, kind: &str) {
    let order = json!({ "route": "token", "times": 1, "kind": kind }).to_string();
    let answer = exchange(simulator, "POST /_simulator/faults", &order)
        .await
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
}

#[tokio::test]
async fn a_dropped_connection_carries_no_answer() {
    let simulator = start().await;
    fault(&simulator, "drop").await;
    assert_eq!(ask_for_a_token(&simulator).await, "");
    let log = exchange(&simulator, "GET /_simulator/requests", "")
        .await
        .unwrap();
    assert!(log.contains(r#""status":null"#), "{log}");
    assert!(
        ask_for_a_token(&simulator)
            .await
            .starts_with("HTTP/1.1 200 OK")
    );
    simulator.stop().await;
}

#[tokio::test]
async fn a_truncated_answer_is_shorter_than_it_says() {
    let simulator = start().await;
    fault(&simulator, "truncated").await;
    let answer = ask_for_a_token(&simulator).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap();
    let length: usize = length.parse().unwrap();
    assert_eq!(body.len(), length / 2);
    assert!(body.starts_with(r#"{"access_token":"#));
    simulator.stop().await;
}

#[tokio::test]
async fn the_origin_carries_the_port_and_links_begin_with_it() {
    let simulator = start().await;
    let port = simulator.origin().port().unwrap();
    assert_eq!(
        simulator.origin().as_str(),
        format!("http://localhost:{port}/")
    );
    simulator.stop().await;
}

#[tokio::test]
async fn stopping_lets_go_what_is_held() {
    let simulator = start().await;
    let order = r#"{"route": "token", "kind": "hold"}"#;
    exchange(&simulator, "POST /_simulator/faults", order)
        .await
        .unwrap();
    let port = simulator.origin().port().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "POST /oauth2/token HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let told = exchange(&simulator, "GET /_simulator/faults/1?await=1", "")
        .await
        .unwrap();
    assert!(told.contains(r#""held":1"#), "{told}");
    simulator.stop().await;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let refusal = Simulator::start(Settings::default(), listener)
        .await
        .unwrap_err();
    assert_eq!(refusal.kind(), std::io::ErrorKind::InvalidInput);
    assert!(refusal.to_string().contains("loopback"));
}

#[tokio::test]
async fn invalid_settings_are_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = Settings {
        client_secrets: Vec::new(),
        ..Settings::default()
    };
    let refusal = Simulator::start(settings, listener).await.unwrap_err();
    assert!(refusal.to_string().contains("client secrets"));
}
