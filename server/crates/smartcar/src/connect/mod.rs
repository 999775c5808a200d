//! The consent flow in the browser (reference 1).

mod authorize_url;
mod choices;
mod flags;
mod query;
mod reauthenticate_url;
mod scope;

pub use authorize_url::AuthorizeUrl;
pub use choices::{ApprovalPrompt, ResponseType};
pub use reauthenticate_url::{ReauthenticateUrl, ReauthenticationResponse};
pub use scope::Scope;
