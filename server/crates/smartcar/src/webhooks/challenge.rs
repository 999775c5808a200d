//! How Smartcar asks a receiver to prove that it has the key.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::decode;

/// The longest delivery that is looked at without a signature, in bytes.
const LARGEST: usize = 4 * 1024;
/// The longest challenge.
const LONGEST: usize = 128;

/// The text of a `VERIFY` delivery (reference 8.1).
///
/// `VERIFY` is not signed, and its answer is made with the very key that signs events. A receiver
/// that answered any text would sign events for whoever asks. So a challenge is 1 to 128 letters,
/// digits, hyphens and underscores: no event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge(String);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Delivery {
    event_type: Option<String>,
    data: Option<Box<RawValue>>,
    // Version 2.0 of the payload.
    event_name: Option<String>,
    payload: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Part {
    challenge: Option<String>,
}

impl Challenge {
    /// Takes a text that can be a challenge.
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let is_token = (1..=LONGEST).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        is_token.then_some(Self(text))
    }

    /// The challenge in the body of a delivery, in either form; `None` when it is no `VERIFY`, or its
    /// challenge can be none.
    pub fn read(body: &[u8]) -> Option<Self> {
        if body.len() > LARGEST {
            return None;
        }
        let delivery: Delivery = decode::object(std::str::from_utf8(body).ok()?)?;
        let part = match (
            delivery.event_type.as_deref(),
            delivery.event_name.as_deref(),
        ) {
            (Some("VERIFY"), None) => delivery.data,
            (None, Some("verify")) => delivery.payload,
            _ => None,
        };
        let part: Part = decode::object(part?.get())?;
        Self::new(part.challenge?)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    const TOKEN: &str = "3a1d-8fB_x";

    fn read(body: &Value) -> Option<String> {
        Challenge::read(body.to_string().as_bytes()).map(|challenge| challenge.0)
    }

    fn verify(challenge: &Value) -> Value {
        json!({
            "eventId": "0c0ffee0-0000-4000-8000-000000000001", "eventType": "VERIFY",
            "data": {"challenge": challenge},
            "meta": {"version": "4.0", "webhookName": "Garage", "deliveredAt": 1_790_080_005_074_u64},
        })
    }

    #[test]
    fn both_versions() {
        assert_eq!(read(&verify(&json!(TOKEN))).as_deref(), Some(TOKEN));
        let version_2 = json!({
            "version": "2.0", "webhookId": "w", "eventName": "verify",
            "payload": {"challenge": TOKEN},
        });
        assert_eq!(read(&version_2).as_deref(), Some(TOKEN));
    }

    #[test]
    fn an_event_is_never_a_challenge() {
        let event = json!({"eventType": "VEHICLE_STATE", "data": {}}).to_string();
        for forged in [
            json!(event),
            json!(""),
            json!("two words"),
            json!("tab\t"),
            json!("{}"),
            json!("é"),
            json!("a".repeat(129)),
            json!(7),
            json!(null),
            json!([TOKEN]),
        ] {
            assert_eq!(read(&verify(&forged)), None, "{forged}");
        }
        assert!(read(&verify(&json!("a".repeat(128)))).is_some());
    }

    #[test]
    fn another_delivery_has_none() {
        let data = json!({"challenge": TOKEN});
        for other in [
            json!({"eventType": "VEHICLE_STATE", "data": data}),
            json!({"eventType": "verify", "data": data}),
            json!({"eventType": "VERIFY", "payload": data}),
            json!({"eventName": "verify", "data": data}),
            json!({"eventType": "VERIFY", "eventName": "verify", "data": data, "payload": data}),
            json!({"data": data}),
            json!({"eventType": "VERIFY", "data": null}),
            json!([verify(&json!(TOKEN))]),
            // Its fields by their positions.
            json!(["VERIFY", data, null, null]),
            json!({"eventType": "VERIFY", "data": [TOKEN]}),
            json!({"eventName": "verify", "payload": [TOKEN]}),
            json!("VERIFY"),
        ] {
            assert_eq!(read(&other), None, "{other}");
        }
        for text in [
            "",
            "{",
            r#"{"eventType":"VERIFY","eventType":"VERIFY","data":{"challenge":"a"}}"#,
            r#"{"eventType":"VERIFY","data":{"challenge":"a","challenge":"b"}}"#,
        ] {
            assert_eq!(Challenge::read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(Challenge::read(&[0xff, 0xfe]), None);
    }

    #[test]
    fn a_large_body_is_not_even_parsed() {
        let mut large = verify(&json!(TOKEN)).to_string();
        large.push_str(&" ".repeat(LARGEST));
        assert_eq!(Challenge::read(large.as_bytes()), None);
    }

    proptest! {
        #[test]
        fn no_bytes_upset_it(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(Challenge::read(&body), None);
        }

        #[test]
        fn a_challenge_holds_no_json(text in ".{0,140}") {
            if Challenge::new(text.clone()).is_some() {
                let parsed: Result<Value, _> = serde_json::from_str(&text);
                prop_assert!(!parsed.is_ok_and(|value| value.is_object() || value.is_array()));
            }
        }
    }
}
