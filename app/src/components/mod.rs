//! What several features share.

mod alert;
mod error_page;
mod footer;
mod header;
mod heading;
mod mark;
mod top_view;

pub use alert::Alert;
pub use error_page::{ErrorPage, NotFoundPage};
pub use footer::SiteFooter;
pub use header::SiteHeader;
pub use heading::{Heading, LastPage, focus_heading};
pub use mark::Mark;
pub use top_view::TopView;
