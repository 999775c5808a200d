//! What has just been done, said once at the top of the next page.

pub mod model;
mod region;

pub use region::NoticeRegion;
