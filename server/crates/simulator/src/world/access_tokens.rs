//! Access tokens of the application.

use std::collections::VecDeque;

use time::OffsetDateTime;

/// More tokens than this do not live side by side: the oldest goes.
const CAPACITY: usize = 10_000;

/// The tokens that were issued. A new one does not end the others (reference 2).
#[derive(Debug, Default)]
pub(crate) struct AccessTokens(VecDeque<AccessToken>);

#[derive(Debug)]
struct AccessToken {
    text: String,
    expires_at: OffsetDateTime,
}

impl AccessTokens {
    pub(crate) fn add(&mut self, text: String, expires_at: OffsetDateTime) {
        if self.0.len() == CAPACITY {
            self.0.pop_front();
        }
        self.0.push_back(AccessToken { text, expires_at });
    }

    /// Whether this token was issued and has not expired.
    pub(crate) fn is_valid(&self, text: &str, now: OffsetDateTime) -> bool {
        self.0
            .iter()
            .any(|token| token.text == text && now < token.expires_at)
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;

    const BEGIN: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    #[test]
    fn a_token_is_valid_until_the_instant_of_its_end() {
        let mut tokens = AccessTokens::default();
        tokens.add("one".to_owned(), BEGIN + Duration::HOUR);
        tokens.add("two".to_owned(), BEGIN + Duration::HOUR);
        assert!(tokens.is_valid("one", BEGIN + Duration::HOUR - Duration::MILLISECOND));
        assert!(tokens.is_valid("two", BEGIN));
        assert!(!tokens.is_valid("one", BEGIN + Duration::HOUR));
        assert!(!tokens.is_valid("three", BEGIN));
    }

    #[test]
    fn the_number_of_tokens_is_bounded() {
        let mut tokens = AccessTokens::default();
        for number in 0..=CAPACITY {
            tokens.add(number.to_string(), BEGIN + Duration::HOUR);
        }
        assert!(!tokens.is_valid("0", BEGIN));
        assert!(tokens.is_valid("1", BEGIN));
    }
}
