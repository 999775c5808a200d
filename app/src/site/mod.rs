//! What every page knows.

pub mod api;
mod banner;
mod context;
pub mod model;

pub use banner::SourceBanner;
pub use context::{SiteContext, provide_site, use_site};
