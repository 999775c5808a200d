//! What the operator may write, and what each mistake says.

use clap::Parser;
use secrecy::ExposeSecret;

use super::{Arguments, CommandLine, Config, ConfigError, OwnerCheckRule, Upstream};

const ACCOUNT: [&str; 3] = [
    "--smartcar-client-id=client_1",
    "--smartcar-client-secret=hunter2",
    "--smartcar-application-id=2e8c9a0e-0000-4000-8000-000000000001",
];

fn arguments(flags: &[&str]) -> Arguments {
    let line = ["carport", "--data-dir=/nowhere"].iter().chain(flags);
    CommandLine::try_parse_from(line).unwrap().arguments
}

fn config(flags: &[&str]) -> Result<Config, ConfigError> {
    Config::from_arguments(&arguments(flags))
}

fn with_account(flags: &[&str]) -> Result<Config, ConfigError> {
    config(&[&ACCOUNT[..], flags].concat())
}

/// The message, which must name the variable, be one line, and hold no secret.
fn complaint(result: Result<Config, ConfigError>, variable: &str) -> String {
    let message = result.unwrap_err().to_string();
    assert!(message.starts_with(variable), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(!message.contains("hunter2"), "{message}");
    message
}

#[test]
fn without_an_account_the_simulator_stands_in() {
    let config = config(&[]).unwrap();
    assert_eq!(config.smartcar.upstream, Upstream::EmbeddedSimulator);
    assert!(config.smartcar.is_simulator());
    assert_eq!(
        config.smartcar.redirect_uri.as_str(),
        "http://localhost:8000/exchange"
    );
    assert!(!config.secure_cookies());
}

#[test]
fn with_an_account_the_same_program_talks_to_smartcar() {
    let config = with_account(&["--public-url=https://cars.example"]).unwrap();
    assert_eq!(config.smartcar.upstream, Upstream::Smartcar);
    assert!(!config.smartcar.is_simulator());
    assert_eq!(
        config.smartcar.origins.auth.to_string(),
        "https://iam.smartcar.com"
    );
    assert_eq!(
        config.smartcar.redirect_uri.as_str(),
        "https://cars.example/exchange"
    );
    assert!(config.secure_cookies());
}

#[test]
fn a_public_carport_never_runs_on_the_simulator() {
    for url in [
        "--public-url=https://cars.example",
        "--public-url=http://192.168.1.2:8000",
    ] {
        complaint(config(&[url]), "SMARTCAR_CLIENT_ID");
    }
}

#[test]
fn half_an_account_is_a_mistake_that_names_the_missing_half() {
    complaint(config(&ACCOUNT[1..2]), "SMARTCAR_CLIENT_ID");
    complaint(config(&ACCOUNT[2..3]), "SMARTCAR_CLIENT_ID");
    complaint(config(&ACCOUNT[0..1]), "SMARTCAR_CLIENT_SECRET");
    complaint(config(&ACCOUNT[0..2]), "SMARTCAR_APPLICATION_ID");
    complaint(
        config(&["--smartcar-auth-origin=https://iam.example"]),
        "SMARTCAR_CLIENT_ID",
    );
}

#[test]
fn swapped_credentials_are_told_apart() {
    let swapped = [ACCOUNT[0], ACCOUNT[1], "--smartcar-application-id=client_1"];
    let message = complaint(config(&swapped), "SMARTCAR_APPLICATION_ID");
    assert!(message.contains("SMARTCAR_CLIENT_ID"), "{message}");
}

#[test]
fn every_malformed_value_names_its_variable() {
    for (flag, variable) in [
        ("--listen=nonsense", "CARPORT_LISTEN"),
        ("--listen=", "CARPORT_LISTEN"),
        ("--public-url=cars.example", "CARPORT_PUBLIC_URL"),
        ("--public-url=ftp://cars.example", "CARPORT_PUBLIC_URL"),
        (
            "--public-url=https://cars.example/app",
            "CARPORT_PUBLIC_URL",
        ),
        (
            "--public-url=https://me:hunter2@cars.example",
            "CARPORT_PUBLIC_URL",
        ),
        ("--database-url=mysql://hunter2@db", "DATABASE_URL"),
        ("--smartcar-mode=fast", "SMARTCAR_MODE"),
        ("--smartcar-scope=read;drop", "SMARTCAR_SCOPE"),
        ("--request-burst=0", "CARPORT_REQUEST_BURST"),
        ("--request-burst=many", "CARPORT_REQUEST_BURST"),
        ("--requests-per-minute=0", "CARPORT_REQUESTS_PER_MINUTE"),
        ("--requests-per-minute=-1", "CARPORT_REQUESTS_PER_MINUTE"),
        (
            "--vehicle-requests-per-month=",
            "CARPORT_VEHICLE_REQUESTS_PER_MONTH",
        ),
        (
            "--vehicle-requests-per-month=4294967296",
            "CARPORT_VEHICLE_REQUESTS_PER_MONTH",
        ),
        ("--smartcar-redirect-uri=/exchange", "SMARTCAR_REDIRECT_URI"),
        (
            "--smartcar-redirect-uri=https://cars.example/callback",
            "SMARTCAR_REDIRECT_URI",
        ),
        (
            "--smartcar-connect-origin=https://connect.example/path",
            "SMARTCAR_CONNECT_ORIGIN",
        ),
        ("--smartcar-auth-origin=iam", "SMARTCAR_AUTH_ORIGIN"),
        (
            "--smartcar-api-v3-origin=file:///etc",
            "SMARTCAR_API_V3_ORIGIN",
        ),
        (
            "--smartcar-management-api-origin=https://a?b",
            "SMARTCAR_MANAGEMENT_API_ORIGIN",
        ),
        ("--history-raw-days=0", "CARPORT_HISTORY_RAW_DAYS"),
        ("--history-raw-days=-1", "CARPORT_HISTORY_RAW_DAYS"),
        ("--history-raw-days=36501", "CARPORT_HISTORY_RAW_DAYS"),
        (
            "--history-raw-days=99999999999999999999",
            "CARPORT_HISTORY_RAW_DAYS",
        ),
        ("--history-raw-days=1.5", "CARPORT_HISTORY_RAW_DAYS"),
        ("--history-raw-days=", "CARPORT_HISTORY_RAW_DAYS"),
        ("--history-hourly-days=0", "CARPORT_HISTORY_HOURLY_DAYS"),
        (
            "--history-hourly-days=for ever",
            "CARPORT_HISTORY_HOURLY_DAYS",
        ),
        // Shorter than each reading is kept.
        ("--history-hourly-days=89", "CARPORT_HISTORY_HOURLY_DAYS"),
        ("--owner-check=none", "CARPORT_OWNER_CHECK"),
        ("--log-format=xml", "CARPORT_LOG_FORMAT"),
    ] {
        complaint(with_account(&[flag]), variable);
    }
}

#[test]
fn an_empty_variable_counts_as_not_set() {
    let config = config(&[
        "--smartcar-client-id=",
        "--smartcar-client-secret=",
        "--smartcar-application-id= ",
        "--smartcar-connect-origin=",
        "--database-url=",
        "--smartcar-scope=",
    ])
    .unwrap();
    assert_eq!(config.smartcar.upstream, Upstream::EmbeddedSimulator);
    assert!(config.smartcar.scope.is_none());
}

#[test]
fn the_scope_keeps_what_is_required() {
    let scope = with_account(&["--smartcar-scope=required:read_odometer read_vehicle_info"])
        .unwrap()
        .smartcar
        .scope
        .unwrap();
    let wishes: Vec<(&str, bool)> = scope
        .iter()
        .map(|(permission, required)| (permission.as_str(), required))
        .collect();
    assert_eq!(
        wishes,
        [("read_odometer", true), ("read_vehicle_info", false)]
    );
}

#[test]
fn the_weaker_owner_check_is_chosen_by_name_only() {
    assert_eq!(
        config(&[]).unwrap().smartcar.owner_check,
        OwnerCheckRule::ExternalId
    );
    assert_eq!(
        config(&["--owner-check=recent-connection"])
            .unwrap()
            .smartcar
            .owner_check,
        OwnerCheckRule::RecentConnection
    );
}

#[test]
fn secrets_show_in_no_debug_output() {
    let flags = [
        &ACCOUNT[..],
        &[
            "--smartcar-management-token=hunter2",
            "--database-url=postgres://carport:hunter2@db/carport",
        ],
    ]
    .concat();
    let arguments = arguments(&flags);
    let config = Config::from_arguments(&arguments).unwrap();
    assert_eq!(
        config.smartcar.credentials.client_secret.expose_secret(),
        "hunter2"
    );
    assert!(!format!("{arguments:?} {config:?}").contains("hunter2"));
}

#[test]
fn the_help_explains_every_variable_and_shows_no_secret() {
    use clap::CommandFactory;
    let help = CommandLine::command().render_long_help().to_string();
    for variable in [
        "CARPORT_LISTEN",
        "CARPORT_PUBLIC_URL",
        "CARPORT_DATA_DIR",
        "CARPORT_OWNER_CHECK",
        "CARPORT_LOG",
        "CARPORT_LOG_FORMAT",
        "DATABASE_URL",
        "SMARTCAR_APPLICATION_ID",
        "SMARTCAR_CLIENT_ID",
        "SMARTCAR_CLIENT_SECRET",
        "SMARTCAR_REDIRECT_URI",
        "SMARTCAR_MODE",
        "SMARTCAR_SCOPE",
        "SMARTCAR_CONNECT_ORIGIN",
        "SMARTCAR_AUTH_ORIGIN",
        "SMARTCAR_API_V3_ORIGIN",
        "SMARTCAR_MANAGEMENT_API_ORIGIN",
        "SMARTCAR_MANAGEMENT_TOKEN",
    ] {
        assert!(help.contains(&format!("[env: {variable}")), "{variable}");
    }
}
