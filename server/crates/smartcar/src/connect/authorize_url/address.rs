//! From what was set to an address.

use url::Url;

use super::{AuthorizeUrl, Binding};
use crate::{
    Error, Mode, Origin, Origins,
    connect::{ApprovalPrompt, ResponseType, Scope, query::address},
};

/// The value that clears the stored external id.
const CLEAR: &str = "null";

impl AuthorizeUrl {
    /// Builds the address at [`Origins::connect`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), which says what is wrong:
    /// something is empty; [`ResponseType::Code`] without a redirect URI; an external id that is
    /// the word by which it is cleared; a VIN without single select; a scope or a flag that would
    /// read as something else.
    pub fn build(&self, origins: &Origins) -> Result<Url, Error> {
        self.check()?;
        let single_select = self
            .single_select
            .map(|on| if on { "true" } else { "false" });
        let scope = self.scope.as_ref().map(Scope::to_string);
        let flags = self.flags.parameter()?;
        let app_origin = self.app_origin.as_ref().map(Origin::to_string);
        let parameters = [
            ("application_id", Some(self.application_id.as_str())),
            ("response_type", Some(self.response_type.as_str())),
            ("redirect_uri", self.redirect_uri.as_deref()),
            ("scope", scope.as_deref()),
            ("mode", self.mode.as_ref().map(Mode::as_str)),
            ("state", self.state.as_deref()),
            (
                "external_id",
                self.external_id.as_ref().map(Binding::as_str),
            ),
            ("user", self.user.as_deref()),
            (
                "approval_prompt",
                self.approval_prompt.map(ApprovalPrompt::as_str),
            ),
            ("make", self.make.as_deref()),
            ("single_select", single_select),
            ("single_select_vin", self.single_select_vin.as_deref()),
            ("flags", flags.as_deref()),
            ("app_origin", app_origin.as_deref()),
            ("sdk_platform", self.sdk.as_ref().map(|sdk| sdk.0.as_str())),
            ("sdk_version", self.sdk.as_ref().map(|sdk| sdk.1.as_str())),
        ];
        address(origins, "/oauth/authorize", &parameters)
    }

    fn check(&self) -> Result<(), Error> {
        self.scope.as_ref().map_or(Ok(()), Scope::check)?;
        let complaint = if self.response_type == ResponseType::Code && self.redirect_uri.is_none() {
            "response_type code needs a redirect_uri"
        } else if matches!(&self.external_id, Some(Binding::Replace(id)) if id == CLEAR) {
            "this external_id would clear the stored one"
        } else if self.single_select_vin.is_some() && self.single_select == Some(false) {
            "single_select_vin needs single_select"
        } else {
            return Ok(());
        };
        Err(Error::invalid_argument(complaint))
    }
}

impl Binding {
    fn as_str(&self) -> &str {
        match self {
            Self::Replace(external_id) => external_id,
            Self::Clear => CLEAR,
        }
    }
}
