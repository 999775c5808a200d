//! Closing a connection without an answer.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Marks a response that never reaches the client.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DroppedConnection;

/// A switch that makes a connection fail at its next write.
#[derive(Debug, Clone, Default)]
pub(crate) struct SeverableConnection(Arc<AtomicBool>);

impl SeverableConnection {
    /// From now on nothing is written any more.
    pub(crate) fn sever(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn check(&self) -> io::Result<()> {
        if self.0.load(Ordering::Acquire) {
            Err(io::ErrorKind::ConnectionAborted.into())
        } else {
            Ok(())
        }
    }
}

impl<L: Listener<Addr = SocketAddr>> Connected<IncomingStream<'_, SeverableListener<L>>>
    for SeverableConnection
{
    fn connect_info(stream: IncomingStream<'_, SeverableListener<L>>) -> Self {
        stream.io().connection.clone()
    }
}

/// A listener whose connections can be severed by the handlers of their requests.
#[derive(Debug)]
pub(crate) struct SeverableListener<L>(pub(crate) L);

impl<L: Listener> Listener for SeverableListener<L> {
    type Io = SeverableStream<L::Io>;
    type Addr = L::Addr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = self.0.accept().await;
        let connection = SeverableConnection::default();
        (SeverableStream { stream, connection }, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// A stream with a switch to make it fail.
#[derive(Debug)]
pub(crate) struct SeverableStream<S> {
    stream: S,
    connection: SeverableConnection,
}

impl<S: AsyncRead + Unpin> AsyncRead for SeverableStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for SeverableStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.connection.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
