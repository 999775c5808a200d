//! The settings: units, theme, and a name of one's own for each car. The page is rendered by the
//! server alone ([`crate::rendered`]), and its forms are posted to [`crate::routes::SETTINGS`].

#[cfg(feature = "ssr")]
pub mod choice;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "ssr")]
pub mod given_name;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod unit_choice;

#[cfg(feature = "ssr")]
pub(crate) use content::content;
