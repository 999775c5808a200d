//! The rules of a name that an owner gives a car.

use thiserror::Error;

/// The longest name, in characters.
pub const LONGEST: usize = 60;

/// A name that may stand anywhere: one line, visible, and not in the way of the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenName(String);

/// Why a name cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameProblem {
    /// It has more than [`LONGEST`] characters.
    #[error("This name has {count} characters. A name has room for {LONGEST}.")]
    TooLong {
        /// How many it has.
        count: usize,
    },
    /// It holds a character that is an order rather than a letter.
    #[error(
        "This name holds a hidden character, such as one that turns the direction of the text. Type the name by hand, without it."
    )]
    Hidden,
    /// Nothing of it could be seen.
    #[error("Nothing of this name can be seen. Give it at least one letter, number or sign.")]
    Unseen,
}

impl GivenName {
    /// The name that was typed, with single spaces and none around it; `None` when nothing was.
    ///
    /// # Errors
    ///
    /// [`NameProblem`] when the name breaks a rule.
    pub fn parse(typed: &str) -> Result<Option<Self>, NameProblem> {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Ok(None);
        }
        if name.chars().any(is_order) {
            return Err(NameProblem::Hidden);
        }
        if name.chars().all(is_unseen) {
            return Err(NameProblem::Unseen);
        }
        match name.chars().count() {
            count if count > LONGEST => Err(NameProblem::TooLong { count }),
            _ => Ok(Some(Self(name))),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Controls, what turns the direction of the text after it, and what stands for bytes that were no
/// text.
fn is_order(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{fff0}'..='\u{ffff}'
        )
}

/// What leaves no mark by itself. Beside a letter some of it is needed: emoji of several people are
/// joined by it.
fn is_unseen(letter: char) -> bool {
    letter == ' '
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(typed: &str) -> Result<Option<String>, NameProblem> {
        GivenName::parse(typed).map(|name| name.map(|name| name.0))
    }

    #[test]
    fn a_name_is_one_line_without_room_around_it() {
        for (typed, name) in [
            ("Bluebird", "Bluebird"),
            ("  Blue \t\r\n bird\u{a0}\u{2029} ", "Blue bird"),
            ("O’Malley & <Sons>", "O’Malley & <Sons>"),
            ("Жук", "Жук"),
            ("السيارة", "السيارة"),
            ("👨\u{200d}👩\u{200d}👧 🚗", "👨\u{200d}👩\u{200d}👧 🚗"),
        ] {
            assert_eq!(parsed(typed), Ok(Some(name.to_owned())), "{typed:?}");
        }
    }

    #[test]
    fn nothing_is_no_name() {
        for typed in ["", " ", "\t\n", "\u{a0}\u{3000}\u{2028}"] {
            assert_eq!(parsed(typed), Ok(None), "{typed:?}");
        }
    }

    #[test]
    fn orders_are_refused() {
        for order in [
            '\0', '\u{7}', '\u{1b}', '\u{1f}', '\u{7f}', '\u{9b}', '\u{200f}', '\u{202a}',
            '\u{202e}', '\u{2066}', '\u{2069}', '\u{fffd}',
        ] {
            let typed = format!("Blue{order}bird");
            assert_eq!(parsed(&typed), Err(NameProblem::Hidden), "{typed:?}");
        }
    }

    #[test]
    fn a_name_can_be_seen() {
        for typed in [
            "\u{200b}",
            "\u{2800} \u{3164}",
            "\u{feff}\u{ad}",
            "\u{e0041}",
        ] {
            assert_eq!(parsed(typed), Err(NameProblem::Unseen), "{typed:?}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let longest = "🚗".repeat(LONGEST);
        assert_eq!(parsed(&format!(" {longest} ")), Ok(Some(longest.clone())));
        let problem = NameProblem::TooLong { count: 61 };
        assert_eq!(parsed(&format!("{longest}a")), Err(problem));
        assert_eq!(
            problem.to_string(),
            "This name has 61 characters. A name has room for 60."
        );
        assert_eq!(
            parsed(&"a".repeat(1_000_000)),
            Err(NameProblem::TooLong { count: 1_000_000 })
        );
    }
}
