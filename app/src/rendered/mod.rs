//! Pages whose content the server renders and the browser takes as it is.
//!
//! A page with a hundred values would have its views compiled into WebAssembly, downloaded by every
//! visitor and run once more over markup that is already there. The pages of the cars need none of
//! it: their components exist on the server alone, a server function hands their markup over in
//! parts, and the browser puts a part into the page when it has changed.

mod codec;
mod content;
mod current;
mod events;
mod merge;
mod parts;
mod shown;
mod twins;
mod view;

use std::{future::Future, pin::Pin};

use leptos::prelude::Resource;

use crate::error::AppError;

pub use codec::InDocument;
pub use content::PageContent;
pub use view::rendered_page;

/// A page on its way from the server.
pub type Reading = Pin<Box<dyn Future<Output = Result<PageContent, AppError>> + Send>>;

/// Reads the page at this address, for a reader who has the parts with these marks
/// ([`PageContent::without`]).
pub type Read = fn(String, String) -> Reading;

/// Between the marks of the parts that a reader has.
const SEPARATOR: &str = ",";

/// A page that is there or on its way.
type Page = Resource<Result<PageContent, AppError>, InDocument>;
