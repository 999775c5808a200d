//! The cache apart from HTTP, on a clock that stands still until it is told to move on.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use futures::future::join_all;
use tokio::{sync::Semaphore, time::advance};

use super::{IssuedToken, TokenCache, TokenSource};
use crate::{Error, ErrorKind, auth::AccessToken};

/// A source that counts, and gives out `token-1`, `token-2` and so on.
struct Fountain {
    fetches: AtomicUsize,
    failures: AtomicUsize,
    lifetime: AtomicU64,
    /// Each fetch takes a permit before it ends.
    gate: Semaphore,
}

impl Fountain {
    fn new(lifetime: u64, open: usize) -> Arc<Self> {
        Arc::new(Self {
            fetches: AtomicUsize::new(0),
            failures: AtomicUsize::new(0),
            lifetime: AtomicU64::new(lifetime),
            gate: Semaphore::new(open),
        })
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl TokenSource for Arc<Fountain> {
    async fn fetch(&self) -> Result<IssuedToken, Error> {
        let number = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
        self.gate.acquire().await.unwrap().forget();
        let failing = self
            .failures
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        if failing.is_ok() {
            return Err(Error::invalid_argument("this source was told to fail"));
        }
        let lifetime = Duration::from_secs(self.lifetime.load(Ordering::SeqCst));
        Ok(IssuedToken::new(&format!("token-{number}").into(), lifetime).unwrap())
    }
}

const OPEN: usize = 1000;

fn text(token: &AccessToken) -> String {
    token.authorization().to_str().unwrap().to_owned()
}

async fn next(cache: &TokenCache) -> String {
    text(&cache.get().await.unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_token_is_kept_until_a_minute_before_its_end() {
    let source = Fountain::new(3600, OPEN);
    let cache = TokenCache::over(Arc::clone(&source));
    assert_eq!(next(&cache).await, "Bearer token-1");
    advance(Duration::from_secs(3539)).await;
    assert_eq!(next(&cache).await, "Bearer token-1");
    advance(Duration::from_secs(1)).await;
    assert_eq!(next(&cache).await, "Bearer token-2");
    assert_eq!(source.fetches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_short_token_is_used_for_half_its_life() {
    let source = Fountain::new(10, OPEN);
    let cache = TokenCache::over(Arc::clone(&source));
    next(&cache).await;
    advance(Duration::from_millis(4999)).await;
    assert_eq!(next(&cache).await, "Bearer token-1");
    advance(Duration::from_millis(1)).await;
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test(start_paused = true)]
async fn a_life_beyond_reason_is_cut_to_a_day() {
    let source = Fountain::new(u64::MAX, OPEN);
    let cache = TokenCache::over(Arc::clone(&source));
    next(&cache).await;
    advance(Duration::from_hours(24)).await;
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test(start_paused = true)]
async fn the_life_is_counted_from_the_asking() {
    let source = Fountain::new(3600, 0);
    let cache = TokenCache::over(Arc::clone(&source));
    let slow = tokio::spawn({
        let cache = cache.clone();
        async move { next(&cache).await }
    });
    tokio::task::yield_now().await;
    advance(Duration::from_secs(20)).await;
    source.gate.add_permits(OPEN);
    slow.await.unwrap();
    advance(Duration::from_secs(3520)).await;
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_ask_one_fetch_serves_them() {
    let source = Fountain::new(3600, 0);
    let cache = TokenCache::over(Arc::clone(&source));
    let asking = (0..200).map(|_| {
        let cache = cache.clone();
        tokio::spawn(async move { next(&cache).await })
    });
    let asking: Vec<_> = asking.collect();
    source.gate.add_permits(OPEN);
    for token in join_all(asking).await {
        assert_eq!(token.unwrap(), "Bearer token-1");
    }
    assert_eq!(source.fetches(), 1);
}

#[tokio::test]
async fn a_failure_is_shared_by_those_who_wait_and_then_forgotten() {
    let source = Fountain::new(3600, 0);
    source.failures.store(1, Ordering::SeqCst);
    let cache = TokenCache::over(Arc::clone(&source));
    let (first, second, ()) = tokio::join!(cache.get(), cache.get(), async {
        source.gate.add_permits(OPEN);
    });
    assert_eq!(first.unwrap_err().kind(), ErrorKind::InvalidArgument);
    assert_eq!(second.unwrap_err().kind(), ErrorKind::InvalidArgument);
    assert_eq!(source.fetches(), 1);
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test]
async fn a_failure_is_not_handed_to_one_who_asks_after_it() {
    let source = Fountain::new(3600, OPEN);
    source.failures.store(1, Ordering::SeqCst);
    let cache = TokenCache::over(Arc::clone(&source));
    // Both wait; only the first has been told the outcome when the third asks.
    let mut first = Box::pin(cache.get());
    let mut second = Box::pin(cache.get());
    source.gate.forget_permits(OPEN);
    assert!(futures::poll!(&mut first).is_pending());
    assert!(futures::poll!(&mut second).is_pending());
    source.gate.add_permits(OPEN);
    assert!(first.await.is_err());
    assert_eq!(next(&cache).await, "Bearer token-2");
    assert!(second.await.is_err());
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test]
async fn one_who_stops_waiting_takes_nothing_from_the_others() {
    let source = Fountain::new(3600, 0);
    let cache = TokenCache::over(Arc::clone(&source));
    let mut leader = Box::pin(cache.get());
    let mut follower = Box::pin(cache.get());
    assert!(futures::poll!(&mut leader).is_pending());
    assert!(futures::poll!(&mut follower).is_pending());
    drop(leader);
    source.gate.add_permits(OPEN);
    assert_eq!(text(&follower.await.unwrap()), "Bearer token-1");
    assert_eq!(source.fetches(), 1);
}

#[tokio::test]
async fn a_fetch_that_all_left_is_begun_anew() {
    let source = Fountain::new(3600, 0);
    let cache = TokenCache::over(Arc::clone(&source));
    let mut only = Box::pin(cache.get());
    assert!(futures::poll!(&mut only).is_pending());
    drop(only);
    source.gate.add_permits(OPEN);
    assert_eq!(next(&cache).await, "Bearer token-2");
}

#[tokio::test]
async fn a_refused_token_is_dropped_once_and_its_successor_is_not() {
    let source = Fountain::new(3600, OPEN);
    let cache = TokenCache::over(Arc::clone(&source));
    let refused = cache.get().await.unwrap();
    cache.discard(&refused);
    assert_eq!(next(&cache).await, "Bearer token-2");
    // Others were refused with the same token, and say so later.
    cache.discard(&refused);
    assert_eq!(next(&cache).await, "Bearer token-2");
    assert_eq!(source.fetches(), 2);
}

#[tokio::test]
async fn debug_does_not_show_the_token() {
    let cache = TokenCache::over(Fountain::new(3600, OPEN));
    let token = cache.get().await.unwrap();
    assert!(!format!("{token:?} {:?}", token.authorization()).contains("token-1"));
}
