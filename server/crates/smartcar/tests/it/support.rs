//! A Smartcar that answers what a test tells it to.

use smartcar::{Client, ClientBuilder, Origin, Origins};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{any, method, path},
};

pub(crate) const CLIENT_ID: &str = "client_fixture";
pub(crate) const CLIENT_SECRET: &str = "s&cret=+ %";
pub(crate) const TOKEN: &str = include_str!("../fixtures/token.json");
pub(crate) const CONNECTION_ID: &str = "0c0ffee0-1111-4111-8111-000000000001";
pub(crate) const USER_ID: &str = "0c0ffee0-2222-4222-8222-000000000002";
pub(crate) const VEHICLE_ID: &str = "0c0ffee0-3333-4333-8333-000000000003";

/// A server on which every request that no mock expects fails the test.
pub(crate) async fn server() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(|request: &Request| {
            ResponseTemplate::new(500).set_body_string(format!(
                "No mock expects {} {}.",
                request.method, request.url
            ))
        })
        .with_priority(u8::MAX)
        .expect(0)
        .named("a request that no mock expects")
        .mount(&server)
        .await;
    server
}

/// A server whose token endpoint gives the recorded token once.
pub(crate) async fn server_with_token() -> MockServer {
    let server = server().await;
    Mock::given(method("POST"))
        .and(path("/oauth2/token"))
        .respond_with(json(200, TOKEN))
        .expect(1)
        .named("the token")
        .mount(&server)
        .await;
    server
}

/// A client of this server alone, whose retries do not pause.
pub(crate) fn client(server: &MockServer) -> Client {
    builder(&server.uri()).build().unwrap()
}

/// The same, to be changed.
pub(crate) fn builder(origin: &str) -> ClientBuilder {
    let origin: Origin = origin.parse().unwrap();
    Client::builder(CLIENT_ID, CLIENT_SECRET)
        .origins(Origins::all_at(origin))
        .retry_bounds(std::time::Duration::ZERO, std::time::Duration::ZERO)
}

/// An answer in JSON.
pub(crate) fn json(status: u16, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, "application/json")
}

/// Answers one path.
pub(crate) fn answering(verb: &str, at: &str, response: ResponseTemplate) -> Mock {
    Mock::given(method(verb))
        .and(path(at))
        .respond_with(response)
}

/// The path of the recorded vehicle.
pub(crate) fn vehicle_path() -> String {
    format!("/v3/vehicles/{VEHICLE_ID}")
}

/// A server that sends these bytes to each connection, as they are, and closes it.
pub(crate) async fn raw_server(bytes: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            // The client may leave before the end; that is what some tests are about.
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(&bytes).await;
        }
    });
    origin
}

/// An origin at which nobody listens.
pub(crate) async fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// A client whose token comes from a server of its own, and everything else from `origin`.
pub(crate) async fn client_at(origin: &str) -> (Client, MockServer) {
    let auth = server_with_token().await;
    let origins = smartcar::Origins {
        auth: auth.uri().parse().unwrap(),
        vehicle: origin.parse().unwrap(),
        ..smartcar::Origins::default()
    };
    let client = builder(&auth.uri()).origins(origins).build().unwrap();
    (client, auth)
}

/// A server whose answers the test writes itself.
pub(crate) struct Wire {
    pub(crate) origin: String,
    requests: mpsc::UnboundedReceiver<TcpStream>,
}

impl Wire {
    pub(crate) async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (sender, requests) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = [0; 4096];
                let length = stream.read(&mut request).await.unwrap();
                assert!(
                    request[..length].ends_with(b"\r\n\r\n"),
                    "the whole head at once"
                );
                let _ = sender.send(stream);
            }
        });
        Self { origin, requests }
    }

    /// The connection over which the next request, which has no body, came.
    pub(crate) async fn request(&mut self) -> TcpStream {
        self.requests.recv().await.unwrap()
    }

    /// Whether no more requests came.
    pub(crate) fn is_quiet(&mut self) -> bool {
        self.requests.try_recv().is_err()
    }
}
