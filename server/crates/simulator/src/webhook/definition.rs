//! Webhooks as the dashboard of the application has them.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use time::OffsetDateTime;
use url::Url;
use uuid::Uuid;

use super::event::EventKind;
use super::settings::{Subscribe, WebhookSettings};
use super::verification::Verification;
use crate::signal::entry_of;

/// A webhook.
#[derive(Debug, Clone)]
pub(crate) struct Webhook {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// Where it delivers to.
    pub(crate) callback: Url,
    /// Where it tells of errors; the callback, where left out (reference 8.4).
    pub(crate) error_callback: Option<Url>,
    pub(crate) is_enabled: bool,
    /// Codes: what each delivery carries.
    pub(crate) signals: Vec<String>,
    /// Codes: what makes a delivery.
    pub(crate) triggers: Vec<String>,
    pub(crate) subscribe: Subscribe,
    pub(crate) verification: Verification,
    pub(crate) created: OffsetDateTime,
    pub(crate) updated: OffsetDateTime,
    /// The connections that are not new any more: they were subscribed, or might have been.
    pub(super) known_connections: BTreeSet<Uuid>,
}

impl Webhook {
    pub(super) fn new(
        id: Uuid,
        settings: WebhookSettings,
        subscribe: Subscribe,
        now: OffsetDateTime,
    ) -> Self {
        Self {
            id,
            name: settings.name,
            callback: settings.callback_uri,
            error_callback: settings.error_callback_uri,
            is_enabled: true,
            signals: settings.signals,
            triggers: settings.triggers,
            subscribe,
            verification: Verification::Unverified,
            created: now,
            updated: now,
            known_connections: BTreeSet::new(),
        }
    }

    /// Where an event goes.
    pub(super) fn address_for(&self, kind: EventKind) -> &Url {
        let errors = self.error_callback.as_ref();
        errors
            .filter(|_| kind == EventKind::VehicleError)
            .unwrap_or(&self.callback)
    }

    /// The codes of everything that it has to do with, each once.
    pub(super) fn codes(&self) -> BTreeSet<&str> {
        let codes = self.signals.iter().chain(&self.triggers);
        codes.map(String::as_str).collect()
    }
}

/// What a code is called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignalName<'a> {
    pub(crate) code: &'a str,
    pub(crate) name: &'a str,
    pub(crate) group: &'a str,
}

impl<'a> SignalName<'a> {
    /// The names of the catalogue, or those in the code itself.
    pub(crate) fn of(code: &'a str) -> Self {
        let (group, name) = code.split_once('-').unwrap_or((code, code));
        let known = entry_of(code);
        Self {
            code,
            name: known.map_or(name, |entry| entry.name),
            group: known.map_or(group, |entry| entry.group),
        }
    }

    /// `{"code", "name", "group"}`
    pub(crate) fn json(self) -> Value {
        json!({ "code": self.code, "name": self.name, "group": self.group })
    }

    /// `Group.Name`, as in 2025 (reference 8.3, 8.4).
    pub(super) fn text(self) -> Value {
        format!("{}.{}", self.group, self.name).into()
    }
}
