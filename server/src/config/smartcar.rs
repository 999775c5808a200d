//! Smartcar's part of the configuration: which of the four credentials goes where (reference 0.5).

use secrecy::{ExposeSecret, SecretString};
use smartcar::{Mode, Origin, Origins, Permission, connect::Scope, webhooks::ManagementTokens};
use url::Url;

use super::{
    Arguments, ConfigError, SIMULATOR_ORIGIN, is_loopback,
    management_token::{management_tokens, token_texts},
};

/// Smartcar, or the simulator in its place.
#[derive(Debug)]
pub struct SmartcarConfig {
    /// Which of the two.
    pub upstream: Upstream,
    /// What names and proves this application.
    pub credentials: SmartcarCredentials,
    /// The four hosts.
    pub origins: Origins,
    /// Where Connect sends the owner back.
    pub redirect_uri: Url,
    /// Which cars to connect.
    pub mode: Mode,
    /// The permissions to ask for; `None`: those chosen in Smartcar's dashboard.
    pub scope: Option<Scope>,
    /// How the owner is confirmed at `/exchange`.
    pub owner_check: OwnerCheckRule,
    /// The keys of webhooks; `None`: none are taken.
    pub management_tokens: Option<ManagementTokens>,
    /// The same keys, for the embedded simulator to sign with; none without it.
    pub simulator_tokens: Vec<SecretString>,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upstream {
    /// Whoever is at the four origins.
    Smartcar,
    /// The simulator that this program starts.
    EmbeddedSimulator,
}

/// What names and proves this application to Smartcar.
#[derive(Clone, Debug)]
pub struct SmartcarCredentials {
    /// For Connect: a UUID.
    pub application_id: String,
    /// For the token endpoint: begins with `client_`.
    pub client_id: String,
    /// For the token endpoint.
    pub client_secret: SecretString,
}

/// How the owner is confirmed at `/exchange` (design 4, reference 1.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerCheckRule {
    /// A connection carries the user id and this attempt's external id.
    ExternalId,
    /// Weaker: a connection of the user changed since the attempt began, and no other session holds
    /// the user.
    RecentConnection,
}

impl SmartcarConfig {
    pub(super) fn from_arguments(
        arguments: &Arguments,
        public_url: &Url,
    ) -> Result<Self, ConfigError> {
        let account = given(arguments.smartcar_client_id.as_ref());
        let (upstream, credentials, origins) = if let Some(client_id) = account {
            (
                Upstream::Smartcar,
                credentials(arguments, client_id)?,
                origins(arguments)?,
            )
        } else {
            simulator_is_possible(arguments, public_url)?;
            (
                Upstream::EmbeddedSimulator,
                simulator_credentials(),
                Origins::all_at(origin("SMARTCAR_CONNECT_ORIGIN", SIMULATOR_ORIGIN)?),
            )
        };
        let tokens = token_texts(arguments, upstream);
        Ok(Self {
            upstream,
            credentials,
            origins,
            redirect_uri: redirect_uri(arguments, public_url)?,
            mode: mode(&arguments.smartcar_mode)?,
            scope: scope(&arguments.smartcar_scope)?,
            owner_check: owner_check(&arguments.owner_check)?,
            management_tokens: management_tokens(&tokens),
            simulator_tokens: match upstream {
                Upstream::EmbeddedSimulator => tokens,
                Upstream::Smartcar => Vec::new(),
            },
        })
    }

    /// Whether Connect is on this machine, so that a simulator is in use.
    pub fn is_simulator(&self) -> bool {
        is_loopback(self.origins.connect.as_url())
    }
}

/// An empty variable counts as not set: container files often pass them on empty.
fn given(value: Option<&String>) -> Option<&String> {
    value.filter(|text| !text.trim().is_empty())
}

fn credentials(arguments: &Arguments, client_id: &str) -> Result<SmartcarCredentials, ConfigError> {
    let client_secret = arguments
        .smartcar_client_secret
        .as_ref()
        .filter(|secret| !secret.expose_secret().trim().is_empty())
        .ok_or(ConfigError::Missing {
            variable: "SMARTCAR_CLIENT_SECRET",
            why: "it is the secret that belongs to SMARTCAR_CLIENT_ID",
        })?;
    let application_id =
        given(arguments.smartcar_application_id.as_ref()).ok_or(ConfigError::Missing {
            variable: "SMARTCAR_APPLICATION_ID",
            why: "Connect asks for the Application ID, which is not the client id",
        })?;
    if application_id.starts_with("client_") {
        return Err(ConfigError::malformed(
            "SMARTCAR_APPLICATION_ID",
            "the Application ID (a UUID); this is a client id, which goes to SMARTCAR_CLIENT_ID",
        ));
    }
    Ok(SmartcarCredentials {
        application_id: application_id.clone(),
        client_id: client_id.to_owned(),
        client_secret: client_secret.clone(),
    })
}

fn simulator_credentials() -> SmartcarCredentials {
    SmartcarCredentials {
        application_id: smartcar_simulator::DEVELOPMENT_APPLICATION_ID.to_owned(),
        client_id: smartcar_simulator::DEVELOPMENT_CLIENT_ID.to_owned(),
        client_secret: SecretString::from(smartcar_simulator::DEVELOPMENT_CLIENT_SECRET),
    }
}

/// A half-set account is a mistake, not a wish for the simulator; and a public Carport never runs on
/// pretended cars.
fn simulator_is_possible(arguments: &Arguments, public_url: &Url) -> Result<(), ConfigError> {
    let missing = |why| ConfigError::Missing {
        variable: "SMARTCAR_CLIENT_ID",
        why,
    };
    if !is_loopback(public_url) {
        return Err(missing(
            "with a public URL Carport needs a Smartcar account; the simulator is for this machine only",
        ));
    }
    let half_set = given(arguments.smartcar_application_id.as_ref()).is_some()
        || arguments
            .smartcar_client_secret
            .as_ref()
            .is_some_and(|secret| !secret.expose_secret().trim().is_empty());
    if half_set {
        return Err(missing(
            "other Smartcar credentials are set; set it too, or none for the simulator",
        ));
    }
    let origins = [
        &arguments.smartcar_connect_origin,
        &arguments.smartcar_auth_origin,
        &arguments.smartcar_api_v3_origin,
        &arguments.smartcar_management_api_origin,
    ];
    if origins
        .into_iter()
        .any(|origin| given(origin.as_ref()).is_some())
    {
        return Err(missing(
            "an origin of Smartcar is set, but there is nothing to authenticate with",
        ));
    }
    Ok(())
}

fn origins(arguments: &Arguments) -> Result<Origins, ConfigError> {
    let mut origins = Origins::default();
    let given_origins = [
        (
            "SMARTCAR_CONNECT_ORIGIN",
            &arguments.smartcar_connect_origin,
            &mut origins.connect,
        ),
        (
            "SMARTCAR_AUTH_ORIGIN",
            &arguments.smartcar_auth_origin,
            &mut origins.auth,
        ),
        (
            "SMARTCAR_API_V3_ORIGIN",
            &arguments.smartcar_api_v3_origin,
            &mut origins.vehicle,
        ),
        (
            "SMARTCAR_MANAGEMENT_API_ORIGIN",
            &arguments.smartcar_management_api_origin,
            &mut origins.management,
        ),
    ];
    for (variable, text, place) in given_origins {
        if let Some(text) = given(text.as_ref()) {
            *place = origin(variable, text)?;
        }
    }
    Ok(origins)
}

fn origin(variable: &'static str, text: &str) -> Result<Origin, ConfigError> {
    text.trim().parse().map_err(|_| {
        ConfigError::malformed(
            variable,
            "http:// or https://, a host, perhaps a port, and nothing behind it",
        )
    })
}

fn redirect_uri(arguments: &Arguments, public_url: &Url) -> Result<Url, ConfigError> {
    let problem = || {
        ConfigError::malformed(
            "SMARTCAR_REDIRECT_URI",
            "a URL that ends in /exchange and has no query, since Carport answers there",
        )
    };
    match given(arguments.smartcar_redirect_uri.as_ref()) {
        None => public_url
            .join(app::routes::EXCHANGE)
            .map_err(|_| problem()),
        Some(text) => {
            let url = Url::parse(text).map_err(|_| problem())?;
            let usable = matches!(url.scheme(), "http" | "https")
                && url.path().ends_with(app::routes::EXCHANGE)
                && url.query().is_none()
                && url.fragment().is_none();
            if usable { Ok(url) } else { Err(problem()) }
        }
    }
}

fn mode(text: &str) -> Result<Mode, ConfigError> {
    match text.trim() {
        "live" => Ok(Mode::Live),
        "simulated" | "" => Ok(Mode::Simulated),
        "test" => Ok(Mode::Test),
        _ => Err(ConfigError::malformed(
            "SMARTCAR_MODE",
            "live, simulated or test",
        )),
    }
}

fn scope(text: &str) -> Result<Option<Scope>, ConfigError> {
    let mut scope = None;
    for word in text.split_whitespace() {
        let (name, required) = match word.strip_prefix("required:") {
            Some(name) => (name, true),
            None => (word, false),
        };
        let is_permission = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if !is_permission {
            return Err(ConfigError::malformed(
                "SMARTCAR_SCOPE",
                "permissions such as read_vehicle_info, separated by spaces",
            ));
        }
        let permission = Permission::new(name);
        let so_far: Scope = scope.take().unwrap_or_default();
        scope = Some(if required {
            so_far.with_required(permission)
        } else {
            so_far.with(permission)
        });
    }
    Ok(scope)
}

fn owner_check(text: &str) -> Result<OwnerCheckRule, ConfigError> {
    match text.trim() {
        "external-id" | "" => Ok(OwnerCheckRule::ExternalId),
        "recent-connection" => Ok(OwnerCheckRule::RecentConnection),
        _ => Err(ConfigError::malformed(
            "CARPORT_OWNER_CHECK",
            "external-id or recent-connection",
        )),
    }
}
