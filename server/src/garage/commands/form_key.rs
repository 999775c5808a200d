//! The key of a page's forms: when the page was made, and which it was. Two presses of one page are
//! one command, and a page that has lain open too long sends nothing.

use app::vehicle::command::form::Mistake;
use time::{Duration, OffsetDateTime};

use crate::entropy::{Entropy, TOKEN_LENGTH};

/// How long a page's buttons work. An open page with JavaScript has a newer key at least every six
/// minutes.
const LIFETIME: Duration = Duration::minutes(15);
/// How far ahead of this clock that of another replica may be.
const SKEW: Duration = Duration::minutes(1);

/// The key of a page that is made now.
pub(super) fn make(entropy: &dyn Entropy, now: OffsetDateTime) -> String {
    format!("{}.{}", now.unix_timestamp(), entropy.token())
}

/// Whether a form with this key may still ask for something.
///
/// # Errors
///
/// [`Mistake::OldPage`] when it was made too long ago; [`Mistake::Malformed`] when it is none of
/// ours.
pub(super) fn check(key: &str, now: OffsetDateTime) -> Result<(), Mistake> {
    let made_at = key
        .split_once('.')
        .filter(|(_, token)| is_token(token))
        .filter(|(made_at, _)| made_at.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|(made_at, _)| made_at.parse().ok())
        .and_then(|made_at| OffsetDateTime::from_unix_timestamp(made_at).ok())
        .filter(|made_at| *made_at <= now + SKEW)
        .ok_or(Mistake::Malformed)?;
    if now - made_at > LIFETIME {
        return Err(Mistake::OldPage);
    }
    Ok(())
}

fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LENGTH
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::entropy::SystemEntropy;

    const NOW: OffsetDateTime = datetime!(2026-11-24 12:00 UTC);

    #[test]
    fn a_page_works_for_a_quarter_of_an_hour() {
        let key = make(&SystemEntropy, NOW);
        assert_eq!(check(&key, NOW), Ok(()));
        assert_eq!(check(&key, NOW + LIFETIME), Ok(()));
        assert_eq!(check(&key, NOW - SKEW), Ok(()));
        assert_eq!(
            check(&key, NOW + LIFETIME + Duration::SECOND),
            Err(Mistake::OldPage)
        );
        assert_eq!(check(&key, NOW + Duration::HOUR), Err(Mistake::OldPage));
    }

    #[test]
    fn two_pages_have_two_keys() {
        assert_ne!(make(&SystemEntropy, NOW), make(&SystemEntropy, NOW));
    }

    #[test]
    fn what_no_page_of_ours_has_is_malformed() {
        let entropy: &dyn Entropy = &SystemEntropy;
        let token = entropy.token();
        let seconds = NOW.unix_timestamp();
        for key in [
            String::new(),
            ".".to_owned(),
            token.clone(),
            format!(".{token}"),
            format!("{seconds}."),
            format!("-{seconds}.{token}"),
            format!("+{seconds}.{token}"),
            format!("{seconds}.{token}x"),
            format!("{seconds}.{}", token.replacen(|_| true, "'", 1)),
            format!("{}.{token}", seconds + 3600),
            format!("99999999999999999999.{token}"),
            format!("{seconds}.{}", "x".repeat(100_000)),
        ] {
            assert_eq!(check(&key, NOW), Err(Mistake::Malformed), "{key:.80}");
        }
    }
}
