//! The WebAssembly module that hydrates Carport's pages.

use app::app::App;
use leptos::prelude::{Effect, document};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page that the server has rendered, then marks the document with `data-hydrated`.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(|| {
        // Effects run in the order they were made, after the view: the page is alive by now.
        Effect::new(|| {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-hydrated", "");
            }
        });
        App()
    });
}
