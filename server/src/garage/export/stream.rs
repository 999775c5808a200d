//! A body that is written while it is sent.

use std::error::Error;

use axum::body::{Body, Bytes};
use futures::{StreamExt, stream};
use serde::Serialize;
use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument;

use crate::telemetry;

/// How much is sent at once, in bytes.
const CHUNK: usize = 32 * 1024;

/// Why a file could not be written to its end.
pub(super) type Broken = Box<dyn Error + Send + Sync>;

/// Where a file is written to. Whoever writes waits until what was written before has been taken.
pub(super) struct Chunks {
    buffer: Vec<u8>,
    sender: mpsc::Sender<Bytes>,
}

impl Chunks {
    /// Writes some of the file.
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= CHUNK {
            self.send().await?;
        }
        Ok(())
    }

    /// Writes a value as JSON.
    pub(super) async fn write_json(
        &mut self,
        value: &(impl Serialize + Sync),
    ) -> Result<(), Broken> {
        serde_json::to_writer(&mut self.buffer, value)?;
        self.write(&[]).await
    }

    async fn send(&mut self) -> Result<(), Broken> {
        let chunk = Bytes::from(std::mem::take(&mut self.buffer));
        Ok(self.sender.send(chunk).await?)
    }
}

/// A body that `write` writes: it is called when the body is first read, and gets no further ahead of its
/// reader than a chunk or two. When it fails the body breaks off: the connection is closed before the
/// end of the answer.
pub(super) fn body<Work>(write: impl FnOnce(Chunks) -> Work + Send + 'static) -> Body
where
    Work: Future<Output = Result<Chunks, Broken>> + Send + 'static,
{
    let begun = async move {
        let (sender, receiver) = mpsc::channel(1);
        let work = write(Chunks {
            buffer: Vec::with_capacity(CHUNK),
            sender,
        });
        let work = async move { work.await?.send().await };
        // By itself: a reader who has stopped reading would otherwise keep a connection to the database,
        // for which the end of the program would wait. Who has left takes it along.
        let work = AbortOnDropHandle::new(tokio::spawn(work.in_current_span()));
        stream::unfold(Some((receiver, work)), |writing| async move {
            let (mut receiver, work) = writing?;
            if let Some(chunk) = receiver.recv().await {
                return Some((Ok(chunk), Some((receiver, work))));
            }
            let error = match work.await {
                Ok(Ok(())) => return None,
                Ok(Err(error)) => error,
                Err(panicked) => Broken::from(panicked),
            };
            telemetry::log_internal(error.as_ref());
            Some((Err(error), None))
        })
    };
    Body::from_stream(stream::once(begun).flatten())
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use axum::body::to_bytes;

    use super::*;

    #[tokio::test]
    async fn everything_is_sent_and_in_order() {
        let body = body(|mut chunks| async move {
            for number in 0..20_000_u32 {
                chunks.write(&number.to_le_bytes()).await?;
            }
            Ok(chunks)
        });
        let all = to_bytes(body, usize::MAX).await.unwrap();
        let expected: Vec<u8> = (0..20_000_u32).flat_map(u32::to_le_bytes).collect();
        assert!(all == expected);
    }

    #[tokio::test]
    async fn nothing_is_written_ahead_of_who_reads() {
        let written = Arc::new(AtomicUsize::new(0));
        let body = body({
            let written = Arc::clone(&written);
            |mut chunks| async move {
                loop {
                    chunks.write(&[0; 1024]).await?;
                    written.fetch_add(1024, Ordering::SeqCst);
                }
            }
        });
        assert_eq!(written.load(Ordering::SeqCst), 0);
        let mut chunks = body.into_data_stream();
        let mut read = 0;
        for _ in 0..50 {
            let chunk = chunks.next().await.unwrap().unwrap();
            assert!(chunk.len() <= 2 * CHUNK);
            read += chunk.len();
            assert!(written.load(Ordering::SeqCst) <= read + 4 * CHUNK);
        }
    }

    #[tokio::test]
    async fn what_is_not_whole_ends_in_an_error() {
        let body = body(|mut chunks| async move {
            chunks.write(b"half of it").await?;
            Err::<Chunks, Broken>("the database has gone".into())
        });
        assert!(to_bytes(body, usize::MAX).await.is_err());
    }
}
