//! The decoder of events.

mod doubled;
mod rewritten;

use serde::de::IgnoredAny;
use serde_json::Value;
use smartcar::{
    Signal, UserId,
    signals::Body,
    webhooks::{Challenge, Event, EventId},
};
use time::OffsetDateTime;

/// Decodes these bytes.
///
/// # Panics
///
/// When something is not true of them.
pub(crate) fn check(body: &[u8]) {
    match Event::decode(body) {
        Ok(event) => decoded(body, &event),
        Err(error) => {
            let text = error.to_string();
            assert!(text.len() < 400, "an error repeats its body: {text}");
            is_one_line(&text);
        }
    }
}

fn decoded(body: &[u8], event: &Event) {
    let text = std::str::from_utf8(body).expect("an event is text");
    assert!(text.trim_start().starts_with('{'), "an event is an object");
    assert!(
        !text.contains('\0'),
        "a database takes the text of an event"
    );
    serde_json::from_str::<IgnoredAny>(text).expect("an event is JSON");
    assert_eq!(Challenge::new(text), None, "an event is no challenge");

    let parts =
        event.signals.len() + event.unreadable_signals + event.errors.len() + event.triggers.len();
    assert!(parts <= body.len(), "nothing is made of nothing");
    for id in [
        event.id.as_ref().map(EventId::as_str),
        event.user.as_ref().map(UserId::as_str),
        event.vehicle.as_ref().map(|vehicle| vehicle.id.as_str()),
    ] {
        assert_ne!(id, Some(""), "an empty identifier is none");
    }
    event.delivered_at.iter().for_each(is_an_instant);
    event.signals.iter().for_each(signal);
    hides(event);
    // What is nested too deeply for this parser, the decoder passes over.
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        rewritten::check(text, event, &value);
    }
}

fn signal(signal: &Signal) {
    assert!(!signal.code.as_str().is_empty(), "a signal has a code");
    for instant in [
        signal.oem_updated_at,
        signal.retrieved_at,
        signal.ingested_at,
    ] {
        instant.iter().for_each(is_an_instant);
    }
    if let Some(Body::Number(quantity)) = &signal.body {
        assert!(quantity.value.is_finite(), "a number is finite");
    }
    let again = Signal::from_value(signal.raw.clone());
    assert_eq!(again.as_ref(), Some(signal), "the raw signal says the same");
    // So it is stored, and so it is read again. The last digit of a number may differ.
    let stored = serde_json::from_str(&signal.raw.to_string()).expect("a raw signal is JSON");
    let stored = Signal::from_value(stored).expect("a stored signal is one");
    assert_eq!(stored.code, signal.code);
    assert_eq!(stored.status, signal.status);
    assert_eq!(stored.oem_updated_at, signal.oem_updated_at);
    assert_eq!(stored.retrieved_at, signal.retrieved_at);
    assert_eq!(stored.body.is_some(), signal.body.is_some());
}

/// Every database and every page can hold it.
fn is_an_instant(instant: &OffsetDateTime) {
    assert!(*instant > OffsetDateTime::UNIX_EPOCH, "{instant}");
    assert!(instant.offset().is_utc(), "{instant}");
}

/// `Debug` shows nothing of who, which and what, and is one line.
fn hides(event: &Event) {
    let shown = format!("{event:?}");
    is_one_line(&shown);
    let mut other = event.clone();
    other.user = Some(UserId::new("another"));
    other.vehicle = None;
    for signal in &mut other.signals {
        signal.body = None;
        signal.raw = Value::Null;
    }
    for error in &mut other.errors {
        error.error.title = None;
        error.error.detail = None;
    }
    assert_eq!(format!("{other:?}"), shown);
}

fn is_one_line(text: &str) {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = text
        .chars()
        .find(|letter| letter.is_control() || turns(*letter));
    assert_eq!(found, None, "{text:?}");
}
