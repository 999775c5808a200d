//! Making and changing webhooks by hand.

use serde::Deserialize;
use time::OffsetDateTime;
use uuid::Uuid;

use super::address;
use super::definition::Webhook;
use super::settings::{Subscribe, WebhookSettings};
use super::verification::Verification;
use crate::signal::problem_of_code;

/// A webhook has so many signals, and so many triggers, at most.
const MOST_CODES: usize = 200;
/// A name has so many characters at most.
const LONGEST_NAME: usize = 100;

/// What is to be different about a webhook; what is left out stays, or is the usual.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct WebhookOrder {
    pub(crate) name: Option<String>,
    pub(crate) callback_uri: Option<String>,
    /// `null` takes it away.
    pub(crate) error_callback_uri: AddressChange,
    pub(crate) is_enabled: Option<bool>,
    pub(crate) signals: Option<Vec<String>>,
    pub(crate) triggers: Option<Vec<String>>,
    pub(crate) subscribe: Option<Subscribe>,
    /// `true` spares the receiver the `VERIFY`.
    pub(crate) verified: Option<bool>,
}

/// What is to become of an address that may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Option<String>")]
pub(crate) enum AddressChange {
    #[default]
    Keep,
    TakeAway,
    Become(String),
}

impl From<Option<String>> for AddressChange {
    fn from(given: Option<String>) -> Self {
        given.map_or(Self::TakeAway, Self::Become)
    }
}

impl WebhookOrder {
    /// A webhook as it is ordered.
    pub(super) fn make(
        self,
        id: Uuid,
        usual: Subscribe,
        anywhere: bool,
        now: OffsetDateTime,
    ) -> Result<Webhook, String> {
        let callback = self
            .callback_uri
            .as_deref()
            .ok_or_else(|| "A webhook needs a callbackUri.".to_owned())?;
        let settings = WebhookSettings::new(address::read(callback, anywhere)?);
        let mut webhook = Webhook::new(id, settings, usual, now);
        self.apply(&mut webhook, anywhere, now)?;
        Ok(webhook)
    }

    /// Changes a webhook, or leaves it as it is where the order cannot be carried out.
    pub(super) fn apply(
        self,
        webhook: &mut Webhook,
        anywhere: bool,
        now: OffsetDateTime,
    ) -> Result<(), String> {
        let mut changed = webhook.clone();
        if let Some(name) = self.name {
            check_name(&name)?;
            changed.name = name;
        }
        if let Some(text) = self.callback_uri {
            changed.callback = address::read(&text, anywhere)?;
        }
        match self.error_callback_uri {
            AddressChange::Keep => {}
            AddressChange::TakeAway => changed.error_callback = None,
            AddressChange::Become(text) => {
                changed.error_callback = Some(address::read(&text, anywhere)?);
            }
        }
        if let Some(signals) = self.signals {
            if signals.is_empty() {
                return Err("A webhook needs a signal to deliver.".to_owned());
            }
            problem_of_codes(&signals)?;
            changed.signals = signals;
        }
        if let Some(triggers) = self.triggers {
            problem_of_codes(&triggers)?;
            changed.triggers = triggers;
        }
        if changed.callback != webhook.callback {
            changed.verification = Verification::Unverified;
        }
        match self.verified {
            Some(true) => changed.verification = Verification::Verified(now),
            Some(false) => changed.verification = Verification::Unverified,
            None => {}
        }
        changed.is_enabled = self.is_enabled.unwrap_or(changed.is_enabled);
        changed.subscribe = self.subscribe.unwrap_or(changed.subscribe);
        changed.updated = now;
        *webhook = changed;
        Ok(())
    }
}

pub(super) fn check_name(name: &str) -> Result<(), String> {
    let length = name.trim().chars().count();
    if !(1..=LONGEST_NAME).contains(&length) || name.chars().any(char::is_control) {
        return Err(format!(
            "A webhook's name has 1 to {LONGEST_NAME} printable characters."
        ));
    }
    Ok(())
}

/// Why these cannot be the signals of a webhook, if they cannot.
pub(super) fn problem_of_codes(codes: &[String]) -> Result<(), String> {
    if codes.len() > MOST_CODES {
        return Err(format!("A webhook has {MOST_CODES} signals at most."));
    }
    for (index, code) in codes.iter().enumerate() {
        if let Some(problem) = problem_of_code(code) {
            return Err(problem);
        }
        if codes.iter().take(index).any(|earlier| earlier == code) {
            return Err(format!("{code} is named twice."));
        }
    }
    Ok(())
}
