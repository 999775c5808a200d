//! Where Smartcar is.

use std::{fmt, str::FromStr};

use url::Url;

use crate::Error;

/// A scheme, a host and a port, and nothing else.
///
/// ```
/// use smartcar::Origin;
///
/// let origin: Origin = "http://localhost:9000".parse()?;
/// assert_eq!(origin.as_url().as_str(), "http://localhost:9000/");
/// assert!("http://localhost:9000/v3".parse::<Origin>().is_err());
/// # Ok::<(), smartcar::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin(Url);

impl Origin {
    /// Checks that `url` is an origin.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), which says what is wrong,
    /// for a scheme other than `http` and `https`, and for a URL with a user, a password, a path, a
    /// query or a fragment.
    pub fn new(url: Url) -> Result<Self, Error> {
        let complaint = if !matches!(url.scheme(), "http" | "https") {
            Some("an origin begins with http:// or https://")
        } else if !url.username().is_empty() || url.password().is_some() {
            Some("an origin has no user and no password")
        } else if url.path() != "/" {
            Some("an origin has no path: the client adds it")
        } else if url.query().is_some() {
            Some("an origin has no query")
        } else if url.fragment().is_some() {
            Some("an origin has no fragment")
        } else {
            None
        };
        complaint.map_or(Ok(Self(url)), |reason| Err(Error::invalid_argument(reason)))
    }

    /// The origin as a URL, its path being `/`.
    pub fn as_url(&self) -> &Url {
        &self.0
    }

    fn of_host(host: &str) -> Self {
        let url = Url::parse(&format!("https://{host}")).expect("Smartcar's host names are valid");
        Self(url)
    }
}

impl FromStr for Origin {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text)
            .map_err(|_| Error::invalid_argument("an origin is an absolute URL"))?;
        Self::new(url)
    }
}

impl TryFrom<Url> for Origin {
    type Error = Error;

    fn try_from(url: Url) -> Result<Self, Self::Error> {
        Self::new(url)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

/// The four hosts of Smartcar (reference 0.4). The default is the real ones.
///
/// ```
/// use smartcar::Origins;
///
/// let local = Origins::all_at("http://localhost:9000".parse()?);
/// assert_eq!(local.auth, local.vehicle);
/// assert_eq!(Origins::default().auth.to_string(), "https://iam.smartcar.com");
/// # Ok::<(), smartcar::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// The consent flow in the browser: `https://connect.smartcar.com`.
    pub connect: Origin,
    /// The token endpoint: `https://iam.smartcar.com`.
    pub auth: Origin,
    /// Connections, users and vehicles: `https://vehicle.api.smartcar.com`. Smartcar's own SDKs
    /// take it from `SMARTCAR_API_V3_ORIGIN`.
    pub vehicle: Origin,
    /// Applications and webhooks: `https://management.api.smartcar.com`.
    pub management: Origin,
}

impl Origins {
    /// All four at one place, as a local simulator has them.
    pub fn all_at(origin: Origin) -> Self {
        Self {
            connect: origin.clone(),
            auth: origin.clone(),
            vehicle: origin.clone(),
            management: origin,
        }
    }
}

impl Default for Origins {
    fn default() -> Self {
        Self {
            connect: Origin::of_host("connect.smartcar.com"),
            auth: Origin::of_host("iam.smartcar.com"),
            vehicle: Origin::of_host("vehicle.api.smartcar.com"),
            management: Origin::of_host("management.api.smartcar.com"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Origins};
    use crate::ErrorKind;

    #[test]
    fn the_defaults_are_the_hosts_of_the_reference() {
        let origins = Origins::default();
        assert_eq!(origins.connect.to_string(), "https://connect.smartcar.com");
        assert_eq!(origins.auth.to_string(), "https://iam.smartcar.com");
        assert_eq!(
            origins.vehicle.to_string(),
            "https://vehicle.api.smartcar.com"
        );
        assert_eq!(
            origins.management.to_string(),
            "https://management.api.smartcar.com"
        );
    }

    #[test]
    fn scheme_host_and_port_are_an_origin() {
        for text in ["https://example.com", "http://[::1]:9000/", "http://a:80"] {
            text.parse::<Origin>().unwrap();
        }
    }

    #[test]
    fn anything_more_is_refused_with_the_reason_and_without_the_value() {
        for (text, reason) in [
            ("example.com", "absolute"),
            ("ftp://example.com", "http://"),
            ("https://hunter2@example.com", "no user"),
            ("https://:hunter2@example.com", "no user"),
            ("https://example.com/hunter2", "no path"),
            ("https://example.com?hunter2", "no query"),
            ("https://example.com#hunter2", "no fragment"),
        ] {
            let error = text.parse::<Origin>().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{text}");
            assert!(error.to_string().contains(reason), "{text}: {error}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{text}");
        }
    }
}
