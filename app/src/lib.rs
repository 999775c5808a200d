//! What the browser sees of Carport: pages and components, rendered on the server (feature `ssr`)
//! and hydrated in the browser (feature `hydrate`). It knows no database and no HTTP client.

pub mod connect;
pub mod error;
#[cfg(feature = "ssr")]
pub mod ports;
pub mod site;
pub mod vehicle;
