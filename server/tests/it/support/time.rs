//! A clock that stands still until a test moves it.

use std::sync::Mutex;

use server::clock::Clock;
use time::{Duration, OffsetDateTime, macros::datetime};

/// A clock that stands still until a test moves it.
pub(crate) struct SetClock(Mutex<OffsetDateTime>);

impl SetClock {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(datetime!(2026-11-23 12:00 UTC)))
    }

    pub(crate) fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for SetClock {
    fn now(&self) -> OffsetDateTime {
        *self.0.lock().unwrap()
    }
}
