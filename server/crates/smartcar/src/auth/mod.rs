//! The application's access token (reference 2).

mod cache;
mod endpoint;
mod token;

pub(crate) use cache::TokenCache;
pub(crate) use endpoint::TokenEndpoint;
pub(crate) use token::AccessToken;
