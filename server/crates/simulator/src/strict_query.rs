//! Queries and forms in which nothing appears twice.

use std::collections::BTreeMap;

use thiserror::Error;
use url::form_urlencoded;

/// The decoded parameters of a query string or of a form.
#[derive(Debug, Default)]
pub(crate) struct StrictQuery(BTreeMap<String, String>);

/// A parameter appears more than once.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("the parameter {0} appears more than once")]
pub(crate) struct DoubledParameter(pub(crate) String);

impl StrictQuery {
    pub(crate) fn parse(encoded: &[u8]) -> Result<Self, DoubledParameter> {
        let mut parameters = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(encoded) {
            if parameters.contains_key(name.as_ref()) {
                return Err(DoubledParameter(name.into_owned()));
            }
            parameters.insert(name.into_owned(), value.into_owned());
        }
        Ok(Self(parameters))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_are_decoded() {
        let query = StrictQuery::parse(b"filter%5BuserId%5D=1&state=a+b%26c&empty=").unwrap();
        assert_eq!(query.get("filter[userId]"), Some("1"));
        assert_eq!(query.get("state"), Some("a b&c"));
        assert_eq!(query.get("empty"), Some(""));
        assert_eq!(query.get("absent"), None);
    }

    #[test]
    fn a_parameter_that_is_doubled_in_any_spelling_is_refused() {
        assert_eq!(
            StrictQuery::parse(b"a%5B=1&a[=2").unwrap_err(),
            DoubledParameter("a[".to_owned())
        );
    }
}
