//! What a simulator is started with.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use url::{Host, Url};
use uuid::Uuid;

use crate::clock::{Clock, SystemClock};
use crate::entropy::{Entropy, SystemEntropy};
use crate::quirks::Quirks;
use crate::webhook::{Subscribe, WebhookSettings, usable};

/// The Application ID that [`Settings::default`] carries (reference 0.5).
pub const DEVELOPMENT_APPLICATION_ID: &str = "b3f9d6a2-5c41-4e0f-8a77-1d2c9e64f035";
/// The client id of the token endpoint that [`Settings::default`] carries (reference 0.5).
pub const DEVELOPMENT_CLIENT_ID: &str = "client_simulator_development";
/// The client secret that [`Settings::default`] carries. It is no secret: it stands here.
pub const DEVELOPMENT_CLIENT_SECRET: &str = "simulator-development-secret";
/// The application management token that [`Settings::default`] carries (reference 0.5). It is no
/// secret: it stands here.
pub const DEVELOPMENT_MANAGEMENT_TOKEN: &str = "simulator-development-management-token";
/// The redirect URI that [`Settings::default`] carries: the one of Smartcar's tutorial (reference 10).
pub const DEVELOPMENT_REDIRECT_URI: &str = "http://localhost:8000/exchange";
/// How long an access token lives unless told otherwise (reference 2).
pub const TOKEN_LIFETIME: Duration = Duration::from_hours(1);

/// Everything that can be chosen about a simulator before it starts.
///
/// The default is a working development application with well-known credentials.
#[derive(Clone)]
pub struct Settings {
    /// The UUID in the Connect URL (reference 0.5).
    pub application_id: String,
    /// The client id of the token endpoint; begins `client_` (reference 0.5).
    pub client_id: String,
    /// One to three client secrets, all valid at once (reference 2, rotation).
    pub client_secrets: Vec<String>,
    /// Where Connect may send an owner back to (reference 1.1); the first is the default one.
    pub redirect_uris: Vec<String>,
    /// What absolute links begin with; `http://localhost:{port}` when left out.
    pub public_origin: Option<Url>,
    /// How long an access token lives (reference 2).
    pub token_lifetime: Duration,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where identifiers and tokens come from.
    pub entropy: Arc<dyn Entropy>,
    /// The deviations switched on from the beginning (reference 12.9).
    pub quirks: Quirks,
    /// Whether the limits of reference 7.3 hold: 120 requests and two more a minute, and 500 a
    /// month for a vehicle. They do by default; a simulator that many tests share, or one with a
    /// clock that stands still, may have to do without.
    pub limits: bool,
    /// One to three application management tokens: the first signs deliveries, and a `VERIFY` may be
    /// answered with any of them (reference 8.1, 8.2).
    pub management_tokens: Vec<String>,
    /// The webhook that is there from the beginning. The control plane and the inspector can make
    /// more.
    pub webhook: Option<WebhookSettings>,
    /// Who subscribes vehicles, unless a webhook is made with another choice.
    pub subscribe: Subscribe,
    /// Webhooks may deliver to other machines. They may not by default: whoever reaches the control
    /// plane could otherwise send to the world from here.
    pub deliver_anywhere: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            application_id: DEVELOPMENT_APPLICATION_ID.to_owned(),
            client_id: DEVELOPMENT_CLIENT_ID.to_owned(),
            client_secrets: vec![DEVELOPMENT_CLIENT_SECRET.to_owned()],
            redirect_uris: vec![DEVELOPMENT_REDIRECT_URI.to_owned()],
            public_origin: None,
            token_lifetime: TOKEN_LIFETIME,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            quirks: Quirks::default(),
            limits: true,
            management_tokens: vec![DEVELOPMENT_MANAGEMENT_TOKEN.to_owned()],
            webhook: None,
            subscribe: Subscribe::Automatically,
            deliver_anywhere: false,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("application_id", &self.application_id)
            .field("client_id", &self.client_id)
            .field("redirect_uris", &self.redirect_uris)
            .field("public_origin", &self.public_origin)
            .field("token_lifetime", &self.token_lifetime)
            .field("quirks", &self.quirks)
            .field("limits", &self.limits)
            .field("webhook", &self.webhook)
            .field("subscribe", &self.subscribe)
            .field("deliver_anywhere", &self.deliver_anywhere)
            .finish_non_exhaustive()
    }
}

/// Why settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// The Application ID is no UUID.
    #[error("the application id must be a UUID, as Smartcar's is")]
    ApplicationId,
    /// The client id does not begin `client_`.
    #[error("the client id must begin with `client_`; the UUID is the application id")]
    ClientId,
    /// There is none, there are more than three, or one is empty.
    #[error("there must be one, two or three client secrets, none of them empty")]
    ClientSecrets,
    /// A redirect URI has a form that Smartcar does not register.
    #[error(
        "the redirect URI {0:?} must begin with https://, with sc{{application id}}://, or with \
         http:// and a loopback host, and have no fragment"
    )]
    RedirectUri(String),
    /// The public origin is more than an http(s) origin.
    #[error("the public origin must be http or https, a host, and perhaps a port")]
    PublicOrigin,
    /// A token would be born expired.
    #[error("the token lifetime must be at least one second")]
    TokenLifetime,
    /// There is none, there are more than three, or one is empty.
    #[error("there must be one, two or three management tokens, none of them empty")]
    ManagementTokens,
    /// The webhook has an address, or a signal, that no webhook has here.
    #[error("the webhook cannot be had: {0}")]
    Webhook(String),
}

impl Settings {
    pub(crate) fn validate(&self) -> Result<(), SettingsError> {
        if Uuid::parse_str(&self.application_id).is_err() {
            return Err(SettingsError::ApplicationId);
        }
        if self.client_id.len() <= "client_".len() || !self.client_id.starts_with("client_") {
            return Err(SettingsError::ClientId);
        }
        if !(1..=3).contains(&self.client_secrets.len())
            || self.client_secrets.iter().any(String::is_empty)
        {
            return Err(SettingsError::ClientSecrets);
        }
        for redirect_uri in &self.redirect_uris {
            if !is_registrable(redirect_uri, &self.application_id) {
                return Err(SettingsError::RedirectUri(redirect_uri.clone()));
            }
        }
        if let Some(origin) = &self.public_origin
            && (!matches!(origin.scheme(), "http" | "https")
                || origin.path() != "/"
                || origin.query().is_some()
                || origin.fragment().is_some())
        {
            return Err(SettingsError::PublicOrigin);
        }
        if self.token_lifetime < Duration::from_secs(1) {
            return Err(SettingsError::TokenLifetime);
        }
        if !are_tokens(&self.management_tokens) {
            return Err(SettingsError::ManagementTokens);
        }
        if let Some(webhook) = &self.webhook {
            usable(webhook, self.deliver_anywhere).map_err(SettingsError::Webhook)?;
        }
        Ok(())
    }
}

/// Whether these can be the management tokens: one to three, none of them empty, none with space at an
/// end, where a copied line has it.
pub(crate) fn are_tokens(tokens: &[String]) -> bool {
    let is_token = |token: &String| {
        (1..=512).contains(&token.len()) && token.trim() == token && !token.contains(',')
    };
    (1..=3).contains(&tokens.len()) && tokens.iter().all(is_token)
}

/// Whether Smartcar would register this redirect URI (reference 1.1, formats).
pub(crate) fn is_registrable(redirect_uri: &str, application_id: &str) -> bool {
    let Ok(url) = Url::parse(redirect_uri) else {
        return false;
    };
    let known_scheme = match url.scheme() {
        "https" => true,
        "http" => url.host().is_some_and(|host| is_loopback(&host)),
        scheme => url.has_host() && scheme == format!("sc{}", application_id.to_lowercase()),
    };
    known_scheme && url.fragment().is_none()
}

/// Whether a host can only be this machine.
pub(crate) fn is_loopback<Name: AsRef<str>>(host: &Host<Name>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.as_ref();
            name.eq_ignore_ascii_case("localhost")
                || name.to_ascii_lowercase().ends_with(".localhost")
        }
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests;
