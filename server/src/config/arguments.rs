//! What the command line and the environment say, as text.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use secrecy::SecretString;

use super::ConfigError;

/// What Connect asks for: everything that the pages have a place for, values and commands, save what
/// says who the owner is (the VIN, the profile).
const DEFAULT_SCOPE: &str = "read_vehicle_info read_extended_vehicle_info read_battery read_charge \
    read_charge_records read_fuel read_engine_oil read_odometer read_security read_tires \
    read_location read_climate read_thermometer read_diagnostics read_service_history \
    control_security control_charge control_navigation";

/// The command line of `carport`.
#[derive(Debug, Parser)]
#[command(
    name = "carport",
    version,
    about = "Connect your car through Smartcar, and see it.",
    after_help = "Without SMARTCAR_CLIENT_ID a local simulator stands in for Smartcar.",
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    args_override_self = true
)]
pub struct CommandLine {
    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to serve.
    #[command(flatten)]
    pub arguments: Arguments,
}

/// What `carport` can do besides serving.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the local Smartcar simulator by itself.
    Simulator(smartcar_simulator::Arguments),
}

/// How `carport` is to serve. Every flag is a variable too; an empty one without a
/// default counts as not set.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    /// The address and port to listen on.
    #[arg(long, env = "CARPORT_LISTEN", default_value = "127.0.0.1:8000")]
    pub listen: String,

    /// How browsers reach Carport: scheme, host and port. An https URL makes cookies Secure.
    #[arg(
        long,
        env = "CARPORT_PUBLIC_URL",
        default_value = "http://localhost:8000"
    )]
    pub public_url: String,

    /// The folder of the SQLite file [default: the operating system's data folder].
    #[arg(long, env = "CARPORT_DATA_DIR")]
    pub data_dir: Option<PathBuf>,

    /// A PostgreSQL URL, to use PostgreSQL in the place of SQLite.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<SecretString>,

    /// The folder of the built site [default: found beside the program].
    #[arg(long, env = "CARPORT_SITE_DIR")]
    pub site_dir: Option<PathBuf>,

    /// The Application ID (a UUID) of Smartcar's dashboard; it names the application to Connect.
    #[arg(long, env = "SMARTCAR_APPLICATION_ID")]
    pub smartcar_application_id: Option<String>,

    /// The API client id (it begins with `client_`); it fetches the application token.
    #[arg(long, env = "SMARTCAR_CLIENT_ID")]
    pub smartcar_client_id: Option<String>,

    /// The secret of that API client. Prefer the variable: other users can see flags.
    #[arg(long, env = "SMARTCAR_CLIENT_SECRET", hide_env_values = true)]
    pub smartcar_client_secret: Option<SecretString>,

    /// The application management token, which signs webhooks; while it is exchanged for another one
    /// the new and the old, with a comma between them. Empty: no webhooks are taken, save from the
    /// embedded simulator.
    #[arg(long, env = "SMARTCAR_MANAGEMENT_TOKEN", hide_env_values = true)]
    pub smartcar_management_token: Option<SecretString>,

    /// Where Connect sends the owner back; it must be registered in Smartcar's dashboard
    /// [default: the public URL with /exchange].
    #[arg(long, env = "SMARTCAR_REDIRECT_URI")]
    pub smartcar_redirect_uri: Option<String>,

    /// Which cars to connect: `live`, `simulated`, or the deprecated `test`.
    #[arg(long, env = "SMARTCAR_MODE", default_value = "simulated")]
    pub smartcar_mode: String,

    /// The permissions to ask for, separated by spaces; empty: those chosen in the dashboard.
    #[arg(long, env = "SMARTCAR_SCOPE", default_value = DEFAULT_SCOPE)]
    pub smartcar_scope: String,

    /// Scheme, host and port of Connect [default: `https://connect.smartcar.com`].
    #[arg(long, env = "SMARTCAR_CONNECT_ORIGIN")]
    pub smartcar_connect_origin: Option<String>,

    /// Scheme, host and port of the token endpoint [default: `https://iam.smartcar.com`].
    #[arg(long, env = "SMARTCAR_AUTH_ORIGIN")]
    pub smartcar_auth_origin: Option<String>,

    /// Scheme, host and port of the vehicle API [default: `https://vehicle.api.smartcar.com`].
    #[arg(long, env = "SMARTCAR_API_V3_ORIGIN")]
    pub smartcar_api_v3_origin: Option<String>,

    /// Scheme, host and port of the management API [default: `https://management.api.smartcar.com`].
    #[arg(long, env = "SMARTCAR_MANAGEMENT_API_ORIGIN")]
    pub smartcar_management_api_origin: Option<String>,

    /// How many requests at once the plan at Smartcar allows the application.
    #[arg(long, env = "CARPORT_REQUEST_BURST", default_value = "120")]
    pub request_burst: String,

    /// How many more requests a minute the plan at Smartcar allows the application.
    #[arg(long, env = "CARPORT_REQUESTS_PER_MINUTE", default_value = "2")]
    pub requests_per_minute: String,

    /// When to look whether a car did what it was asked: pauses in seconds, one after the other, each
    /// followed by a request to Smartcar until the car shows it. Empty: never.
    #[arg(long, env = "CARPORT_CONFIRM_AFTER", default_value = "4,15,45")]
    pub confirm_after: String,

    /// How many requests a month the plan at Smartcar allows for each vehicle.
    #[arg(
        long,
        env = "CARPORT_VEHICLE_REQUESTS_PER_MONTH",
        default_value = "500"
    )]
    pub vehicle_requests_per_month: String,

    /// For how many days each reading of the history is kept; then only the sums of its hour and its
    /// day are.
    #[arg(long, env = "CARPORT_HISTORY_RAW_DAYS", default_value = "90")]
    pub history_raw_days: String,

    /// For how many days the history is kept by the hour, at least as many as each reading is; then
    /// only by the day.
    #[arg(long, env = "CARPORT_HISTORY_HOURLY_DAYS", default_value = "730")]
    pub history_hourly_days: String,

    /// How the owner is confirmed: `external-id`, or the weaker `recent-connection` for an
    /// application to which Smartcar does not return the external id.
    #[arg(long, env = "CARPORT_OWNER_CHECK", default_value = "external-id")]
    pub owner_check: String,

    /// What the log shows: a level, or directives such as `info,smartcar=debug`.
    #[arg(long, env = "CARPORT_LOG", default_value = "info")]
    pub log: String,

    /// How the log is written: `text` or `json`.
    #[arg(long, env = "CARPORT_LOG_FORMAT", default_value = "text")]
    pub log_format: String,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// A line an event, for people.
    Text,
    /// A JSON object an event, for machines.
    Json,
}

impl Arguments {
    /// How the log is written.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Malformed`] for anything but `text` and `json`.
    pub fn log_format(&self) -> Result<LogFormat, ConfigError> {
        match self.log_format.as_str() {
            "text" | "" => Ok(LogFormat::Text),
            "json" => Ok(LogFormat::Json),
            _ => Err(ConfigError::malformed("CARPORT_LOG_FORMAT", "text or json")),
        }
    }
}
