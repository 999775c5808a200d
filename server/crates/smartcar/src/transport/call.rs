//! A request before it has a token.

use http::{
    HeaderValue,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE},
};
use reqwest::Request;
use url::Url;

use super::Route;
use crate::{Error, UserId};

/// The header that names the owner (reference 7.4).
const USER: &str = "sc-user-id";

/// What is sent, once or more often.
pub(crate) struct Call {
    route: Route,
    url: Url,
    user: Option<HeaderValue>,
    body: Option<Vec<u8>>,
}

impl Call {
    pub(crate) fn new(route: Route, url: Url) -> Self {
        Self {
            route,
            url,
            user: None,
            body: None,
        }
    }

    /// Asks for an owner's things.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` for an identifier that cannot stand in a header.
    pub(crate) fn of_user(mut self, user: &UserId) -> Result<Self, Error> {
        let text = user.as_str();
        let plain =
            (1..=256).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        let value = plain.then(|| HeaderValue::from_str(text).ok()).flatten();
        let mut value =
            value.ok_or_else(|| Error::invalid_argument("the user id cannot stand in a header"))?;
        // Keeps it out of the `Debug` of whatever carries it.
        value.set_sensitive(true);
        self.user = Some(value);
        Ok(self)
    }

    /// Sends JSON along.
    pub(crate) fn with_json(mut self, body: &serde_json::Value) -> Self {
        self.body = Some(body.to_string().into_bytes());
        self
    }

    pub(crate) fn route(&self) -> Route {
        self.route
    }

    pub(crate) fn request(&self, authorization: HeaderValue) -> Request {
        let mut request = Request::new(self.route.method(), self.url.clone());
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(AUTHORIZATION, authorization);
        if let Some(user) = &self.user {
            headers.insert(USER, user.clone());
        }
        if let Some(body) = &self.body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *request.body_mut() = Some(body.clone().into());
        }
        request
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::{Call, Route};
    use crate::{ErrorKind, Origins, UserId};

    const VEHICLE: Route = Route::get("/v3/vehicles/{id}");

    fn call() -> Call {
        Call::new(
            VEHICLE,
            VEHICLE.url(&Origins::default().vehicle, &["v"]).unwrap(),
        )
    }

    #[test]
    fn the_owner_is_sent_and_not_shown() {
        let call = call().of_user(&UserId::new("hunter2")).unwrap();
        let request = call.request(HeaderValue::from_static("Bearer t"));
        assert_eq!(request.headers()["sc-user-id"], "hunter2");
        assert!(!format!("{request:?}").contains("hunter2"));
    }

    #[test]
    fn an_owner_who_would_be_another_header_is_refused() {
        let long = "a".repeat(257);
        for user in ["", "a b", "a\nb", "a\r\nx-admin: 1", "\0", "é", &long] {
            let error = call().of_user(&UserId::new(user)).err().unwrap();
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{user:?}");
        }
    }
}
