//! Watching the requests of the application: which route, whom it concerns, and when.

mod concern;
mod observe;
mod route;

pub(crate) use concern::concerned_account;
pub(crate) use observe::{Observed, observe};
pub(crate) use route::ApiRoute;
