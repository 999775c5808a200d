//! The home page: what Carport is, what it will ask for, and the button.

mod chapters;
mod connect_button;
mod page;
pub mod permission;
mod permission_list;

pub use page::{HomePage, Welcome};
pub use permission_list::PermissionList;
