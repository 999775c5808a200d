//! What the server tells an open page (server-sent events).

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, prelude::Closure},
};
use web_sys::{EventSource, MessageEvent};

use crate::routes;

/// A connection on which the server tells of changes.
pub(super) struct Events {
    source: EventSource,
    /// The browser calls it as long as the source is open.
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Events {
    /// Listens for changes since the page with this mark was made. `heard` is given the mark of each, an
    /// empty one when nobody is signed in any more.
    /// `None` where a browser knows no such thing.
    pub(super) fn since(revision: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        let source = EventSource::new(&format!("{}?since={revision}", routes::EVENTS)).ok()?;
        let heard = Closure::new(move |event: MessageEvent| heard(event.last_event_id()));
        source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self {
            source,
            _heard: heard,
        })
    }

    /// Whether the browser has given up, as it does when the server refuses. After a connection that
    /// was merely lost it connects again by itself.
    pub(super) fn have_ended(&self) -> bool {
        self.source.ready_state() == EventSource::CLOSED
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Where a page keeps its connection.
pub(super) type Connection = StoredValue<Option<Events>, LocalStorage>;
