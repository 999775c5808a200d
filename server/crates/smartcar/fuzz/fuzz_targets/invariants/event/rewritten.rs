//! The same event, written in another way that Smartcar has or had (reference 8.3, 8.4).

use serde_json::{Map, Value, json};
use smartcar::{
    Mode,
    webhooks::{Event, EventKind},
};

use super::doubled::Doubled;

/// Compares what was decoded with what any parser sees, and with what is decoded of other spellings.
pub(super) fn check(text: &str, event: &Event, value: &Value) {
    // Its names in another order, without spaces, and each only once.
    let plain = decode(value);
    let doubled: Doubled = serde_json::from_str(text).expect("it is JSON");
    if !doubled.0 {
        assert_same(&plain, event);
    }
    agrees(&plain, value);
    for rewrite in REWRITES {
        let mut other = value.clone();
        if rewrite(&mut other).is_some() {
            assert_eq!(decode(&other), plain, "{other}");
        }
    }
}

fn decode(value: &Value) -> Event {
    Event::decode(value.to_string().as_bytes()).expect("it is an event, however it is written")
}

/// The last digit of a number may differ in what is raw.
fn assert_same(one: &Event, other: &Event) {
    let raw_aside = |event: &Event| {
        let mut event = event.clone();
        for signal in &mut event.signals {
            signal.raw = Value::Null;
            signal.body = None;
        }
        event.vehicle = event.vehicle.map(|mut vehicle| {
            vehicle.attributes.extra = smartcar::UnknownAttributes::default();
            vehicle
        });
        event
    };
    assert_eq!(raw_aside(one), raw_aside(other));
}

/// What stands there is what was understood.
fn agrees(event: &Event, value: &Value) {
    assert_eq!(value.get("eventType"), Some(&json!(event.kind.as_str())));
    assert_eq!(
        event.kind == EventKind::Verify,
        value.get("eventType") == Some(&json!("VERIFY"))
    );
    let count = |path: &str| {
        value
            .pointer(path)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    };
    let signals = count("/data/signals");
    assert_eq!(event.signals.len() + event.unreadable_signals, signals);
    assert!(event.errors.len() <= count("/data/errors"));
    let triggers = count("/triggers") + count("/data/triggers");
    assert!(event.triggers.len() <= triggers);
    let mode = value.pointer("/meta/mode").and_then(Value::as_str);
    let is_test = mode.is_some_and(|mode| mode.eq_ignore_ascii_case("test"));
    assert_eq!(event.is_test(), is_test);
    assert_eq!(event.mode.is_some(), mode.is_some());
    assert_eq!(event.mode == Some(Mode::Test), is_test);
}

/// Each writes a part in another way; `None` where there is nothing to write so.
type Rewrite = fn(&mut Value) -> Option<()>;

const REWRITES: [Rewrite; 10] = [
    |event| {
        event
            .as_object_mut()?
            .insert("unheardOf".to_owned(), json!([[{}]]));
        Some(())
    },
    |event| {
        let triggers = event.as_object_mut()?.remove("triggers")?;
        absent(data(event)?, "triggers")?.insert("triggers".to_owned(), triggers);
        Some(())
    },
    |event| {
        let triggers = data(event)?.remove("triggers")?;
        absent(event.as_object_mut()?, "triggers")?.insert("triggers".to_owned(), triggers);
        Some(())
    },
    |event| {
        let id = identifier(event, "user")?;
        data(event)?.insert("userId".to_owned(), id);
        Some(())
    },
    |event| {
        let id = identifier(event, "user")?;
        data(event)?.remove("userId");
        event.as_object_mut()?.insert("userId".to_owned(), id);
        Some(())
    },
    |event| {
        let id = identifier(event, "vehicle")?;
        data(event)?.insert("vehicleId".to_owned(), id);
        Some(())
    },
    |event| {
        let id = identifier(event, "vehicle")?;
        data(event)?.remove("vehicleId");
        event.as_object_mut()?.insert("vehicleId".to_owned(), id);
        Some(())
    },
    |event| {
        let meta = meta(event)?;
        let at = absent(meta, "deliveryTime")?.remove("deliveredAt")?;
        meta.insert("deliveryTime".to_owned(), at);
        Some(())
    },
    |event| {
        let sequence = meta(event)?.get_mut("sequence")?;
        *sequence = Value::String(sequence.as_i64()?.to_string());
        Some(())
    },
    |event| {
        let at = meta(event)?.get_mut("deliveredAt")?;
        *at = Value::String(at.as_i64()?.to_string());
        Some(())
    },
];

fn data(event: &mut Value) -> Option<&mut Map<String, Value>> {
    event.get_mut("data")?.as_object_mut()
}

fn meta(event: &mut Value) -> Option<&mut Map<String, Value>> {
    event.get_mut("meta")?.as_object_mut()
}

fn absent<'map>(
    map: &'map mut Map<String, Value>,
    name: &str,
) -> Option<&'map mut Map<String, Value>> {
    (!map.contains_key(name)).then_some(map)
}

/// The identifier of whom or what `data` describes, taken away from there.
fn identifier(event: &mut Value, of: &str) -> Option<Value> {
    let part = data(event)?.get_mut(of)?.as_object_mut()?;
    let is_one = part.get("id")?.as_str().is_some_and(|id| !id.is_empty());
    is_one.then(|| part.remove("id"))?
}
