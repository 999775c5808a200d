//! Reading a chart point by point, and zooming into it. The server has put everything there that is to
//! be shown; here it is only found.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, js_sys::Date},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// What lies over the plot of each chart.
const SLIDER: &str = ".plot-slider";
/// What a pointer has to cover at least, in thousandths of the plot, to zoom.
const LEAST_DRAG: i32 = 15;
/// No span is shorter, in minutes.
const SHORTEST: i64 = 10;
const EVENTS: [&str; 8] = [
    "pointermove",
    "pointerdown",
    "pointerup",
    "pointerout",
    "focusin",
    "focusout",
    "keydown",
    "dblclick",
];

/// Where a pointer went down on a plot, in thousandths of it; `None`: none is down.
type Drag = StoredValue<Option<i32>>;
/// Opens the page of another span.
type Open = StoredValue<Box<dyn Fn(&str) + Send + Sync>>;

/// Listens to pointer and keys as long as the page is there. The listeners are on the window: the
/// charts come and go.
pub(super) fn read_charts() {
    let navigate = use_navigate();
    let drag = Drag::new(None);
    let open: Open = StoredValue::new(Box::new(move |address: &str| {
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(address, options);
    }));
    Effect::new(move || {
        let listeners = EVENTS.map(|name| {
            window_event_listener_untyped(name, move |event| heard(&event, drag, open))
        });
        on_cleanup(move || {
            for listener in listeners {
                listener.remove();
            }
        });
    });
}

fn heard(event: &Event, drag: Drag, open: Open) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(slider) = target.and_then(|target| target.closest(SLIDER).ok().flatten()) else {
        return;
    };
    match event.type_().as_str() {
        "focusin" => show(&slider, number(&slider, "aria-valuenow")),
        "focusout" => end(&slider),
        "keydown" => press(&slider, event.unchecked_ref()),
        "dblclick" => zoom_out(),
        kind => point(&slider, kind, event.unchecked_ref(), drag, open),
    }
}

/// A pointer shows what is nearest. One that is drawn over the plot zooms; a finger only reads, since it
/// also scrolls.
fn point(slider: &Element, kind: &str, event: &PointerEvent, drag: Drag, open: Open) {
    let bounds = slider.get_bounding_client_rect();
    let fraction = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1000")]
    let place = (fraction.clamp(0., 1.) * 1000.) as i32;
    let is_finger = event.pointer_type() == "touch";
    match kind {
        "pointerup" => {
            let start = drag.try_update_value(Option::take).flatten();
            select(slider, 0, 0);
            if let Some(start) = start.filter(|start| (start - place).abs() >= LEAST_DRAG) {
                zoom(slider, start.min(place), start.max(place), open);
            }
            return;
        }
        "pointerout" => {
            if !is_finger && drag.get_value().is_none() {
                end(slider);
            }
            return;
        }
        "pointerdown" if !is_finger && event.button() == 0 => {
            drag.set_value(Some(place));
            // Without it a drag ends at the edge of the plot.
            let _ = slider.set_pointer_capture(event.pointer_id());
        }
        _ => {}
    }
    let nearest = attribute(slider, "data-places")
        .split(' ')
        .enumerate()
        .min_by_key(|(_, there)| there.parse::<i32>().unwrap_or_default().abs_diff(place))
        .map(|(index, _)| index);
    show(slider, nearest.unwrap_or_default());
    if let Some(start) = drag.get_value() {
        select(slider, start.min(place), start.max(place));
    }
}

/// The keys of a slider (ARIA practices).
fn press(slider: &Element, event: &KeyboardEvent) {
    const PAGE: usize = 10;

    let now = number(slider, "aria-valuenow");
    let last = number(slider, "aria-valuemax");
    let index = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => now + 1,
        "PageDown" => now.saturating_sub(PAGE),
        "PageUp" => now + PAGE,
        "Home" => 0,
        "End" => last,
        "Escape" => {
            end(slider);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    show(slider, index.min(last));
}

/// Shows the reading of this number: a cross, a mark on each line, and the words.
fn show(slider: &Element, index: usize) {
    let words = attribute(slider, "data-words");
    let words = words.split('|').nth(index).unwrap_or_default();
    set(slider, "aria-valuenow", &index.to_string());
    set(slider, "aria-valuetext", words);
    let Some(chart) = slider.closest(".chart").ok().flatten() else {
        return;
    };
    set(&chart, "data-read", "");
    for reading in all(&chart, ".chart-reading") {
        reading.set_text_content(Some(words));
    }
    let x = nth(slider, index).unwrap_or_default();
    for cross in all(&chart, ".plot-cross") {
        set(&cross, "x1", &percent(x));
        set(&cross, "x2", &percent(x));
    }
    for mark in all(&chart, ".plot-mark") {
        // Far away where this line says nothing.
        set(&mark, "cx", &percent(x));
        set(&mark, "cy", &percent(nth(&mark, index).unwrap_or(-9999)));
    }
}

/// Shows again what was there before.
fn end(slider: &Element) {
    if let Some(chart) = slider.closest(".chart").ok().flatten() {
        let _ = chart.remove_attribute("data-read");
    }
}

fn select(slider: &Element, from: i32, until: i32) {
    let Some(chart) = slider.closest(".chart").ok().flatten() else {
        return;
    };
    for selection in all(&chart, ".plot-selection") {
        set(&selection, "x", &percent(from));
        set(&selection, "width", &percent(until - from));
    }
}

fn zoom(slider: &Element, from: i32, until: i32, open: Open) {
    let start: i64 = attribute(slider, "data-from").parse().unwrap_or_default();
    let length: i64 = attribute(slider, "data-minutes")
        .parse()
        .unwrap_or_default();
    let from = start + length * i64::from(from) / 1000;
    let until = (start + length * i64::from(until) / 1000).max(from + SHORTEST);
    let path = location().pathname().unwrap_or_default();
    let address = format!("{path}?from={}&until={}", instant(from), instant(until));
    open.with_value(|open| open(&address));
}

fn zoom_out() {
    let way = document().query_selector(".zoom-out").ok().flatten();
    if let Some(way) = way {
        way.unchecked_into::<HtmlElement>().click();
    }
}

/// `2026-11-27T10:05Z`, from minutes since 1970.
fn instant(minutes: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let milliseconds = (minutes * 60_000) as f64;
    let text = String::from(Date::new(&milliseconds.into()).to_iso_string());
    format!("{}Z", text.get(..16).unwrap_or_default())
}

/// The number in this place of the element's list.
fn nth(element: &Element, index: usize) -> Option<i32> {
    let places = attribute(element, "data-places");
    places.split(' ').nth(index)?.parse().ok()
}

/// Thousandths as a percentage.
fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, (thousandths % 10).abs())
}

fn number(element: &Element, name: &str) -> usize {
    attribute(element, name).parse().unwrap_or_default()
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn set(element: &Element, name: &str, value: &str) {
    // It fails only for a name that is none.
    let _ = element.set_attribute(name, value);
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    if let Ok(list) = within.query_selector_all(selector) {
        for index in 0..list.length() {
            found.extend(list.item(index).and_then(|node| node.dyn_into().ok()));
        }
    }
    found
}
