//! A page for requests whose head is too large to be read.
//!
//! hyper answers an address of more than 64 kB, or headers of more than 400 kB, by itself and with a
//! bare status, before any layer is asked. The reader gets a page all the same: the connection gives
//! the bare answer a body on its way out.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{http::StatusCode, serve::Listener};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

use crate::pages;

/// What hyper answers by itself, each without a body.
const BARE_ANSWERS: [StatusCode; 2] = [
    StatusCode::URI_TOO_LONG,
    StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
];

/// A listener whose connections never send a bare answer.
pub(crate) struct PageListener {
    listener: TcpListener,
    answers: Arc<[(Vec<u8>, Vec<u8>)]>,
}

impl PageListener {
    /// Takes a listener over; the pages link this style sheet.
    pub(crate) fn new(listener: TcpListener, stylesheet: &str) -> Self {
        let answers = BARE_ANSWERS
            .iter()
            .map(|status| {
                let beginning = format!("HTTP/1.1 {} ", status.as_u16());
                (
                    beginning.into_bytes(),
                    whole_answer(*status, stylesheet).into_bytes(),
                )
            })
            .collect();
        Self { listener, answers }
    }
}

impl Listener for PageListener {
    type Io = PageStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Without this, small answers on a kept connection wait 40 ms for an acknowledgement.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
        let stream = PageStream {
            stream,
            answers: Arc::clone(&self.answers),
            replacing: None,
        };
        (stream, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A connection that never sends a bare answer.
pub(crate) struct PageStream {
    stream: TcpStream,
    answers: Arc<[(Vec<u8>, Vec<u8>)]>,
    /// Which answer is being sent in the place of a bare one, and how far it is.
    replacing: Option<(usize, usize)>,
}

impl AsyncRead for PageStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for PageStream {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        if this.replacing.is_none() {
            this.replacing = this
                .answers
                .iter()
                .position(|(beginning, _)| buffer.starts_with(beginning) && is_bare(buffer))
                .map(|answer| (answer, 0));
        }
        let Some((answer, mut sent)) = this.replacing else {
            return Pin::new(&mut this.stream).poll_write(context, buffer);
        };
        let whole = &this.answers[answer].1;
        while sent < whole.len() {
            let more = ready!(Pin::new(&mut this.stream).poll_write(context, &whole[sent..]))?;
            if more == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            sent += more;
            this.replacing = Some((answer, sent));
        }
        this.replacing = None;
        Poll::Ready(Ok(buffer.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Whether this is a whole answer without a body, so that no page of ours is ever replaced.
fn is_bare(answer: &[u8]) -> bool {
    let length = b"\r\ncontent-length: 0\r\n";
    answer.ends_with(b"\r\n\r\n") && answer.windows(length.len()).any(|part| part == length)
}

fn whole_answer(status: StatusCode, stylesheet: &str) -> String {
    let page = pages::plain_document(status, stylesheet);
    format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncache-control: no-store\r\n\
         content-type: text/html; charset=utf-8\r\ncontent-security-policy: {policy}\r\n\
         content-length: {length}\r\n\r\n{page}",
        policy = pages::PLAIN_POLICY,
        length = page.len(),
    )
}
