//! The address that begins a re-authentication.

use std::fmt;

use url::Url;

use super::query::address;
use crate::{Error, ExternalId, Origins, VehicleId};

/// What Connect returns after a re-authentication (reference 1.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReauthenticationResponse {
    /// The vehicle's identifier. It needs a redirect URI. The default.
    #[default]
    VehicleId,
    /// Nothing.
    None,
}

/// Builds the address at which an owner signs in at the car maker again (reference 1.5), after an
/// error whose [`condition`](Error::condition) is
/// [`NeedsReauthentication`](crate::Condition::NeedsReauthentication).
///
/// It changes no permissions: for others the owner goes through Connect anew. Whether Smartcar
/// returns a user id is unknown, so trust none.
///
/// ```
/// use smartcar::{Origins, VehicleId, connect::ReauthenticateUrl};
///
/// let vehicle = VehicleId::new("0c0ffee0-3333-4333-8333-000000000003");
/// let url = ReauthenticateUrl::new("0c0ffee0-0000-4000-8000-000000000000", &vehicle)
///     .redirect_uri("http://localhost:8000/exchange")
///     .state("opaque")
///     .build(&Origins::default())?;
/// assert_eq!(
///     url.as_str(),
///     "https://connect.smartcar.com/oauth/reauthenticate\
///      ?client_id=0c0ffee0-0000-4000-8000-000000000000\
///      &response_type=vehicle_id\
///      &vehicle_id=0c0ffee0-3333-4333-8333-000000000003\
///      &redirect_uri=http%3A%2F%2Flocalhost%3A8000%2Fexchange\
///      &state=opaque"
/// );
/// # Ok::<(), smartcar::Error>(())
/// ```
#[derive(Clone)]
pub struct ReauthenticateUrl {
    application_id: String,
    vehicle_id: VehicleId,
    response: ReauthenticationResponse,
    redirect_uri: Option<String>,
    state: Option<String>,
    external_id: Option<String>,
}

impl ReauthenticateUrl {
    /// Begins with the Application ID, a UUID, and the vehicle. The id is sent as `client_id`, the
    /// only name that is documented for this address.
    pub fn new(application_id: impl Into<String>, vehicle_id: &VehicleId) -> Self {
        Self {
            application_id: application_id.into(),
            vehicle_id: vehicle_id.clone(),
            response: ReauthenticationResponse::default(),
            redirect_uri: None,
            state: None,
            external_id: None,
        }
    }

    /// What Connect returns.
    #[must_use]
    pub fn response_type(mut self, response: ReauthenticationResponse) -> Self {
        self.response = response;
        self
    }

    /// Where Connect sends the owner afterwards: a URI registered in Smartcar's dashboard, letter
    /// by letter.
    #[must_use]
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(redirect_uri.into());
        self
    }

    /// What comes back unchanged in the redirect. It should be unguessable and bound to the
    /// browser, against forged redirects (reference 1.7).
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// What Smartcar stores with the connection, replacing what an earlier session stored.
    #[must_use]
    pub fn external_id(mut self, external_id: &ExternalId) -> Self {
        self.external_id = Some(external_id.as_str().to_owned());
        self
    }

    /// Builds the address at [`Origins::connect`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), which says what is wrong:
    /// something is empty; [`ReauthenticationResponse::VehicleId`] without a redirect URI; an
    /// external id that is the word by which one is cleared.
    pub fn build(&self, origins: &Origins) -> Result<Url, Error> {
        let response = match self.response {
            ReauthenticationResponse::VehicleId if self.redirect_uri.is_none() => {
                let complaint = "response_type vehicle_id needs a redirect_uri";
                return Err(Error::invalid_argument(complaint));
            }
            ReauthenticationResponse::VehicleId => "vehicle_id",
            ReauthenticationResponse::None => "none",
        };
        if self.external_id.as_deref() == Some("null") {
            let complaint = "this external_id would clear the stored one";
            return Err(Error::invalid_argument(complaint));
        }
        let parameters = [
            ("client_id", Some(self.application_id.as_str())),
            ("response_type", Some(response)),
            ("vehicle_id", Some(self.vehicle_id.as_str())),
            ("redirect_uri", self.redirect_uri.as_deref()),
            ("state", self.state.as_deref()),
            ("external_id", self.external_id.as_deref()),
        ];
        address(origins, "/oauth/reauthenticate", &parameters)
    }
}

impl fmt::Debug for ReauthenticateUrl {
    /// Shows what is asked for, and not who the owner is, nor the state.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReauthenticateUrl")
            .field("application_id", &self.application_id)
            .field("vehicle_id", &self.vehicle_id)
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{ReauthenticateUrl, ReauthenticationResponse};
    use crate::{ErrorKind, ExternalId, Origins, VehicleId};

    fn start() -> ReauthenticateUrl {
        ReauthenticateUrl::new("app", &VehicleId::new("v")).redirect_uri("https://a.example/b")
    }

    #[test]
    fn every_parameter_of_the_reference() {
        let url = start()
            .response_type(ReauthenticationResponse::None)
            .state("s&t=u")
            .external_id(&ExternalId::new("e"))
            .build(&Origins::all_at("http://localhost:9000".parse().unwrap()))
            .unwrap();
        assert_eq!(
            url.as_str(),
            "http://localhost:9000/oauth/reauthenticate?client_id=app&response_type=none\
             &vehicle_id=v&redirect_uri=https%3A%2F%2Fa.example%2Fb&state=s%26t%3Du&external_id=e"
        );
    }

    #[test]
    fn without_a_redirect_uri_only_nothing_can_be_returned() {
        let bare = ReauthenticateUrl::new("app", &VehicleId::new("v"));
        assert!(bare.build(&Origins::default()).is_err());
        let nothing = bare.response_type(ReauthenticationResponse::None);
        assert!(nothing.build(&Origins::default()).is_ok());
    }

    #[test]
    fn what_connect_would_refuse_or_misread_is_refused() {
        for builder in [
            ReauthenticateUrl::new("", &VehicleId::new("v")).redirect_uri("https://a.example/"),
            ReauthenticateUrl::new("app", &VehicleId::new("")).redirect_uri("https://a.example/"),
            start().redirect_uri(""),
            start().state(""),
            start().external_id(&ExternalId::new("null")),
        ] {
            let error = builder.build(&Origins::default()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        }
    }

    #[test]
    fn debug_shows_neither_the_state_nor_the_owner() {
        let builder = start()
            .state("hunter2")
            .external_id(&ExternalId::new("hunter2"));
        assert!(!format!("{builder:?}").contains("hunter2"));
    }
}
