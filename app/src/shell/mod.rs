//! The HTML documents around the pages. Only a server makes them.

mod content_security_policy;
mod document;
mod error_document;

pub use document::shell;
pub use error_document::error_document;
