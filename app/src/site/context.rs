//! [`Site`], read once a page and shared by all of it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{api::get_site, model::Site};
use crate::error::AppError;

/// The shared [`Site`].
#[derive(Clone, Copy)]
pub struct SiteContext {
    /// The site; read it inside a `Suspend`.
    pub site: Resource<Result<Site, AppError>>,
}

/// Reads the [`Site`] for everything below, again after each navigation: signing out and erasing
/// lead to another page.
pub fn provide_site() -> SiteContext {
    let location = use_location();
    let site = Resource::new(
        move || (location.pathname.get(), location.search.get()),
        |_| get_site(),
    );
    let context = SiteContext { site };
    provide_context(context);
    context
}

/// The site that [`provide_site`] has provided.
///
/// # Panics
///
/// Outside of [`crate::app::App`].
pub fn use_site() -> SiteContext {
    expect_context()
}
