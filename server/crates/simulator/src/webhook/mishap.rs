//! What may become of a delivery on its way.

use serde::{Deserialize, Serialize};
use time::Duration;

/// The longest delay in seconds: a day.
const LONGEST_DELAY: u32 = 86_400;

/// What becomes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Mishap {
    /// It is delivered twice: the same event, another delivery.
    Duplicated,
    /// It is first delivered so much later, by the simulated clock.
    DelayedSeconds(u32),
    /// It is delivered after the next one of its vehicle.
    Overtaken,
    /// It never comes.
    Lost,
    /// It comes once, from somebody who does not have the key.
    Forged(Forgery),
}

/// What is wrong with a forged delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Forgery {
    /// One digit of the signature.
    WrongSignature,
    NoSignature,
    /// Half of the signature is missing.
    TruncatedSignature,
    /// The header comes twice: a wrong signature and the right one.
    DoubledSignature,
    /// The signature is made with another key.
    OtherKey,
    /// The body is changed after it was signed.
    AlteredBody,
}

impl Forgery {
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::WrongSignature, "wrongSignature"),
        (Self::NoSignature, "noSignature"),
        (Self::TruncatedSignature, "truncatedSignature"),
        (Self::DoubledSignature, "doubledSignature"),
        (Self::OtherKey, "otherKey"),
        (Self::AlteredBody, "alteredBody"),
    ];

    /// What is sent in place of a body and its signature. `other` is the signature by another key.
    pub(super) fn spoil(self, body: &mut Vec<u8>, signature: &str, other: String) -> Vec<String> {
        let wrong = || {
            let (first, rest) = signature.split_at(1);
            let digit = if first == "0" { "1" } else { "0" };
            format!("{digit}{rest}")
        };
        match self {
            Self::WrongSignature => vec![wrong()],
            Self::NoSignature => Vec::new(),
            Self::TruncatedSignature => vec![signature[..signature.len() / 2].to_owned()],
            Self::DoubledSignature => vec![wrong(), signature.to_owned()],
            Self::OtherKey => vec![other],
            Self::AlteredBody => {
                body.push(b' ');
                vec![signature.to_owned()]
            }
        }
    }
}

impl Mishap {
    /// Why this cannot happen, if it cannot.
    pub(crate) fn problem(self) -> Option<String> {
        match self {
            Self::DelayedSeconds(seconds) if !(1..=LONGEST_DELAY).contains(&seconds) => {
                Some(format!("A delay is 1 to {LONGEST_DELAY} seconds."))
            }
            _ => None,
        }
    }

    /// By how much the first attempt is late.
    pub(super) fn delay(self) -> Duration {
        match self {
            Self::DelayedSeconds(seconds) => Duration::seconds(seconds.into()),
            _ => Duration::ZERO,
        }
    }

    /// A few words for the inspector.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Duplicated => "delivered twice".to_owned(),
            Self::DelayedSeconds(seconds) => format!("{seconds} s late"),
            Self::Overtaken => "after the next one".to_owned(),
            Self::Lost => "lost".to_owned(),
            Self::Forged(forgery) => {
                let name = Forgery::ALL
                    .into_iter()
                    .find(|(known, _)| *known == forgery);
                format!("forged: {}", name.map_or("", |(_, name)| name))
            }
        }
    }
}

/// A mishap of events that are still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedMishap {
    pub(crate) mishap: Mishap,
    /// For so many events.
    pub(crate) times: u32,
    /// Only those of this vehicle.
    pub(crate) vehicle: Option<uuid::Uuid>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_forgery_is_the_right_signature_of_its_body() {
        let signature = "0123456789abcdef";
        for (forgery, name) in Forgery::ALL {
            let mut body = b"{}".to_vec();
            let sent = forgery.spoil(&mut body, signature, "fedcba9876543210".to_owned());
            let is_right = sent == [signature] && body == b"{}";
            assert!(!is_right, "{name}");
            let written = serde_json::to_value(forgery).unwrap();
            assert_eq!(written, name);
        }
    }
}
