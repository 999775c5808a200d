//! How Smartcar writes it: in one of the shapes of reference 8.3 and 8.4, and in none of them twice in
//! the same way.

use serde_json::{Map, Value, json};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use super::meaning::{Meaning, Name, Outcome, Said, Trouble};

/// Decides each of the choices in turn.
pub(super) struct Spelling {
    choices: Vec<u8>,
    next: usize,
}

impl Spelling {
    pub(super) fn of(choices: Vec<u8>) -> Self {
        Self { choices, next: 0 }
    }

    /// One of so many ways.
    fn way(&mut self, ways: u8) -> u8 {
        let choice = self.choices[self.next % self.choices.len()];
        self.next += 1;
        choice % ways
    }

    fn one_of<T, const WAYS: usize>(&mut self, ways: [T; WAYS]) -> T {
        let way = usize::from(self.way(u8::try_from(WAYS).unwrap()));
        ways.into_iter().nth(way).unwrap()
    }

    pub(super) fn event(&mut self, meaning: &Meaning) -> Value {
        let (mut event, mut data) = (Map::new(), Map::new());
        event.insert("eventId".to_owned(), json!(meaning.id));
        let kind = if meaning.troubles.is_empty() {
            "VEHICLE_STATE"
        } else {
            "VEHICLE_ERROR"
        };
        event.insert("eventType".to_owned(), json!(kind));
        let mut vehicle = Map::from_iter([("make".to_owned(), json!("TESLA"))]);
        if let Some(year) = meaning.year {
            vehicle.insert("year".to_owned(), self.number(i64::from(year)));
        }
        let mut user = Map::new();
        self.identify(&meaning.user, "userId", &mut user, &mut data, &mut event);
        self.identify(
            &meaning.vehicle,
            "vehicleId",
            &mut vehicle,
            &mut data,
            &mut event,
        );
        self.put(&mut data, "user", Value::Object(user));
        data.insert("vehicle".to_owned(), Value::Object(vehicle));
        let signals = meaning
            .signals
            .iter()
            .map(|said| self.signal(said))
            .collect();
        self.put(&mut data, "signals", Value::Array(signals));
        let troubles = meaning
            .troubles
            .iter()
            .map(|trouble| self.trouble(trouble))
            .collect();
        self.put(&mut data, "errors", Value::Array(troubles));
        let triggers = meaning
            .triggers
            .iter()
            .map(|trigger| self.trigger(*trigger))
            .collect();
        let place = if self.way(2) == 0 {
            &mut event
        } else {
            &mut data
        };
        place.insert("triggers".to_owned(), Value::Array(triggers));
        event.insert("data".to_owned(), Value::Object(data));
        event.insert("meta".to_owned(), self.meta(meaning));
        Value::Object(event)
    }

    /// Something empty, or nothing at all.
    fn put(&mut self, into: &mut Map<String, Value>, name: &str, value: Value) {
        let is_empty = value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(Map::is_empty);
        match self.way(3) {
            0 if is_empty => {}
            1 if is_empty => {
                into.insert(name.to_owned(), Value::Null);
            }
            _ => {
                into.insert(name.to_owned(), value);
            }
        }
    }

    fn identify(
        &mut self,
        id: &str,
        name: &str,
        described: &mut Map<String, Value>,
        data: &mut Map<String, Value>,
        event: &mut Map<String, Value>,
    ) {
        match self.way(3) {
            0 => described.insert("id".to_owned(), json!(id)),
            1 => data.insert(name.to_owned(), json!(id)),
            _ => event.insert(name.to_owned(), json!(id)),
        };
    }

    fn meta(&mut self, meaning: &Meaning) -> Value {
        let mut meta = Map::new();
        let mode = self.one_of([meaning.mode.to_owned(), meaning.mode.to_uppercase()]);
        meta.insert("mode".to_owned(), json!(mode));
        if let Some(sequence) = meaning.sequence {
            let sequence = self.one_of([json!(sequence), json!(sequence.to_string())]);
            meta.insert("sequence".to_owned(), sequence);
        }
        let name = self.one_of(["deliveredAt", "deliveryTime"]);
        meta.insert(name.to_owned(), self.instant(meaning.delivered_at));
        Value::Object(meta)
    }

    fn number(&mut self, number: i64) -> Value {
        #[expect(clippy::cast_precision_loss, reason = "no greater number is given")]
        let float = number as f64;
        self.one_of([json!(number), json!(number.to_string()), json!(float)])
    }

    fn instant(&mut self, milliseconds: Option<i64>) -> Value {
        let Some(milliseconds) = milliseconds else {
            return self.one_of([json!(0), json!("0"), Value::Null]);
        };
        let instant = OffsetDateTime::UNIX_EPOCH + time::Duration::milliseconds(milliseconds);
        let there = UtcOffset::from_hms(2, 30, 0).unwrap();
        let written = |instant: OffsetDateTime| json!(instant.format(&Rfc3339).unwrap());
        match self.way(4) {
            0 => written(instant),
            1 => written(instant.to_offset(there)),
            2 if milliseconds % 1000 == 0 => self.number(milliseconds / 1000),
            _ => self.number(milliseconds),
        }
    }

    fn signal(&mut self, said: &Said) -> Value {
        let (group, name, code) = said.name;
        let mut signal = Map::from_iter([
            ("code".to_owned(), json!(code)),
            ("name".to_owned(), json!(name)),
            ("group".to_owned(), json!(group)),
        ]);
        let (word, error) = match &said.outcome {
            Outcome::Number(number) => {
                let value = self.number(i64::from(*number));
                signal.insert("body".to_owned(), json!({"value": value}));
                ("SUCCESS", Value::Null)
            }
            Outcome::Flag(flag) => {
                let text = flag.to_string();
                let value = self.one_of([json!(flag), json!(text), json!(text.to_uppercase())]);
                signal.insert("body".to_owned(), json!({"value": value}));
                ("SUCCESS", Value::Null)
            }
            Outcome::Error(kind, code) => ("ERROR", json!({"type": kind, "code": code})),
            Outcome::Unavailable => ("UNAVAILABLE", Value::Null),
        };
        let word = self.one_of([word.to_owned(), word.to_lowercase()]);
        let status = match (&said.outcome, self.way(3)) {
            (Outcome::Number(_) | Outcome::Flag(_), 0) => Value::Null,
            (Outcome::Error(..), _) => json!({"value": word, "error": error}),
            (_, 1) => json!(word),
            _ => json!({"value": word}),
        };
        signal.insert("status".to_owned(), status);
        let mut meta = Map::new();
        meta.insert("oemUpdatedAt".to_owned(), self.instant(said.oem_updated_at));
        let fetched = self.one_of(["retrievedAt", "fetchedAt"]);
        meta.insert(fetched.to_owned(), self.instant(said.retrieved_at));
        signal.insert("meta".to_owned(), Value::Object(meta));
        Value::Object(signal)
    }

    fn trouble(&mut self, trouble: &Trouble) -> Value {
        let word = if trouble.is_over { "RESOLVED" } else { "ERROR" };
        let mut error = json!({"type": trouble.kind, "code": null});
        let state = self.one_of([json!(word), json!(word.to_lowercase()), Value::Null]);
        // One that does not say has begun.
        error["state"] = if trouble.is_over && state.is_null() {
            json!(word)
        } else {
            state
        };
        if let Some(signals) = &trouble.signals {
            error["signals"] = signals.iter().map(|name| self.named(*name)).collect();
        }
        error
    }

    fn named(&mut self, (group, name, code): Name) -> Value {
        let object = json!({"code": code, "name": name, "group": group});
        self.one_of([object, json!(format!("{group}.{name}"))])
    }

    fn trigger(&mut self, trigger: Option<Name>) -> Value {
        let Some((group, name, code)) = trigger else {
            return self.one_of([
                json!({"type": "FIRST_DELIVERY"}),
                json!({"code": "FIRST_DELIVERY"}),
            ]);
        };
        match self.way(2) {
            0 => json!({"type": "SIGNAL_UPDATED", "signal": self.named((group, name, code))}),
            _ => json!({"code": code, "name": name, "group": group}),
        }
    }
}
