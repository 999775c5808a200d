//! What several features share.

mod alert;
mod button_link;
mod error_page;
mod footer;
mod header;
mod heading;
mod loaded;
mod message;
mod top_view;
mod wordmark;

pub use alert::Alert;
pub use button_link::{ButtonLink, Weight};
pub use error_page::{NotFoundPage, error_page};
pub use footer::SiteFooter;
pub use header::SiteHeader;
pub use heading::{Heading, Passage};
pub use loaded::{Loading, loaded};
pub use message::Message;
pub use top_view::TopView;
pub use wordmark::Wordmark;
