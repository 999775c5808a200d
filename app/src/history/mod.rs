//! What a car has said over time: charts, and a table behind each. The page is rendered by the server
//! alone ([`crate::rendered`]); in the browser the charts can be read point by point, and zoomed.

pub mod api;
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
mod page;
#[cfg(feature = "ssr")]
pub mod piece;
mod reader;
#[cfg(feature = "ssr")]
pub mod span;
#[cfg(all(test, feature = "ssr"))]
mod test_points;

pub use page::HistoryPage;
