//! The webhook that a simulator begins with.

use serde::{Deserialize, Serialize};
use url::Url;

use super::order::problem_of_codes;
use super::{address, order};
use crate::signal::CATALOGUE;

/// Who subscribes the vehicles that are connected. Which of the two an application has is a choice of
/// its dashboard (reference 13.9).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "camelCase")]
pub enum Subscribe {
    /// Each vehicle that is newly connected is subscribed, as an operator would do.
    #[default]
    Automatically,
    /// The application subscribes them with `POST /v3/subscriptions`.
    ByRequest,
}

impl Subscribe {
    /// What the control plane calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Automatically => "automatically",
            Self::ByRequest => "byRequest",
        }
    }
}

/// A webhook that is there from the beginning, and again after a reset. It is verified before its first
/// delivery, so that the application can start after the simulator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookSettings {
    /// What the dashboard calls it.
    pub name: String,
    /// Where it delivers to.
    pub callback_uri: Url,
    /// Where it tells of errors; [`callback_uri`](Self::callback_uri), where left out.
    pub error_callback_uri: Option<Url>,
    /// The codes of the signals that each delivery carries.
    pub signals: Vec<String>,
    /// The codes of the signals whose change makes a delivery.
    pub triggers: Vec<String>,
}

impl WebhookSettings {
    /// A webhook with every signal of the catalogue, each of which triggers it.
    pub fn new(callback_uri: Url) -> Self {
        let all = || {
            CATALOGUE
                .iter()
                .map(|entry| entry.code.to_owned())
                .collect()
        };
        Self {
            name: "Development".to_owned(),
            callback_uri,
            error_callback_uri: None,
            signals: all(),
            triggers: all(),
        }
    }
}

/// Why a webhook cannot be had, if it cannot.
pub(crate) fn usable(webhook: &WebhookSettings, anywhere: bool) -> Result<(), String> {
    order::check_name(&webhook.name)?;
    let addresses = [
        Some(&webhook.callback_uri),
        webhook.error_callback_uri.as_ref(),
    ];
    for address in addresses.into_iter().flatten() {
        address::check(address, anywhere)?;
    }
    if webhook.signals.is_empty() {
        return Err("A webhook needs a signal to deliver.".to_owned());
    }
    problem_of_codes(&webhook.signals)?;
    problem_of_codes(&webhook.triggers)
}
