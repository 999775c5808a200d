//! The connected vehicles.

pub mod api;
mod disconnect;
mod empty;
pub mod make;
pub mod model;
mod page;
pub mod powertrain;
mod table;

pub use page::VehiclesPage;
pub use table::VehicleTable;
