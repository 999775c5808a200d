//! The configuration: flags or variables, one definition of both.
//!
//! [`Arguments`] is what the command line and the environment say, as text; [`Config`] is what it
//! means. Whatever is missing or malformed is told in one line that names the variable.

mod arguments;
mod budget;
mod confirmation;
mod error;
mod management_token;
mod retention;
mod smartcar;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use secrecy::ExposeSecret;
use url::{Host, Url};

pub use self::{
    arguments::{Arguments, Command, CommandLine, LogFormat},
    error::ConfigError,
    smartcar::{OwnerCheckRule, SmartcarConfig, SmartcarCredentials, Upstream},
};
use crate::{
    budget::Rules,
    storage::{DatabaseLocation, Retention},
};

/// Where the embedded simulator listens.
pub const SIMULATOR_LISTEN: &str = "127.0.0.1:8010";
/// Where everything is pointed when the embedded simulator stands in for Smartcar.
pub const SIMULATOR_ORIGIN: &str = "http://localhost:8010";

/// The configuration of the server, checked.
#[derive(Debug)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// How browsers reach Carport: scheme, host and port.
    pub public_url: Url,
    /// Where the database is.
    pub database: DatabaseLocation,
    /// The folder of the built site; `None` to look beside the program.
    pub site_folder: Option<PathBuf>,
    /// Smartcar, or the simulator in its place.
    pub smartcar: SmartcarConfig,
    /// How often Smartcar may be asked.
    pub budget: Rules,
    /// When to look whether a car did what it was asked: after these pauses, one after the other.
    pub confirmation: Vec<Duration>,
    /// How long the history is kept.
    pub retention: Retention,
    /// What the log shows, in `tracing`'s directives.
    pub log: String,
    /// How the log is written.
    pub log_format: LogFormat,
}

impl Config {
    /// Checks what the command line and the environment say.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] for the first variable that is missing or malformed.
    pub fn from_arguments(arguments: &Arguments) -> Result<Self, ConfigError> {
        let listen = arguments.listen.trim().parse().map_err(|_| {
            ConfigError::malformed(
                "CARPORT_LISTEN",
                "an address and port such as 127.0.0.1:8000",
            )
        })?;
        let public_url = public_url(arguments.public_url.trim())?;
        let smartcar = SmartcarConfig::from_arguments(arguments, &public_url)?;
        Ok(Self {
            listen,
            database: database(arguments)?,
            site_folder: arguments
                .site_dir
                .clone()
                .filter(|folder| !folder.as_os_str().is_empty()),
            smartcar,
            budget: budget::rules(arguments)?,
            confirmation: confirmation::pauses(&arguments.confirm_after)?,
            retention: retention::retention(arguments)?,
            log: arguments.log.clone(),
            log_format: arguments.log_format()?,
            public_url,
        })
    }

    /// Whether cookies are for https only: where the public URL is.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.scheme() == "https"
    }
}

/// Whether a URL leads to this machine only.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn public_url(text: &str) -> Result<Url, ConfigError> {
    let problem = || {
        ConfigError::malformed(
            "CARPORT_PUBLIC_URL",
            "http:// or https://, a host, perhaps a port, and nothing behind it",
        )
    };
    let url = Url::parse(text).map_err(|_| problem())?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.host().is_some()
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if plain { Ok(url) } else { Err(problem()) }
}

fn database(arguments: &Arguments) -> Result<DatabaseLocation, ConfigError> {
    if let Some(url) = arguments
        .database_url
        .as_ref()
        .filter(|url| !url.expose_secret().trim().is_empty())
    {
        return DatabaseLocation::from_url(url).map_err(|error| ConfigError::Malformed {
            variable: "DATABASE_URL",
            expected: error.to_string(),
        });
    }
    if let Some(folder) = arguments
        .data_dir
        .as_ref()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        return Ok(DatabaseLocation::in_folder(folder));
    }
    let project =
        directories::ProjectDirs::from("", "", "carport").ok_or(ConfigError::Missing {
            variable: "CARPORT_DATA_DIR",
            why: "this account has no data folder of its own",
        })?;
    Ok(DatabaseLocation::in_folder(project.data_dir()))
}

#[cfg(test)]
mod tests;
