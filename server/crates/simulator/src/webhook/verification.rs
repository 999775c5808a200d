//! Whether a receiver has proved that it has the key (reference 8.1).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use time::OffsetDateTime;

use super::definition::Webhook;
use super::event::{Event, EventKind, Times};
use super::signature::sign;
use crate::entropy::{Entropy, random_uuid};
use crate::quirks::Quirks;

/// What is known of a receiver. Nothing but a `VERIFY` goes to one that has not proved itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verification {
    /// It has not been asked since the webhook was made, or its address changed.
    Unverified,
    /// It is being asked.
    UnderWay,
    Verified(OffsetDateTime),
    /// It has failed in all its attempts. It is asked again before the next delivery.
    Failed(OffsetDateTime),
}

impl Verification {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::UnderWay => "underWay",
            Self::Verified(_) => "verified",
            Self::Failed(_) => "failed",
        }
    }
}

/// A `VERIFY` event for a webhook.
pub(super) fn challenge_for(webhook: &Webhook, quirks: &Quirks, entropy: &dyn Entropy) -> Event {
    let mut bytes = [0; 24];
    entropy.fill(&mut bytes);
    let challenge = URL_SAFE_NO_PAD.encode(bytes);
    let id = random_uuid(entropy);
    let template = json!({
        "eventId": id,
        "eventType": "VERIFY",
        "data": { "challenge": challenge },
        "meta": { "version": "4.0", "webhookId": webhook.id, "webhookName": webhook.name },
    });
    Event {
        id,
        kind: EventKind::Verify,
        template,
        reasons: Vec::new(),
        sequence: None,
        // The other way round than in events (reference 8.1).
        times: if quirks.webhook_other_times {
            Times::Numbers
        } else {
            Times::Text
        },
        names_delivery_time: false,
        is_signed: quirks.signed_verify,
    }
}

/// Whether an answer proves that a receiver has one of the keys.
pub(super) fn is_proof(event: &Event, answer: &[u8], tokens: &[String]) -> bool {
    let challenge = event.template["data"]["challenge"].as_str();
    let answer: Option<Value> = serde_json::from_slice(answer).ok();
    let (Some(challenge), Some(answer)) = (challenge, answer) else {
        return false;
    };
    tokens
        .iter()
        .any(|token| answer["challenge"] == sign(token, challenge.as_bytes()))
}

#[cfg(test)]
mod tests {
    use url::Url;
    use uuid::Uuid;

    use super::*;
    use crate::entropy::SeededEntropy;
    use crate::webhook::{Subscribe, WebhookSettings};

    #[test]
    fn a_proof_is_made_with_one_of_the_keys() {
        let settings = WebhookSettings::new(Url::parse("http://localhost/").unwrap());
        let now = OffsetDateTime::UNIX_EPOCH;
        let webhook = Webhook::new(Uuid::nil(), settings, Subscribe::Automatically, now);
        let event = challenge_for(&webhook, &Quirks::default(), &SeededEntropy::new(1));
        let challenge = event.template["data"]["challenge"].as_str().unwrap();
        let tokens = ["new".to_owned(), "old".to_owned()];
        let answer = |token| {
            let proof = sign(token, challenge.as_bytes());
            json!({ "challenge": proof }).to_string()
        };
        assert!(is_proof(&event, answer("new").as_bytes(), &tokens));
        assert!(is_proof(&event, answer("old").as_bytes(), &tokens));
        assert!(!is_proof(&event, answer("other").as_bytes(), &tokens));
        let echo = json!({ "challenge": challenge }).to_string();
        for wrong in ["", "{", "[]", "{}", r#"{"challenge":null}"#, echo.as_str()] {
            assert!(!is_proof(&event, wrong.as_bytes(), &tokens), "{wrong}");
        }
    }
}
