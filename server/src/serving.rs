//! The connections of browsers, of Smartcar, and of what stands before Carport.
//!
//! HTTP/1.1, which every proxy speaks to what is behind it. axum's own loop first looks whether a
//! connection is HTTP/2, and the look alone makes hyper hold twice the buffer for as long as the
//! connection is open; and it waits for the head of a request for ever.

use std::time::Duration;

use axum::{Router, serve::Listener};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};

/// How long the head of a request may take to come, and a connection be idle before it. Longer than a
/// proxy keeps one that it does not use (nginx: 60 seconds), which must not find it closed.
const HEAD_LIMIT: Duration = Duration::from_secs(75);

/// Serves the connections of this listener until `shutdown` ends, then lets the requests under way
/// finish.
pub(crate) async fn serve<L>(mut listener: L, router: Router, shutdown: impl Future<Output = ()>)
where
    L: Listener,
    L::Io: 'static,
{
    let mut server = http1::Builder::new();
    server
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_LIMIT);
    let service = TowerToHyperService::new(router);
    let connections = GracefulShutdown::new();
    tokio::pin!(shutdown);
    loop {
        let (stream, _) = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut shutdown => break,
        };
        let connection = server.serve_connection(TokioIo::new(stream), service.clone());
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::trace!(%error, "a connection has failed");
            }
        });
    }
    // Nobody can connect any more.
    drop(listener);
    connections.shutdown().await;
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    use axum::{body::Body, routing::get};
    use futures::stream::once;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
        sync::{mpsc, oneshot},
    };

    use super::*;

    /// Connections that are handed to it.
    struct Handed(mpsc::Receiver<DuplexStream>);

    impl Listener for Handed {
        type Io = DuplexStream;
        type Addr = ();

        async fn accept(&mut self) -> (DuplexStream, ()) {
            match self.0.recv().await {
                Some(stream) => (stream, ()),
                None => std::future::pending().await,
            }
        }

        fn local_addr(&self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Server {
        listener: mpsc::Sender<DuplexStream>,
        stop: oneshot::Sender<()>,
        served: tokio::task::JoinHandle<()>,
    }

    fn start(router: Router) -> Server {
        let (listener, handed) = mpsc::channel(1);
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async { drop(stopped.await) };
        Server {
            listener,
            stop,
            served: tokio::spawn(serve(Handed(handed), router, shutdown)),
        }
    }

    impl Server {
        async fn connect(&self) -> DuplexStream {
            let (near, far) = duplex(64 * 1024);
            self.listener.send(far).await.unwrap();
            near
        }
    }

    async fn rest(mut connection: DuplexStream) -> String {
        let mut text = String::new();
        connection.read_to_string(&mut text).await.unwrap();
        text
    }

    const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: carport\r\n\r\n";

    #[tokio::test(start_paused = true)]
    async fn a_head_that_never_ends_and_a_connection_that_is_never_used_are_closed() {
        let server = start(Router::new().route("/", get(|| async { "answer" })));
        let begun = tokio::time::Instant::now();
        let mut slow = server.connect().await;
        slow.write_all(b"GET / HTTP/1.1\r\nhost: ").await.unwrap();
        let mut idle = server.connect().await;
        idle.write_all(REQUEST).await.unwrap();

        assert_eq!(rest(slow).await, "");
        assert!(rest(idle).await.ends_with("\r\n\r\nanswer"));
        assert!(begun.elapsed() >= HEAD_LIMIT);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_may_last_as_long_as_it_wants() {
        let stream = || async {
            Body::from_stream(once(async {
                tokio::time::sleep(HEAD_LIMIT * 3).await;
                Ok::<_, io::Error>("late")
            }))
        };
        let server = start(Router::new().route("/", get(stream)));
        let mut connection = server.connect().await;
        connection.write_all(REQUEST).await.unwrap();
        assert!(rest(connection).await.contains("late"));
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_under_way_at_the_end_is_answered_and_nothing_else() {
        let (release, released) = oneshot::channel::<()>();
        let held = Arc::new(Mutex::new(Some(released)));
        let (arrived, mut arrivals) = mpsc::channel::<()>(1);
        let router = Router::new().route(
            "/",
            get(move || {
                let released = held.lock().expect("nobody panics").take();
                async move {
                    arrived.send(()).await.expect("the test waits");
                    released
                        .expect("one request")
                        .await
                        .expect("it is released");
                    "answer"
                }
            }),
        );
        let server = start(router);
        let mut busy = server.connect().await;
        let idle = server.connect().await;
        busy.write_all(REQUEST).await.unwrap();
        arrivals.recv().await.unwrap();

        server.stop.send(()).unwrap();
        assert_eq!(rest(idle).await, "");
        assert!(server.listener.send(duplex(1).1).await.is_err());
        assert!(!server.served.is_finished());
        release.send(()).unwrap();
        assert!(rest(busy).await.contains("connection: close"));
        server.served.await.unwrap();
    }
}
