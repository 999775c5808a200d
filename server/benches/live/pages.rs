//! Open pages: the events that they hear, and what they read then.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::header;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

use crate::{
    carport::Carport,
    owner::{Delivering, Owner},
};

/// How many pages of one owner may listen.
const OF_ONE_OWNER: usize = 20;

/// A page that hears events.
pub(crate) struct OpenPage {
    connection: TcpStream,
}

/// Opens so many pages, a few for each owner in turn.
pub(crate) async fn open(carport: &Carport, owners: &[Arc<Owner>], count: usize) -> Vec<OpenPage> {
    assert!(count <= owners.len() * OF_ONE_OWNER);
    let mut pages = Vec::with_capacity(count);
    for owner in owners.iter().cycle().take(count) {
        pages.push(OpenPage::open(carport, owner).await);
    }
    pages
}

impl OpenPage {
    async fn open(carport: &Carport, owner: &Owner) -> Self {
        let mut connection = TcpStream::connect(("127.0.0.1", carport.port))
            .await
            .unwrap();
        connection.set_nodelay(true).unwrap();
        let request = format!(
            "GET /events HTTP/1.1\r\nHost: localhost:{}\r\nAccept: text/event-stream\r\n\
             Cookie: {}\r\n\r\n",
            carport.port, owner.cookie
        );
        connection.write_all(request.as_bytes()).await.unwrap();
        let mut page = Self { connection };
        // It begins with what the page has missed.
        page.hear().await;
        page
    }

    /// Waits for the next event.
    async fn hear(&mut self) {
        let mut text = Vec::new();
        while !text.windows(6).any(|window| window == b"data: ") {
            let read = self.connection.read_buf(&mut text).await.unwrap();
            assert_ne!(read, 0, "the events have ended: {text:?}");
        }
    }
}

/// Delivers so many events a second, to one car after the other, and has each page read itself when
/// it hears of it. Returns how long each took, from the sending to the last byte of the markup.
pub(crate) async fn deliver_and_read(
    carport: &Carport,
    owners: &[Arc<Owner>],
    pages: Vec<OpenPage>,
    per_second: u32,
    seconds: u32,
) -> Vec<Duration> {
    let mut ticks = interval(Duration::from_secs(1) / per_second);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut waiting = JoinSet::new();
    let (mut idle, mut taken) = (
        pages.into_iter().enumerate().collect::<Vec<_>>(),
        Vec::new(),
    );
    idle.reverse();
    for number in 0..per_second * seconds {
        ticks.tick().await;
        while let Some(done) = waiting.try_join_next() {
            let (page, duration) = done.unwrap();
            idle.insert(0, page);
            taken.push(duration);
        }
        let (index, mut page) = idle.pop().expect("pages hear faster than events come");
        let owner = Arc::clone(&owners[index]);
        let to = Delivering::to(carport);
        let read = format!("{}/api/page", carport.origin);
        waiting.spawn(async move {
            let begun = Instant::now();
            let event_id = format!("page-{number}");
            let delivering = owner.deliver(&to, &event_id, u64::from(number) % 100);
            let (is_answered, ()) = tokio::join!(delivering, page.hear());
            assert!(is_answered);
            let markup = to
                .http
                .get(read)
                .query(&[("page", format!("/vehicle/{}", owner.vehicle))])
                .header(header::COOKIE, &owner.cookie)
                .send()
                .await
                .unwrap();
            assert_eq!(markup.status(), 200);
            markup.bytes().await.unwrap();
            ((index, page), begun.elapsed())
        });
    }
    taken.extend(
        waiting
            .join_all()
            .await
            .into_iter()
            .map(|(_, duration)| duration),
    );
    taken
}
