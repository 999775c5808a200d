//! The address that begins a Connect session.

mod address;

use std::fmt;

use super::{ApprovalPrompt, ResponseType, Scope, flags::Flags};
use crate::{ExternalId, Mode, Origin};

/// Builds the address to which an owner's browser is sent (reference 1.1).
///
/// What is not set is not sent, save the response type.
///
/// ```
/// use smartcar::{ExternalId, Mode, Origins, connect::AuthorizeUrl};
///
/// let url = AuthorizeUrl::new("0c0ffee0-0000-4000-8000-000000000000")
///     .redirect_uri("http://localhost:8000/exchange")
///     .scope("read_vehicle_info required:read_odometer".parse()?)
///     .mode(Mode::Simulated)
///     .state("opaque")
///     .external_id(&ExternalId::new("session-4f1d"))
///     .country("de")
///     .build(&Origins::default())?;
/// assert_eq!(
///     url.as_str(),
///     "https://connect.smartcar.com/oauth/authorize\
///      ?application_id=0c0ffee0-0000-4000-8000-000000000000\
///      &response_type=none\
///      &redirect_uri=http%3A%2F%2Flocalhost%3A8000%2Fexchange\
///      &scope=read_vehicle_info+required%3Aread_odometer\
///      &mode=simulated\
///      &state=opaque\
///      &external_id=session-4f1d\
///      &flags=country%3ADE"
/// );
/// # Ok::<(), smartcar::Error>(())
/// ```
#[derive(Clone)]
pub struct AuthorizeUrl {
    application_id: String,
    response_type: ResponseType,
    redirect_uri: Option<String>,
    scope: Option<Scope>,
    mode: Option<Mode>,
    state: Option<String>,
    external_id: Option<Binding>,
    user: Option<String>,
    approval_prompt: Option<ApprovalPrompt>,
    make: Option<String>,
    single_select: Option<bool>,
    single_select_vin: Option<String>,
    flags: Flags,
    app_origin: Option<Origin>,
    sdk: Option<(String, String)>,
}

/// What becomes of the external id that Smartcar has stored.
#[derive(Clone)]
enum Binding {
    Replace(String),
    Clear,
}

impl AuthorizeUrl {
    /// Begins with the Application ID, a UUID, which is not the client id of the API credentials
    /// (reference 0.5).
    pub fn new(application_id: impl Into<String>) -> Self {
        Self {
            application_id: application_id.into(),
            response_type: ResponseType::default(),
            redirect_uri: None,
            scope: None,
            mode: None,
            state: None,
            external_id: None,
            user: None,
            approval_prompt: None,
            make: None,
            single_select: None,
            single_select_vin: None,
            flags: Flags::default(),
            app_origin: None,
            sdk: None,
        }
    }

    /// What Connect returns beside the user id. Default: [`ResponseType::None`].
    #[must_use]
    pub fn response_type(mut self, response_type: ResponseType) -> Self {
        self.response_type = response_type;
        self
    }

    /// Where Connect sends the owner afterwards: a URI registered in Smartcar's dashboard, letter
    /// by letter. Without it, and with [`ResponseType::None`], the first registered one is used.
    #[must_use]
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(redirect_uri.into());
        self
    }

    /// What the owner is asked for. Without it the dashboard's Vehicle Access decides.
    #[must_use]
    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope = Some(scope);
        self
    }

    /// Which vehicles are offered. Smartcar's default is [`Mode::Live`].
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// What comes back unchanged in the redirect. It should be unguessable and bound to the
    /// browser, against forged redirects (reference 1.7).
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// What Smartcar stores with the connection and returns from server to server, replacing what
    /// an earlier session stored (reference 1.7). Its rules are unknown; `A-Z a-z 0-9 _ -` and at
    /// most 64 characters should do.
    #[must_use]
    pub fn external_id(mut self, external_id: &ExternalId) -> Self {
        self.external_id = Some(Binding::Replace(external_id.as_str().to_owned()));
        self
    }

    /// Clears the external id that an earlier session stored.
    #[must_use]
    pub fn clear_external_id(mut self) -> Self {
        self.external_id = Some(Binding::Clear);
        self
    }

    /// An identifier for Smartcar's statistics, deprecated in favour of
    /// [`external_id`](Self::external_id).
    #[must_use]
    pub fn user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Whether the grant dialog is shown even if nothing has changed.
    #[must_use]
    pub fn approval_prompt(mut self, approval_prompt: ApprovalPrompt) -> Self {
        self.approval_prompt = Some(approval_prompt);
        self
    }

    /// Skips the choice of a brand: `TESLA`. [`single_select_vin`](Self::single_select_vin) wins.
    #[must_use]
    pub fn make(mut self, make: impl Into<String>) -> Self {
        self.make = Some(make.into());
        self
    }

    /// Whether the owner may pick one vehicle only.
    #[must_use]
    pub fn single_select(mut self, single_select: bool) -> Self {
        self.single_select = Some(single_select);
        self
    }

    /// The only vehicle that can be picked, by its VIN. It works with
    /// [`single_select`](Self::single_select) alone, and so turns that on.
    #[must_use]
    pub fn single_select_vin(mut self, vin: impl Into<String>) -> Self {
        self.single_select_vin = Some(vin.into());
        self.single_select(true)
    }

    /// Sets a flag, such as `color` to `00819D`.
    #[must_use]
    pub fn flag(mut self, key: impl AsRef<str>, value: impl Into<String>) -> Self {
        self.flags.set(key.as_ref(), value.into());
        self
    }

    /// The country that the first screen starts with, by its ISO 3166 code of two letters. A
    /// vehicle of the simulator can be signed in to from its own country only (reference 1.6).
    #[must_use]
    pub fn country(self, country: impl AsRef<str>) -> Self {
        self.flag("country", country.as_ref().to_ascii_uppercase())
    }

    /// The page that opened Connect in a pop-up and is told the outcome.
    #[must_use]
    pub fn app_origin(mut self, app_origin: Origin) -> Self {
        self.app_origin = Some(app_origin);
        self
    }

    /// What builds the address, for Smartcar's statistics: a platform, such as `iOS`, and a
    /// version.
    #[must_use]
    pub fn sdk(mut self, platform: impl Into<String>, version: impl Into<String>) -> Self {
        self.sdk = Some((platform.into(), version.into()));
        self
    }
}

impl fmt::Debug for AuthorizeUrl {
    /// Shows what the application is, and not who the owner is, nor the state.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AuthorizeUrl")
            .field("application_id", &self.application_id)
            .field("response_type", &self.response_type)
            .field("scope", &self.scope)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
