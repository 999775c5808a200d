//! The simulator in the place of Smartcar, where there is no account.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use secrecy::ExposeSecret;
use smartcar_simulator::{Running, Settings, Simulator, WebhookSettings};
use tokio::net::TcpListener;
use url::Url;

use crate::{config::Config, webhook};

/// Starts it on `listener`, with a webhook that delivers to the Carport that listens at `carport`.
///
/// # Errors
///
/// What the simulator has against it.
pub(crate) async fn start(
    config: &Config,
    listener: TcpListener,
    carport: SocketAddr,
) -> std::io::Result<Running> {
    let running = Simulator::start(settings(config, carport), listener).await?;
    tracing::info!(inspector = %running.origin(), "the simulator stands in for Smartcar");
    Ok(running)
}

fn settings(config: &Config, carport: SocketAddr) -> Settings {
    let webhook = own_webhook(carport);
    if webhook.is_none() {
        tracing::warn!(
            "the simulator delivers no webhooks: Carport does not listen at a loopback address"
        );
    }
    let tokens = config.smartcar.simulator_tokens.iter();
    Settings {
        redirect_uris: vec![config.smartcar.redirect_uri.to_string()],
        management_tokens: tokens
            .map(|token| token.expose_secret().to_owned())
            .collect(),
        // It asks for the proof before its first delivery: Carport listens by then.
        webhook: webhook.map(WebhookSettings::new),
        ..Settings::default()
    }
}

/// Where this machine reaches the webhook of a Carport that listens there; `None` where only the
/// network does.
fn own_webhook(carport: SocketAddr) -> Option<Url> {
    let host = match carport.ip() {
        IpAddr::V4(host) if host.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(host) if host.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        host if host.is_loopback() => host,
        _ => return None,
    };
    let address = SocketAddr::new(host, carport.port());
    Url::parse(&format!("http://{address}{}", webhook::ADDRESS)).ok()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::config::CommandLine;

    fn config(flags: &[&str]) -> Config {
        let line = ["carport", "--data-dir=/nowhere"].iter().chain(flags);
        let command_line = CommandLine::try_parse_from(line).unwrap();
        Config::from_arguments(&command_line.arguments).unwrap()
    }

    #[test]
    fn it_delivers_to_where_carport_listens() {
        for (listening, webhook) in [
            (
                "127.0.0.1:8000",
                Some("http://127.0.0.1:8000/webhooks/smartcar"),
            ),
            ("0.0.0.0:80", Some("http://127.0.0.1/webhooks/smartcar")),
            ("[::]:8000", Some("http://[::1]:8000/webhooks/smartcar")),
            ("[::1]:1", Some("http://[::1]:1/webhooks/smartcar")),
            ("192.0.2.7:8000", None),
        ] {
            let found = own_webhook(listening.parse().unwrap());
            assert_eq!(found.as_ref().map(Url::as_str), webhook, "{listening}");
        }
    }

    #[tokio::test]
    async fn both_have_the_same_keys() {
        for (flags, tokens) in [
            (
                &[][..],
                [smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN].as_slice(),
            ),
            (
                &["--smartcar-management-token= "],
                &[smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN],
            ),
            (&["--smartcar-management-token=new, old,"], &["new", "old"]),
        ] {
            let config = config(flags);
            assert!(config.smartcar.management_tokens.is_some());
            let address = "127.0.0.1:8000".parse().unwrap();
            assert_eq!(settings(&config, address).management_tokens, tokens);
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let running = start(&config, listener, address).await.unwrap();
            running.stop().await;
        }
    }
}
