//! The WebAssembly module that hydrates Carport's pages.

use app::app::App;
use leptos::{prelude::document, task::spawn_local};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page that the server has rendered, then marks the document with `data-hydrated`.
#[wasm_bindgen]
pub fn hydrate() {
    // In what a visitor downloads it would be a hundredth; there the trap itself is in the console.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(App);
    // Only now: where the page is not the one that the server rendered, the line above panics. And
    // not at once: the effects of the page were queued before this.
    spawn_local(async {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
}
