//! The operations of the API.

use std::fmt;

use http::Method;
use url::Url;

use crate::{Error, Origin};

/// An operation: what is logged of a request, and what its path is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    verb: Verb,
    template: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Get,
    Delete,
    /// A `POST` that moves something in a vehicle.
    Command,
    /// A `DELETE` that does.
    DeleteCommand,
    /// The only `POST` that may be repeated.
    FetchToken,
}

impl Route {
    pub(crate) const TOKEN: Self = Self {
        verb: Verb::FetchToken,
        template: "/oauth2/token",
    };

    pub(crate) const fn get(template: &'static str) -> Self {
        Self {
            verb: Verb::Get,
            template,
        }
    }

    pub(crate) const fn delete(template: &'static str) -> Self {
        Self {
            verb: Verb::Delete,
            template,
        }
    }

    pub(crate) const fn command(template: &'static str) -> Self {
        Self {
            verb: Verb::Command,
            template,
        }
    }

    pub(crate) const fn delete_command(template: &'static str) -> Self {
        Self {
            verb: Verb::DeleteCommand,
            template,
        }
    }

    pub(crate) fn method(self) -> Method {
        match self.verb {
            Verb::Get => Method::GET,
            Verb::Delete | Verb::DeleteCommand => Method::DELETE,
            Verb::Command | Verb::FetchToken => Method::POST,
        }
    }

    /// Whether the answer waits for a vehicle.
    pub(super) fn is_command(self) -> bool {
        matches!(self.verb, Verb::Command | Verb::DeleteCommand)
    }

    pub(crate) fn is_deletion(self) -> bool {
        self.method() == Method::DELETE
    }

    /// Whether a request may be sent again when nobody knows what became of the first.
    pub(super) fn repeatable(self) -> bool {
        match self.verb {
            Verb::Get | Verb::FetchToken => true,
            Verb::Delete | Verb::Command | Verb::DeleteCommand => false,
        }
    }

    pub(crate) fn template(self) -> &'static str {
        self.template
    }

    /// The address at `origin`, each `{…}` of the template replaced by the next identifier.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` for an identifier that would not remain one segment of the path.
    pub(crate) fn url(self, origin: &Origin, identifiers: &[&str]) -> Result<Url, Error> {
        let mut url = origin.as_url().clone();
        let mut identifiers = identifiers.iter();
        {
            let mut path = url
                .path_segments_mut()
                .map_err(|()| Error::invalid_argument("the origin cannot have a path"))?;
            path.clear();
            for segment in self.template.split('/').skip(1) {
                if segment.starts_with('{') {
                    let identifier = identifiers.next().copied().unwrap_or_default();
                    path.push(checked(identifier)?);
                } else {
                    path.push(segment);
                }
            }
        }
        Ok(url)
    }
}

/// An identifier that a path can carry: dot segments would climb, and control characters are
/// silently dropped by the URL standard, which would make another identifier.
fn checked(identifier: &str) -> Result<&str, Error> {
    let complaint = match identifier {
        "" => "an identifier is empty",
        "." | ".." => "an identifier is a dot segment",
        long if long.len() > 256 => "an identifier is longer than 256 bytes",
        other if other.chars().any(char::is_control) => "an identifier has a control character",
        other => return Ok(other),
    };
    Err(Error::invalid_argument(complaint))
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method(), self.template)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Route;
    use crate::{ErrorKind, Origins};

    const VEHICLE: Route = Route::get("/v3/vehicles/{id}");

    #[test]
    fn the_template_is_filled() {
        let url = VEHICLE.url(&Origins::default().vehicle, &["a b"]).unwrap();
        assert_eq!(
            url.as_str(),
            "https://vehicle.api.smartcar.com/v3/vehicles/a%20b"
        );
        assert_eq!(VEHICLE.to_string(), "GET /v3/vehicles/{id}");
    }

    #[test]
    fn an_identifier_that_would_change_the_path_is_refused() {
        let long = "a".repeat(257);
        for identifier in ["", ".", "..", "a\tb", "a\nb", "\0", &long] {
            let error = VEHICLE
                .url(&Origins::default().vehicle, &[identifier])
                .unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{identifier:?}");
        }
    }

    proptest! {
        #[test]
        fn an_identifier_stays_one_segment(identifier in any::<String>()) {
            let origin = Origins::default().vehicle;
            let Ok(url) = VEHICLE.url(&origin, &[&identifier]) else { return Ok(()) };
            let again = url::Url::parse(url.as_str()).unwrap();
            let segments: Vec<&str> = again.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 3);
            prop_assert_eq!(&segments[..2], ["v3", "vehicles"]);
            let decoded = percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap();
            prop_assert_eq!(decoded, identifier);
            prop_assert_eq!(again.query(), None);
            prop_assert_eq!(again.fragment(), None);
            prop_assert_eq!(again.host_str(), origin.as_url().host_str());
        }

        #[test]
        fn awkward_identifiers_too(identifier in "[./%?#&=+ \\\\;:@a-z]{1,12}") {
            let origin = Origins::default().vehicle;
            let Ok(url) = VEHICLE.url(&origin, &[&identifier]) else { return Ok(()) };
            prop_assert_eq!(url.path_segments().unwrap().count(), 3);
            prop_assert_eq!(url.query(), None);
        }
    }
}
