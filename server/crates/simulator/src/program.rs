//! The simulator as a program, to be run by itself or from another program.

mod arguments;

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

pub use arguments::{Arguments, LimitsSwitch};
use thiserror::Error;
use tokio::net::TcpListener;
use url::Url;

use crate::settings::{Settings, SettingsError};
use crate::simulator::Simulator;

/// Why the simulator cannot be served.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The flags describe no application that Smartcar would have.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address of `--listen`.
        address: SocketAddr,
        /// What the operating system, or the simulator, has against it.
        source: std::io::Error,
    },
}

/// Serves a simulator, says on standard output how to use it, and stops when `shutdown` completes.
///
/// # Errors
///
/// When the flags are invalid or the address cannot be listened on.
pub async fn serve(
    arguments: Arguments,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let address = arguments.listen;
    let settings = Settings {
        webhook: arguments.webhook(),
        management_tokens: arguments.management_tokens,
        subscribe: arguments.subscribe,
        deliver_anywhere: arguments.deliver_anywhere,
        application_id: arguments.application_id,
        client_id: arguments.client_id,
        client_secrets: arguments.client_secrets,
        redirect_uris: arguments.redirect_uris,
        public_origin: arguments.public_origin,
        token_lifetime: Duration::from_secs(arguments.token_lifetime_seconds),
        limits: arguments.limits == LimitsSwitch::On,
        ..Settings::default()
    };
    settings.validate()?;
    let listen_error = |source| ServeError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(listen_error)?;
    let running = Simulator::start(settings.clone(), listener)
        .await
        .map_err(listen_error)?;
    announce(&settings, running.origin());
    shutdown.await;
    running.stop().await;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the program's output: what to do next")]
fn announce(settings: &Settings, origin: &Url) {
    println!("{}", announcement(settings, origin));
}

fn announcement(settings: &Settings, origin: &Url) -> String {
    format!(
        "Smartcar simulator, for testing only.\n\
         \n\
         Inspector  {origin}\n\
         Accounts   any e-mail with any password finds one to three cars, always the same ones;\n\
         \x20          smartcar@demonstration-car.com finds one with nearly every signal;\n\
         \x20          3-vehicles@smartcar.com finds three; the log-in screen lists more.\n\
         \n\
         To point an application at it:\n\
         \n{}",
        exports(settings, &settings.management_tokens, origin)
    )
}

/// The shell lines that point an application at a simulator with these management tokens.
pub(crate) fn exports(settings: &Settings, management_tokens: &[String], origin: &Url) -> String {
    let base = origin.as_str().trim_end_matches('/');
    let secret = settings.client_secrets.first().map_or("", String::as_str);
    let redirect_uri = settings.redirect_uris.first().map_or("", String::as_str);
    let management_tokens = management_tokens.join(",");
    [
        ("SMARTCAR_APPLICATION_ID", settings.application_id.as_str()),
        ("SMARTCAR_CLIENT_ID", &settings.client_id),
        ("SMARTCAR_CLIENT_SECRET", secret),
        ("SMARTCAR_REDIRECT_URI", redirect_uri),
        ("SMARTCAR_MODE", "simulated"),
        ("SMARTCAR_CONNECT_ORIGIN", base),
        ("SMARTCAR_AUTH_ORIGIN", base),
        ("SMARTCAR_API_V3_ORIGIN", base),
        ("SMARTCAR_MANAGEMENT_API_ORIGIN", base),
        ("SMARTCAR_MANAGEMENT_TOKEN", &management_tokens),
    ]
    .map(|(name, value)| format!("export {name}='{value}'\n"))
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{DEVELOPMENT_CLIENT_SECRET, DEVELOPMENT_MANAGEMENT_TOKEN};

    #[test]
    fn the_announcement_says_where_and_with_what() {
        let origin = Url::parse("http://localhost:4711").unwrap();
        let words = announcement(&Settings::default(), &origin);
        assert!(words.contains("Inspector  http://localhost:4711/\n"));
        assert!(words.contains("export SMARTCAR_API_V3_ORIGIN='http://localhost:4711'\n"));
        assert!(words.contains(DEVELOPMENT_CLIENT_SECRET));
        assert!(words.contains(&format!(
            "export SMARTCAR_MANAGEMENT_TOKEN='{DEVELOPMENT_MANAGEMENT_TOKEN}'\n"
        )));
    }
}
