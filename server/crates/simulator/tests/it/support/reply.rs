//! Answers, and what a test wants to know of them.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use serde_json::Value;
use smartcar_simulator::DEVELOPMENT_REDIRECT_URI;
use url::Url;

/// An answer, read to its end.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub(crate) fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The parameters that a redirect to the application carries.
    pub(crate) fn returned(&self) -> Returned {
        assert_eq!(self.status, StatusCode::FOUND, "{}", self.text());
        let url = Url::parse(self.location()).unwrap();
        assert!(url.as_str().starts_with(DEVELOPMENT_REDIRECT_URI), "{url}");
        Returned(url)
    }

    /// Type and code of the API's error.
    pub(crate) fn error(&self) -> (u16, String, String) {
        let error = &self.json()["errors"][0];
        let text = |name: &str| error[name].as_str().unwrap().to_owned();
        assert_eq!(text("status"), self.status.as_str());
        (self.status.as_u16(), text("type"), text("code"))
    }
}

/// Where the owner came back to the application.
pub(crate) struct Returned(Url);

impl Returned {
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let found: Vec<_> = self
            .0
            .query_pairs()
            .filter(|(known, _)| known == name)
            .collect();
        assert!(found.len() <= 1, "{name} is doubled in {}", self.0);
        found.first().map(|(_, value)| value.to_string())
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0
            .query_pairs()
            .map(|(name, _)| name.into_owned())
            .collect()
    }
}
