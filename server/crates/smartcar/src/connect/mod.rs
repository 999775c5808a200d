//! The consent flow in the browser (reference 1).

mod authorize_url;
mod choices;
mod flags;
mod scope;

pub use authorize_url::AuthorizeUrl;
pub use choices::{ApprovalPrompt, ResponseType};
pub use scope::Scope;
