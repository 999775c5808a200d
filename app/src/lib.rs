//! What the browser sees of Carport: pages and components, rendered on the server (feature `ssr`)
//! and hydrated in the browser (feature `hydrate`). It knows no database and no HTTP client.
// The types of nested views are deep; the optimising build for WebAssembly walks through all of them.
#![recursion_limit = "256"]
#![expect(
    unreachable_pub,
    reason = "#[component] writes a second, hidden `pub fn` beside each, which no re-export reaches"
)]

pub mod account;
pub mod app;
pub mod arrival;
pub mod components;
pub mod connect;
pub mod error;
pub mod history;
pub mod home;
pub mod notice;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod ports;
pub mod rendered;
pub mod routes;
pub mod settings;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod site;
pub mod status;
pub mod vehicle;
pub mod watch;
