//! The server over a real socket: files, and the graceful end.

use server::lifecycle;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use crate::support::TestCarport;

/// Sends bytes and reads until the other side closes.
async fn exchange(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn it_serves_until_told_to_stop_and_finishes_what_is_under_way() {
    let carport = TestCarport::start().await;
    let hold = carport
        .smartcar
        .fault("connections.list", "hold".into())
        .await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let cookie = browser.cookie("carport_browser").unwrap().to_owned();

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(lifecycle::serve(carport.state.clone(), listener, async {
        let _ = stopped.await;
    }));
    let request = format!(
        "GET {} HTTP/1.1\r\nHost: localhost:8000\r\nCookie: carport_browser={cookie}\r\nConnection: close\r\n\r\n",
        attempt.callback(&grant.user)
    );
    let under_way = tokio::spawn(async move { exchange(address, &request).await });
    carport.smartcar.held(&hold, 1).await;
    stop.send(()).unwrap();
    carport.smartcar.release(&hold).await;
    let answer = under_way.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    server.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn an_address_or_headers_too_long_to_be_read_get_a_page_all_the_same() {
    let carport = TestCarport::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(lifecycle::serve(carport.state.clone(), listener, async {
        let _ = stopped.await;
    }));
    let huge = "a".repeat(100_000);
    for (request, status) in [
        (
            format!("GET /exchange?state={huge} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            "414",
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n",
                format!("x: {huge}\r\n").repeat(5)
            ),
            "431",
        ),
    ] {
        let answer = exchange(address, &request).await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{answer}"
        );
        assert!(
            answer.contains("<h1>This request is too large</h1>"),
            "{answer}"
        );
        assert!(answer.ends_with("</html>"), "{answer}");
    }
    stop.send(()).unwrap();
    server.await.unwrap();
}

#[tokio::test]
async fn a_body_that_is_too_large_is_answered_even_to_who_sends_all_of_it_first() {
    let carport = TestCarport::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(lifecycle::serve(carport.state.clone(), listener, async {
        let _ = stopped.await;
    }));
    let size = 10 * 1024 * 1024;
    let head = format!(
        "POST /webhooks/smartcar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {size}\r\n"
    );
    for request in [
        format!("{head}\r\n{}", "a".repeat(size)),
        // Not sent at all.
        format!("{head}Expect: 100-continue\r\n\r\n"),
    ] {
        let answer = exchange(address, &request).await;
        assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    }
    stop.send(()).unwrap();
    server.await.unwrap();
}

#[tokio::test]
async fn a_page_may_be_let_go_by_another_thread_than_made_it() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let car = format!("/vehicle/{}", grant.vehicles[0]);
    for path in ["/", "/vehicle", &car, "/settings"] {
        let page = browser.listen(path, None).await;
        assert_eq!(page.status, 200, "{path}");
        // A request goes on wherever there is a thread for it.
        let dropped = std::thread::spawn(move || drop(page)).join();
        assert!(dropped.is_ok(), "{path}");
    }
}
