//! What is in the document.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is in the document of one page.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each may be so whatever the others are"
)]
pub(super) struct Shown {
    /// The address of the page.
    pub(super) which: String,
    /// The marks of its parts; none when it is an error, or nothing any more.
    pub(super) marks: Vec<String>,
    /// The mark of what it was made of.
    pub(super) revision: String,
    /// How many notices were open.
    pub(super) notices: u32,
    /// How many seconds ago it was read.
    pub(super) age: u32,
    /// Whether it is being read again.
    pub(super) is_reading: bool,
    /// Whether it was said, the last time, that nobody is signed in.
    pub(super) is_refused: bool,
    /// Whether a form was sent, and the browser waits for the answer.
    pub(super) is_leaving: bool,
    /// Whether there has been a change since that began.
    pub(super) is_stale: bool,
}

/// For those who show the page and those who keep it current.
#[derive(Clone, Default)]
pub(super) struct SharedShown(Arc<Mutex<Shown>>);

impl SharedShown {
    pub(super) fn get(&self) -> MutexGuard<'_, Shown> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
