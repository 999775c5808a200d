//! What is true of the receiver of webhooks whatever bytes it is given.
//!
//! The fuzz targets look for bytes of which it is not; an ordinary test, `tests/it/webhooks/corpus.rs`,
//! looks at those that were found worth keeping.

pub(crate) mod event;
pub(crate) mod signature;
