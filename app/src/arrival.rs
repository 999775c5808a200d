//! What a form that was posted without JavaScript has left in the address.

use leptos::{prelude::*, server_fn::error::ServerFnUrlError};
use leptos_router::hooks::use_query_map;

use crate::error::AppError;

/// The error of the form that led here: the server redirects back to the page the form was on, with
/// the error in the query. Only the sentences of [`AppError`] can come out of it.
pub fn arrived_error() -> Option<AppError> {
    use_query_map()
        .with_untracked(|query| query.get("__err"))
        .map(|error| ServerFnUrlError::decode_err(&error))
}
