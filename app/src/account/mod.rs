//! Leaving: ending the session, or erasing everything.

pub mod api;
mod leave;

pub use leave::Leave;
