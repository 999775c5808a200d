//! A number and the slider beside it, which go together.

use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlInputElement};

/// The attribute with the id of the other one.
const TWIN: &str = "data-number";

/// Moves the one when the reader moves the other. One listener on the window: the fields come and go.
pub(super) fn keep_twins_together() -> WindowListenerHandle {
    window_event_listener(ev::input, |event| {
        // Whatever else there is input to has no such attribute, and stays alone.
        let moved: HtmlInputElement = event_target(&event);
        let twin = moved
            .get_attribute(TWIN)
            .and_then(|id| document().get_element_by_id(&id));
        if let Some(twin) = twin {
            twin.unchecked_into::<HtmlInputElement>()
                .set_value(&moved.value());
        }
    })
}
