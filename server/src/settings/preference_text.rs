//! Preferences as text: `theme=dark&distance=mi&temperature=c&pressure=psi&volume=l`. What was left
//! to the system or the browser is left out.

use app::{
    settings::{
        choice::Choice,
        model::{Preferences, Theme},
    },
    vehicle::units::{DistanceUnit, PressureUnit, TemperatureUnit, Units, VolumeUnit},
};

/// Longer than any text of ours.
const MAX_LENGTH: usize = 128;

/// These preferences as text; empty when nothing is chosen.
pub(super) fn write(preferences: Preferences) -> String {
    let theme = Some(preferences.theme).filter(|theme| *theme != Theme::System);
    let mut pairs: Vec<String> = theme.map(pair).into_iter().collect();
    if let Some(units) = preferences.units {
        pairs.extend([
            pair(units.distance),
            pair(units.temperature),
            pair(units.pressure),
            pair(units.volume),
        ]);
    }
    pairs.join("&")
}

fn pair<One: Choice>(one: One) -> String {
    format!("{}={}", One::NAME, one.code())
}

/// The preferences of a text that [`write()`] has written; `None` for any other.
pub(super) fn parse(text: &str) -> Option<Preferences> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let preferences = Preferences {
        theme: find(text).unwrap_or_default(),
        units: units(text),
    };
    // Doubled, misspelt, out of order, half of the units: nothing of ours.
    (write(preferences) == text).then_some(preferences)
}

fn units(text: &str) -> Option<Units> {
    Some(Units {
        distance: find::<DistanceUnit>(text)?,
        temperature: find::<TemperatureUnit>(text)?,
        pressure: find::<PressureUnit>(text)?,
        volume: find::<VolumeUnit>(text)?,
    })
}

fn find<One: Choice>(text: &str) -> Option<One> {
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == One::NAME)
        .and_then(|(_, code)| One::from_code(code))
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    const BRITISH: &str = "theme=dark&distance=mi&temperature=c&pressure=psi&volume=l";

    fn any_preferences() -> impl Strategy<Value = Preferences> {
        let units = (
            select(DistanceUnit::ALL),
            select(TemperatureUnit::ALL),
            select(PressureUnit::ALL),
            select(VolumeUnit::ALL),
        )
            .prop_map(|(distance, temperature, pressure, volume)| Units {
                distance,
                temperature,
                pressure,
                volume,
            });
        (select(Theme::ALL), proptest::option::of(units))
            .prop_map(|(theme, units)| Preferences { theme, units })
    }

    #[test]
    fn the_text_can_be_read_by_people() {
        let preferences = Preferences {
            theme: Theme::Dark,
            units: Some(Units::BRITISH),
        };
        assert_eq!(write(preferences), BRITISH);
        assert_eq!(write(Preferences::default()), "");
        assert_eq!(parse(""), Some(Preferences::default()));
        let light = Preferences {
            theme: Theme::Light,
            units: None,
        };
        assert_eq!(parse("theme=light"), Some(light));
    }

    #[test]
    fn anything_else_is_no_choice() {
        for text in [
            " ",
            "&",
            "=",
            "theme",
            "theme=",
            "theme=system",
            "theme=DARK",
            "theme=dark ",
            "theme=dark&",
            "theme=dark&theme=dark",
            "theme=dark&theme=light",
            "theme=<script>alert(1)</script>",
            "theme=dark&distance=mi",
            "distance=km&temperature=c&pressure=bar",
            "temperature=c&distance=km&pressure=bar&volume=l",
            "distance=km&temperature=c&pressure=bar&volume=l&volume=l",
            "distance=km&temperature=c&pressure=bar&volume=l&theme=dark",
            "distance=ly&temperature=c&pressure=bar&volume=l",
            "theme%3Ddark",
            "\u{202e}theme=dark",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(parse(&"theme=dark&".repeat(100_000)), None);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(preferences in any_preferences()) {
            let text = write(preferences);
            prop_assert!(text.len() <= MAX_LENGTH);
            prop_assert_eq!(parse(&text), Some(preferences));
        }

        #[test]
        fn arbitrary_text_is_ours_or_nothing(text in "([a-z]{0,12}[=&.%]{0,2}){0,12}|.{0,200}") {
            if let Some(preferences) = parse(&text) {
                prop_assert_eq!(write(preferences), text);
            }
        }

        #[test]
        fn a_text_with_one_letter_wrong_is_not_another_choice(
            preferences in any_preferences(),
            place in any::<prop::sample::Index>(),
            letter in any::<char>(),
        ) {
            let text = write(preferences);
            prop_assume!(!text.is_empty());
            let mut letters: Vec<char> = text.chars().collect();
            let place = place.index(letters.len());
            letters[place] = letter;
            let changed: String = letters.into_iter().collect();
            if let Some(found) = parse(&changed) {
                prop_assert_eq!(write(found), changed);
            }
        }
    }
}
