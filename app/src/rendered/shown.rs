//! What is in the document.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::PageContent;

/// What is in the document of one page.
#[derive(Default)]
pub(super) struct Shown {
    /// How many ticks ago it came.
    pub(super) age: i32,
    /// It; without parts when it is an error, or nothing yet.
    pub(super) content: PageContent,
}

/// For those who show the page and those who keep it current.
#[derive(Clone, Default)]
pub(super) struct SharedShown(Arc<Mutex<Shown>>);

impl SharedShown {
    pub(super) fn get(&self) -> MutexGuard<'_, Shown> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
