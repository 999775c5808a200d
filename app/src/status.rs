//! The HTTP status of the answer being made. In the browser there is none, and nothing happens.

use crate::error::AppError;

/// Sets the status of the page or of the fetch being answered.
///
/// Not on the plain post of a form: that one is answered with a redirect, and a status set here
/// would overwrite it and leave the reader without JavaScript in front of JSON.
#[cfg_attr(
    not(feature = "ssr"),
    expect(unused_variables, reason = "only a server answers")
)]
pub fn set(status: u16) {
    #[cfg(feature = "ssr")]
    server::set(status);
}

/// Hands a server function's result on and, when it is an error, gives the answer its status.
///
/// # Errors
///
/// The error it was given.
pub fn of_result<Value>(result: Result<Value, AppError>) -> Result<Value, AppError> {
    if let Err(error) = &result {
        set(error.status());
    }
    result
}

#[cfg(feature = "ssr")]
mod server {
    use http::{Method, StatusCode, header::ACCEPT, request::Parts};
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;

    pub(super) fn set(status: u16) {
        if use_context::<Parts>().is_some_and(|request| is_form_post(&request)) {
            return;
        }
        if let (Some(response), Ok(status)) = (
            use_context::<ResponseOptions>(),
            StatusCode::from_u16(status),
        ) {
            response.set_status(status);
        }
    }

    fn is_form_post(request: &Parts) -> bool {
        request.method == Method::POST
            && request
                .headers
                .get_all(ACCEPT)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .any(|value| value.contains("text/html"))
    }
}
