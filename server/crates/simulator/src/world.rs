//! Everything that changes while the simulator runs, in memory.

mod access_tokens;
mod connection;
mod external_id;
mod grant;
mod logins;
mod owners;
mod request_log;
mod vehicle;

use std::collections::BTreeMap;
use std::time::Duration;

pub(crate) use access_tokens::AccessTokens;
pub(crate) use connection::Connection;
pub(crate) use external_id::ExternalIdChange;
pub(crate) use grant::Grant;
pub(crate) use logins::Logins;
pub(crate) use owners::User;
pub(crate) use request_log::{RequestEntry, RequestLog};
use uuid::Uuid;
pub(crate) use vehicle::{Mode, Vehicle};

use crate::connect::ConnectSessions;
use crate::fault::FaultBook;
use crate::limit::ApplicationLimit;
use crate::quirks::QuirkBook;
use crate::settings::Settings;
use crate::webhook::WebhookBook;

/// The simulated world.
#[derive(Debug)]
pub(crate) struct World {
    /// How far the control plane has moved the clock ahead.
    pub(crate) clock_advance: Duration,
    /// The registered redirect URIs; the first is the default one (reference 1.1).
    pub(crate) redirect_uris: Vec<String>,
    pub(crate) tokens: AccessTokens,
    pub(crate) sessions: ConnectSessions,
    pub(crate) logins: Logins,
    pub(crate) users: BTreeMap<Uuid, User>,
    pub(crate) vehicles: BTreeMap<Uuid, Vehicle>,
    /// In the order of their making.
    pub(crate) connections: Vec<Connection>,
    pub(crate) quirks: QuirkBook,
    pub(crate) faults: FaultBook,
    pub(crate) requests: RequestLog,
    /// What the application may ask.
    pub(crate) limit: ApplicationLimit,
    pub(crate) webhooks: WebhookBook,
}

impl World {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            clock_advance: Duration::ZERO,
            redirect_uris: settings.redirect_uris.clone(),
            tokens: AccessTokens::default(),
            sessions: ConnectSessions::default(),
            logins: Logins::default(),
            users: BTreeMap::new(),
            vehicles: BTreeMap::new(),
            connections: Vec::new(),
            quirks: QuirkBook {
                general: settings.quirks.clone(),
                accounts: BTreeMap::new(),
            },
            faults: FaultBook::default(),
            requests: RequestLog::default(),
            limit: ApplicationLimit::new(settings.limits),
            webhooks: WebhookBook::new(settings),
        }
    }
}
