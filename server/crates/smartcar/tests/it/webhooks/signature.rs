//! Only who has the key signs, and nobody is lent it.

use hmac::{Hmac, KeyInit, Mac};
use proptest::{collection::vec, prelude::*};
use sha2::Sha256;
use smartcar::webhooks::{Challenge, Event, ManagementTokens};

use super::{corpus::check_signature, meaning::meaning, spelling::Spelling};

fn signed(token: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(body);
    hex::encode(mac.finalize().into_bytes())
}

/// Each of the texts that differ from this one in a single bit.
fn neighbours(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..text.len() * 8).map(|bit| {
        let mut other = text.to_owned();
        other[bit / 8] ^= 1 << (bit % 8);
        other
    })
}

fn tokens(token: &str) -> Option<ManagementTokens> {
    ManagementTokens::new(&token.into())
}

proptest! {
    // Each is many signatures.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_bit_of_it_can_be_another(
        token in "[!-~]{1,24}",
        body in vec(any::<u8>(), 0..24),
    ) {
        let signature = signed(&token, &body);
        let verifies = |token: &str, body: &[u8], signature: &[u8]| {
            tokens(token).is_some_and(|tokens| tokens.verify(body, signature))
        };
        prop_assert!(verifies(&token, &body, signature.as_bytes()));
        for other in neighbours(signature.as_bytes()) {
            prop_assert!(!verifies(&token, &body, &other), "{other:?}");
        }
        for other in neighbours(&body) {
            prop_assert!(!verifies(&token, &other, signature.as_bytes()), "{other:?}");
        }
        for other in neighbours(token.as_bytes()) {
            let other = String::from_utf8(other).unwrap_or_default();
            prop_assert!(!verifies(&other, &body, signature.as_bytes()), "{other:?}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_true_of_any_bytes(
        token in "\\PC{0,80}",
        signature in "[0-9a-fA-F]{0,70}",
        body in vec(any::<u8>(), 0..100),
    ) {
        let input = [token.as_bytes(), b"\n", signature.as_bytes(), b"\n", &body].concat();
        check_signature(&input);
    }

    /// The answer to a challenge is the signature of that challenge: of no text that is an event too.
    #[test]
    fn no_event_is_a_challenge(meaning in meaning(), choices in vec(any::<u8>(), 1..64)) {
        let body = Spelling::of(choices).event(&meaning).to_string();
        prop_assert!(Event::decode(body.as_bytes()).is_ok());
        prop_assert_eq!(Challenge::new(body.as_str()), None);
        let forged = serde_json::json!({"eventType": "VERIFY", "data": {"challenge": body}});
        prop_assert_eq!(Challenge::read(forged.to_string().as_bytes()), None);
    }

    #[test]
    fn no_challenge_is_an_event(word in "[A-Za-z0-9_-]{1,128}") {
        let challenge = Challenge::new(word.as_str()).unwrap();
        let answer = tokens("amt").unwrap().answer(&challenge);
        prop_assert_eq!(&answer, &signed("amt", word.as_bytes()));
        prop_assert!(Event::decode(word.as_bytes()).is_err());
        prop_assert_eq!(Challenge::read(word.as_bytes()), None);
    }
}
