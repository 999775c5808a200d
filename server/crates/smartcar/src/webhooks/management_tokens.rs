//! The keys of webhooks.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::Challenge;

/// The application management tokens: the keys that sign deliveries (reference 8.2). Several at once
/// while one is exchanged for another.
#[derive(Clone)]
pub struct ManagementTokens {
    current: SecretString,
    earlier: Vec<SecretString>,
}

impl ManagementTokens {
    /// The token that is valid now. Space around it, as a copied line has, does not count. `None` for
    /// an empty one, by which anybody could sign.
    pub fn new(current: &SecretString) -> Option<Self> {
        Some(Self {
            current: trimmed(current)?,
            earlier: Vec::new(),
        })
    }

    /// One more, whose signatures are still taken. An empty one is none.
    #[must_use]
    pub fn or(mut self, earlier: &SecretString) -> Self {
        self.earlier.extend(trimmed(earlier));
        self
    }

    /// Whether one of the tokens has signed these bytes. It takes as long for any wrong signature, and
    /// for any token.
    ///
    /// The bytes are those of the body as it was received: the same JSON in another order is another
    /// body. A signature has one spelling, which is the whole header: 64 digits, letters in lower case.
    ///
    /// ```
    /// use smartcar::webhooks::ManagementTokens;
    ///
    /// let tokens = ManagementTokens::new(&"amt".into()).unwrap();
    /// let signature = "4c05a8da471f05156ad717baa4017acd13a3a809850b9ca7d3301dcaaa854f70";
    /// assert!(tokens.verify(br#"{"pizza":"pasta"}"#, signature.as_bytes()));
    /// assert!(!tokens.verify(br#"{"pizza": "pasta"}"#, signature.as_bytes()));
    /// ```
    #[must_use]
    pub fn verify(&self, body: &[u8], signature: &[u8]) -> bool {
        if signature.iter().any(u8::is_ascii_uppercase) {
            return false;
        }
        let Ok(signature) = hex::decode(signature) else {
            return false;
        };
        std::iter::once(&self.current)
            .chain(&self.earlier)
            .map(|token| mac(token, body).verify_slice(&signature).is_ok())
            // Every token is tried, whichever it was.
            .fold(false, |found, is_it| found | is_it)
    }

    /// What a receiver answers to a challenge (reference 8.1), made with the token that is valid now.
    pub fn answer(&self, challenge: &Challenge) -> String {
        hex::encode(
            mac(&self.current, challenge.as_str().as_bytes())
                .finalize()
                .into_bytes(),
        )
    }
}

fn trimmed(token: &SecretString) -> Option<SecretString> {
    let text = token.expose_secret().trim();
    (!text.is_empty()).then(|| text.into())
}

fn mac(token: &SecretString, message: &[u8]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(token.expose_secret().as_bytes())
        .expect("HMAC takes a key of any length");
    mac.update(message);
    mac
}

impl fmt::Debug for ManagementTokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "ManagementTokens({} hidden)",
            self.earlier.len() + 1
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BODY: &[u8] = br#"{"pizza":"pasta"}"#;
    const SIGNATURE: &str = "4c05a8da471f05156ad717baa4017acd13a3a809850b9ca7d3301dcaaa854f70";

    fn tokens() -> ManagementTokens {
        ManagementTokens::new(&"amt".into()).unwrap()
    }

    fn signed(token: &str, body: &[u8]) -> String {
        hex::encode(mac(&token.into(), body).finalize().into_bytes())
    }

    #[test]
    fn the_vectors_of_smartcars_own_kit() {
        assert!(tokens().verify(BODY, SIGNATURE.as_bytes()));
        let challenge = Challenge::new("challenge").unwrap();
        assert_eq!(
            tokens().answer(&challenge),
            "9baf5a7464bd86740ad5a06e439dcf535a075022ed2c92d74efacf646d79328e"
        );
    }

    #[test]
    fn a_signature_is_whole_and_by_itself() {
        let doubled = format!("{SIGNATURE}{SIGNATURE}");
        let listed = format!("{SIGNATURE}, {SIGNATURE}");
        let prefixed = format!("sha256={SIGNATURE}");
        let other = SIGNATURE.replace('4', "5");
        let capital = SIGNATURE.to_uppercase();
        let half_capital = SIGNATURE.replacen('c', "C", 1);
        let no_digits = SIGNATURE.replace('c', "g");
        let spaced = format!("{SIGNATURE} ");
        for wrong in [
            "",
            " ",
            &SIGNATURE[..63],
            &SIGNATURE[..62],
            &SIGNATURE[..2],
            &doubled,
            &listed,
            &prefixed,
            &other,
            &capital,
            &half_capital,
            &no_digits,
            &spaced,
            "Жук",
        ] {
            assert!(!tokens().verify(BODY, wrong.as_bytes()), "{wrong}");
        }
        assert!(!tokens().verify(BODY, &[0xff; 64]));
    }

    #[test]
    fn the_same_json_in_another_order_is_another_body() {
        let signature = signed("amt", br#"{"a":1,"b":2}"#);
        assert!(tokens().verify(br#"{"a":1,"b":2}"#, signature.as_bytes()));
        assert!(!tokens().verify(br#"{"b":2,"a":1}"#, signature.as_bytes()));
    }

    #[test]
    fn while_tokens_are_exchanged_each_signs_and_the_current_one_answers() {
        let both = ManagementTokens::new(&" new\n".into())
            .unwrap()
            .or(&"amt".into())
            .or(&" ".into());
        assert!(both.verify(BODY, SIGNATURE.as_bytes()));
        assert!(both.verify(BODY, signed("new", BODY).as_bytes()));
        assert!(!both.verify(BODY, signed("", BODY).as_bytes()));
        assert!(!both.verify(BODY, signed("old", BODY).as_bytes()));
        let challenge = Challenge::new("challenge").unwrap();
        assert_eq!(both.answer(&challenge), signed("new", b"challenge"));
        assert_eq!(format!("{both:?}"), "ManagementTokens(2 hidden)");
    }

    #[test]
    fn an_empty_token_is_none() {
        for empty in ["", " ", "\n"] {
            assert!(ManagementTokens::new(&empty.into()).is_none());
        }
    }

    proptest! {
        #[test]
        fn what_was_signed_verifies_and_nothing_near_it(
            body in proptest::collection::vec(any::<u8>(), 0..200),
            token in "[!-~]{1,80}",
            at in any::<proptest::sample::Index>(),
        ) {
            let tokens = ManagementTokens::new(&token.as_str().into()).unwrap();
            let signature = signed(&token, &body);
            prop_assert!(tokens.verify(&body, signature.as_bytes()));

            let mut longer = body.clone();
            longer.push(b' ');
            prop_assert!(!tokens.verify(&longer, signature.as_bytes()));
            let mut bent = signature.into_bytes();
            let place = at.index(bent.len());
            bent[place] = if bent[place] == b'0' { b'1' } else { b'0' };
            prop_assert!(!tokens.verify(&body, &bent));
        }

        #[test]
        fn no_bytes_upset_it(
            body in proptest::collection::vec(any::<u8>(), 0..200),
            signature in proptest::collection::vec(any::<u8>(), 0..200),
        ) {
            prop_assert!(!tokens().verify(&body, &signature));
        }
    }
}
