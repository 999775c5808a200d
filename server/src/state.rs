//! What the handlers share.

use std::sync::Arc;

use axum::extract::FromRef;
use leptos::config::LeptosOptions;

use crate::{
    auth::OwnerCheck, clock::Clock, config::Config, entropy::Entropy, garage::Refreshing,
    storage::Store, unattended::Unattended, webhook::Inbox,
};

/// What the handlers share. A clone is cheap.
#[derive(Clone)]
pub struct AppState {
    /// The configuration.
    pub config: Arc<Config>,
    /// What Carport remembers.
    pub store: Arc<dyn Store>,
    /// Smartcar.
    pub smartcar: smartcar::Client,
    /// The refreshes that are on their way.
    pub refreshing: Arc<Refreshing>,
    /// What goes on when the browser that asked for it has left.
    pub unattended: Arc<Unattended>,
    /// What Smartcar has delivered and waits to be worked on.
    pub inbox: Arc<Inbox>,
    /// How an owner is confirmed.
    pub owner_check: Arc<OwnerCheck>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn Entropy>,
    /// Leptos' own settings.
    pub leptos_options: LeptosOptions,
    /// The address of the style sheet, its hash included, for pages without Leptos.
    pub stylesheet: Arc<str>,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos_options.clone()
    }
}
