//! The page of the settings, as the browser knows it.

use leptos::prelude::*;

use super::api::read_settings;
use crate::rendered::still_page;

/// Units, theme, and the names of the cars.
#[component]
pub fn SettingsPage() -> AnyView {
    still_page(|| Box::pin(read_settings()))
}
