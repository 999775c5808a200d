//! The connected vehicles. Their pages are rendered by the server alone ([`crate::rendered`]); the
//! browser knows where to get them.

pub mod api;
#[cfg(feature = "ssr")]
pub mod car;
#[cfg(feature = "ssr")]
mod catalogue;
#[cfg(feature = "ssr")]
mod charging;
#[cfg(feature = "ssr")]
pub mod command;
#[cfg(feature = "ssr")]
mod disconnect;
#[cfg(feature = "ssr")]
pub(crate) mod empty;
#[cfg(feature = "ssr")]
mod freshness;
#[cfg(feature = "ssr")]
mod garage;
#[cfg(feature = "ssr")]
mod lookup;
#[cfg(feature = "ssr")]
mod made_at;
#[cfg(feature = "ssr")]
pub mod make;
pub mod model;
#[cfg(feature = "ssr")]
mod name;
#[cfg(feature = "ssr")]
mod openings;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
pub mod powertrain;
#[cfg(feature = "ssr")]
pub mod reading;
#[cfg(feature = "ssr")]
mod sentence;
#[cfg(feature = "ssr")]
mod table;
#[cfg(all(test, feature = "ssr"))]
mod test_car;
#[cfg(feature = "ssr")]
pub mod units;
#[cfg(feature = "ssr")]
pub mod value;
#[cfg(feature = "ssr")]
pub(crate) mod wording;

#[cfg(feature = "ssr")]
pub use catalogue::permission_of;
#[cfg(feature = "ssr")]
pub(crate) use garage::content as garage;
#[cfg(feature = "ssr")]
pub(crate) use overview::content as overview;
#[cfg(feature = "ssr")]
pub use table::VehicleTable;
