//! What a car has said over time: charts, and a table behind each. The page is rendered by the server
//! alone ([`crate::rendered`]); in the browser the charts can be read point by point, and
//! zoomed, by a module of its own (`public/history.js`).

#[cfg(feature = "ssr")]
mod chart;
#[cfg(feature = "ssr")]
mod condense;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "ssr")]
mod driven;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod piece;
#[cfg(feature = "ssr")]
pub mod span;
#[cfg(all(test, feature = "ssr"))]
mod test_points;

#[cfg(feature = "ssr")]
pub(crate) use content::content;
