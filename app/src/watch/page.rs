//! The page of the notices, as the browser knows it.

use leptos::prelude::*;

use super::api::read_notices;
use crate::rendered::rendered_page;

/// What the owner wanted to be told, and what of.
#[component]
pub fn NoticesPage() -> AnyView {
    rendered_page(Memo::new(|_| String::new()), |_| Box::pin(read_notices()))
}
