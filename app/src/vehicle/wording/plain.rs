//! Words that Smartcar writes in capitals, and plurals.

/// `NOT_CHARGING` as "Not charging". What is not written in capitals throughout stays, and so do
/// abbreviations of up to three letters, such as `CCS`.
pub(crate) fn plain(word: &str) -> String {
    let is_capitals = word
        .bytes()
        .all(|letter| letter.is_ascii_uppercase() || matches!(letter, b'_' | b' '));
    if !is_capitals || word.len() < 4 {
        return word.to_owned();
    }
    capitalised(&word.replace('_', " ").to_ascii_lowercase())
}

/// With a capital at the beginning.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Without a capital at the beginning, to go on with in a sentence.
pub(crate) fn decapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// "1 minute", "2 minutes".
pub(crate) fn counted(count: impl TryInto<usize>, one: &str, several: &str) -> String {
    let count = count.try_into().unwrap_or(usize::MAX);
    let word = if count == 1 { one } else { several };
    format!("{} {word}", super::number::count(count))
}

/// "a, b and c".
pub(crate) fn joined(words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_words() {
        for (word, shown) in [
            ("NOT_CHARGING", "Not charging"),
            ("PARK", "Park"),
            ("CCS", "CCS"),
            ("J1772", "J1772"),
            ("Driver", "Driver"),
            ("", ""),
            ("ÄÖ_ÜÜÜ", "ÄÖ_ÜÜÜ"),
        ] {
            assert_eq!(plain(word), shown);
        }
    }

    #[test]
    fn the_first_letter_is_as_the_place_wants_it() {
        assert_eq!(capitalised("locked"), "Locked");
        assert_eq!(decapitalised("Öffnen"), "öffnen");
        assert_eq!(capitalised("") + &decapitalised(""), "");
    }

    #[test]
    fn plurals_and_lists() {
        assert_eq!(counted(1, "door", "doors"), "1 door");
        assert_eq!(counted(0, "door", "doors"), "0 doors");
        assert_eq!(joined(&[] as &[&str]), "");
        assert_eq!(joined(&["a"]), "a");
        assert_eq!(joined(&["a", "b"]), "a and b");
        assert_eq!(joined(&["a", "b", "c"]), "a, b and c");
    }
}
