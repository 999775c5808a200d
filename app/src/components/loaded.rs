//! A part of a page that waits for data.

use std::{future::Future, pin::Pin};

use leptos::prelude::*;

/// A view on its way.
pub type Loading = Pin<Box<dyn Future<Output = AnyView> + Send>>;

/// Shows what `view` makes once it is there; until a newer one is, the older one stays.
///
/// Every part that waits goes through here with one and the same type: each other type would be
/// compiled once more into what the browser downloads.
pub fn loaded(view: impl Fn() -> Loading + Send + Sync + 'static) -> AnyView {
    shown(Box::new(view))
}

fn shown(view: Box<dyn Fn() -> Loading + Send + Sync>) -> AnyView {
    view! { <Transition>{move || Suspend::new(view())}</Transition> }.into_any()
}
