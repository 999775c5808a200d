//! The flags of the simulator.

use std::net::SocketAddr;

use clap::{Args, ValueEnum};
use url::Url;

use crate::settings::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET,
    DEVELOPMENT_MANAGEMENT_TOKEN, DEVELOPMENT_REDIRECT_URI,
};
use crate::webhook::{Subscribe, WebhookSettings};

/// The flags of the simulator.
#[derive(Debug, Clone, Args)]
pub struct Arguments {
    /// Where to listen: a loopback address; port 0 takes a free one.
    #[arg(
        long,
        env = "SMARTCAR_SIMULATOR_LISTEN",
        default_value = "127.0.0.1:8010"
    )]
    pub listen: SocketAddr,

    /// A registered redirect URI; may be given several times, the first is the default one.
    #[arg(
        long = "redirect-uri",
        env = "SMARTCAR_SIMULATOR_REDIRECT_URI",
        value_delimiter = ',',
        default_value = DEVELOPMENT_REDIRECT_URI
    )]
    pub redirect_uris: Vec<String>,

    /// The Application ID of the Connect URL, a UUID.
    #[arg(
        long,
        env = "SMARTCAR_SIMULATOR_APPLICATION_ID",
        default_value = DEVELOPMENT_APPLICATION_ID
    )]
    pub application_id: String,

    /// The client id of the token endpoint; begins `client_`.
    #[arg(long, env = "SMARTCAR_SIMULATOR_CLIENT_ID", default_value = DEVELOPMENT_CLIENT_ID)]
    pub client_id: String,

    /// A client secret of the token endpoint; may be given up to three times.
    #[arg(
        long = "client-secret",
        env = "SMARTCAR_SIMULATOR_CLIENT_SECRET",
        hide_env_values = true,
        value_delimiter = ',',
        default_value = DEVELOPMENT_CLIENT_SECRET
    )]
    pub client_secrets: Vec<String>,

    /// How long an access token lives.
    #[arg(
        long,
        env = "SMARTCAR_SIMULATOR_TOKEN_LIFETIME_SECONDS",
        default_value_t = 3600,
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub token_lifetime_seconds: u64,

    /// What absolute links begin with, where it is not `http://localhost` and the port.
    #[arg(long, env = "SMARTCAR_SIMULATOR_PUBLIC_ORIGIN")]
    pub public_origin: Option<Url>,

    /// Whether Smartcar's limits hold: 120 requests and two more a minute, 500 a month for a
    /// vehicle.
    #[arg(
        long,
        env = "SMARTCAR_SIMULATOR_LIMITS",
        value_enum,
        default_value = "on"
    )]
    pub limits: LimitsSwitch,

    /// Where a webhook delivers to that is there from the beginning; a loopback address.
    #[arg(long, env = "SMARTCAR_SIMULATOR_WEBHOOK")]
    pub webhook: Option<Url>,

    /// Where that webhook tells of errors, where it is another address.
    #[arg(long, env = "SMARTCAR_SIMULATOR_WEBHOOK_ERRORS", requires = "webhook")]
    pub webhook_errors: Option<Url>,

    /// The code of a signal that the webhook delivers; may be given several times
    /// [default: all].
    #[arg(
        long = "webhook-signal",
        env = "SMARTCAR_SIMULATOR_WEBHOOK_SIGNAL",
        value_delimiter = ',',
        requires = "webhook"
    )]
    pub webhook_signals: Vec<String>,

    /// The code of a signal whose change makes a delivery; may be given several times
    /// [default: all that are delivered].
    #[arg(
        long = "webhook-trigger",
        env = "SMARTCAR_SIMULATOR_WEBHOOK_TRIGGER",
        value_delimiter = ',',
        requires = "webhook"
    )]
    pub webhook_triggers: Vec<String>,

    /// An application management token, which signs webhooks; may be given up to three times, the
    /// first signs.
    #[arg(
        long = "management-token",
        env = "SMARTCAR_SIMULATOR_MANAGEMENT_TOKEN",
        hide_env_values = true,
        value_delimiter = ',',
        default_value = DEVELOPMENT_MANAGEMENT_TOKEN
    )]
    pub management_tokens: Vec<String>,

    /// Who subscribes vehicles to webhooks: the simulator each that is newly connected, or the
    /// application by request.
    #[arg(
        long,
        env = "SMARTCAR_SIMULATOR_SUBSCRIBE",
        value_enum,
        default_value = "automatically"
    )]
    pub subscribe: Subscribe,

    /// Lets webhooks deliver to other machines too, and not to this one alone.
    #[arg(long, env = "SMARTCAR_SIMULATOR_DELIVER_ANYWHERE")]
    pub deliver_anywhere: bool,
}

impl Arguments {
    /// The webhook that is there from the beginning.
    pub(super) fn webhook(&self) -> Option<WebhookSettings> {
        let mut webhook = WebhookSettings::new(self.webhook.clone()?);
        webhook.error_callback_uri.clone_from(&self.webhook_errors);
        if !self.webhook_signals.is_empty() {
            webhook.signals.clone_from(&self.webhook_signals);
            webhook.triggers.clone_from(&self.webhook_signals);
        }
        if !self.webhook_triggers.is_empty() {
            webhook.triggers.clone_from(&self.webhook_triggers);
        }
        Some(webhook)
    }
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LimitsSwitch {
    /// As at Smartcar.
    On,
    /// None but those of the control plane: for a simulator that many tests share.
    Off,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_webhook_of_the_flags() {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            arguments: Arguments,
        }
        let webhook = |flags: &[&str]| {
            let line = ["simulator"].iter().chain(flags);
            <Line as clap::Parser>::try_parse_from(line)
                .map(|line| line.arguments.webhook())
                .ok()
        };
        assert_eq!(webhook(&[]), Some(None));
        let address = "--webhook=http://127.0.0.1:8000/webhooks/smartcar";
        let made = webhook(&[address]).unwrap().unwrap();
        assert!(made.signals.len() > 90 && made.signals == made.triggers);
        let made = webhook(&[
            address,
            "--webhook-signal=closure-islocked,odometer-traveleddistance",
            "--webhook-trigger=closure-islocked",
        ]);
        let made = made.unwrap().unwrap();
        assert_eq!((made.signals.len(), made.triggers.len()), (2, 1));
        for wrong in ["--webhook=nowhere", "--webhook-signal=closure-islocked"] {
            assert_eq!(webhook(&[wrong]), None, "{wrong}");
        }
    }
}
