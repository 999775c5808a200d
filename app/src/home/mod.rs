//! The home page: what Carport is, what it will ask for, and the button.

mod connect_button;
mod page;
pub mod permission;
mod permission_list;
mod promises;
mod steps;

pub use page::HomePage;
pub use permission_list::PermissionList;
