//! When to look whether a car did what it was asked.

use std::time::Duration;

use super::ConfigError;

/// More looks than this would spend a month's requests on one command.
const MOST: usize = 10;
/// The longest pause: after that a Refresh tells as much.
const LONGEST: u64 = 600;

/// The pauses before each look.
pub(super) fn pauses(text: &str) -> Result<Vec<Duration>, ConfigError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let pauses: Option<Vec<Duration>> = text
        .split(',')
        .map(|pause| {
            let seconds = pause.trim().parse().ok()?;
            (seconds <= LONGEST).then(|| Duration::from_secs(seconds))
        })
        .collect();
    pauses.filter(|pauses| pauses.len() <= MOST).ok_or_else(|| {
        ConfigError::malformed(
            "CARPORT_CONFIRM_AFTER",
            "at most ten whole numbers of seconds up to 600 such as 4,15,45",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_seconds() {
        let seconds = |text| {
            let pauses = pauses(text).unwrap();
            pauses.iter().map(Duration::as_secs).collect::<Vec<_>>()
        };
        assert_eq!(seconds("4,15,45"), [4, 15, 45]);
        assert_eq!(seconds(" 0 , 600 "), [0, 600]);
        assert!(seconds(" ").is_empty());
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            ",",
            "4,",
            "4;5",
            "-1",
            "1.5",
            "601",
            "soon",
            "1,1,1,1,1,1,1,1,1,1,1",
        ] {
            assert!(pauses(text).is_err(), "{text}");
        }
    }
}
