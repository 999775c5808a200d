//! The threshold of a rule as its reader types and reads it: a plain number, of a tyre in the
//! reader's own unit.

use super::rule::WatchRule;
use crate::vehicle::units::PressureUnit;

/// Longer than any number that a rule could want.
const LONGEST: usize = 12;

/// How the threshold of a rule is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The rule.
    pub rule: WatchRule,
    /// The reader's unit of pressure.
    pub pressure: PressureUnit,
}

impl Measure {
    /// The threshold that was typed, rounded to what can be stored; `None` when it is no number, or
    /// none that this rule can have. A comma is a point.
    pub fn parse(self, typed: &str) -> Option<u32> {
        let typed = typed.trim().replace(',', ".");
        let is_number = typed.len() <= LONGEST
            && typed
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !is_number {
            return None;
        }
        let threshold = match self.rule {
            WatchRule::TyreLow => whole((typed.parse::<f64>().ok()? * self.pascals()).round())?,
            _ => typed.parse().ok()?,
        };
        self.rule.bounds().contains(&threshold).then_some(threshold)
    }

    /// A threshold or a pressure as a number in the reader's unit, with a point.
    pub fn shown(self, value: u32) -> String {
        if self.rule != WatchRule::TyreLow {
            return value.to_string();
        }
        let value = f64::from(value) / self.pascals();
        match self.pressure {
            PressureUnit::Bar => {
                let text = format!("{value:.2}");
                // `2.0` as on a pump, `2.05` where it matters.
                text.strip_suffix('0').map_or(text.clone(), str::to_owned)
            }
            PressureUnit::Kilopascals => format!("{value:.0}"),
            PressureUnit::PoundsPerSquareInch => format!("{value:.1}"),
        }
    }

    /// The smallest and the largest number that [`parse`](Self::parse) takes.
    pub fn bounds(self) -> [String; 2] {
        let (least, most) = self.rule.bounds().into_inner();
        let text = |value: u32, toward: i32| {
            let shown = self.shown(value);
            if self.parse(&shown).is_some() {
                return shown;
            }
            // Rounded out of the bounds: one step back into them.
            let step = self.step().parse::<f64>().unwrap_or(1.);
            let value = f64::from(value) / self.pascals() + f64::from(toward) * step / 2.;
            whole((value * self.pascals()).round()).map_or(shown, |value| self.shown(value))
        };
        [text(least, 1), text(most, -1)]
    }

    /// The distance of two numbers that look different.
    pub const fn step(self) -> &'static str {
        match (self.rule, self.pressure) {
            (WatchRule::TyreLow, PressureUnit::Bar) => "0.01",
            (WatchRule::TyreLow, PressureUnit::PoundsPerSquareInch) => "0.1",
            _ => "1",
        }
    }

    /// What stands behind the number.
    pub const fn unit(self) -> &'static str {
        match self.rule {
            WatchRule::Unlocked => "minutes",
            WatchRule::ChargingStopped => "%",
            WatchRule::TyreLow => match self.pressure {
                PressureUnit::Bar => "bar",
                PressureUnit::Kilopascals => "kPa",
                PressureUnit::PoundsPerSquareInch => "psi",
            },
            WatchRule::Silent => "hours",
        }
    }

    const fn pascals(self) -> f64 {
        match self.pressure {
            PressureUnit::Bar => 100_000.,
            PressureUnit::Kilopascals => 1000.,
            PressureUnit::PoundsPerSquareInch => 6_894.757,
        }
    }
}

/// A number that came out of a calculation, as far as it can be stored.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked beforehand"
)]
pub fn whole(value: f64) -> Option<u32> {
    (0. ..=f64::from(u32::MAX))
        .contains(&value)
        .then_some(value as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [PressureUnit; 3] = [
        PressureUnit::Bar,
        PressureUnit::Kilopascals,
        PressureUnit::PoundsPerSquareInch,
    ];

    fn measure(rule: WatchRule, pressure: PressureUnit) -> Measure {
        Measure { rule, pressure }
    }

    #[test]
    fn a_threshold_is_a_number_within_its_bounds() {
        let minutes = measure(WatchRule::Unlocked, PressureUnit::Bar);
        assert_eq!(minutes.parse("10"), Some(10));
        assert_eq!(minutes.parse(" 720 "), Some(720));
        for typed in [
            "",
            " ",
            "0",
            "721",
            "-1",
            "+1",
            "1.5",
            "1e2",
            "ten",
            "NaN",
            "inf",
            "1 0",
            "0x1",
            "\u{661}",
            "99999999999999999999",
            "1\0",
            "<b>",
        ] {
            assert_eq!(minutes.parse(typed), None, "{typed:?}");
        }
        assert_eq!(minutes.parse(&"1".repeat(1_000_000)), None);
    }

    #[test]
    fn a_pressure_is_in_the_readers_unit() {
        let typed = [("2.0", "2,05"), ("200", "205"), ("29", "29.7")];
        for (pressure, (even, odd)) in UNITS.into_iter().zip(typed) {
            let measure = measure(WatchRule::TyreLow, pressure);
            let even = measure.parse(even).unwrap();
            assert!(even.abs_diff(200_000) < 100, "{even}");
            assert!(measure.parse(odd).unwrap().abs_diff(205_000) < 300);
            for typed in ["", ".", "1.2.3", "-2", "0.2", "1000", "1e1", "NaN", "2 0"] {
                assert_eq!(measure.parse(typed), None, "{typed:?}");
            }
        }
        let bar = measure(WatchRule::TyreLow, PressureUnit::Bar);
        assert_eq!(bar.shown(200_000), "2.0");
        assert_eq!(bar.shown(205_000), "2.05");
        assert_eq!(bar.bounds(), ["1.0", "6.0"]);
        let psi = measure(WatchRule::TyreLow, PressureUnit::PoundsPerSquareInch);
        assert_eq!(psi.shown(200_000), "29.0");
        assert_eq!(psi.bounds(), ["14.6", "87.0"]);
    }

    #[test]
    fn what_is_shown_can_be_typed_again_and_shows_the_same() {
        for rule in WatchRule::ALL {
            for pressure in UNITS {
                let measure = measure(rule, pressure);
                let [least, most] = measure.bounds();
                for shown in [measure.shown(rule.suggested()), least, most] {
                    let threshold = measure.parse(&shown);
                    assert_eq!(
                        threshold.map(|value| measure.shown(value)),
                        Some(shown),
                        "{measure:?}"
                    );
                }
            }
        }
    }
}
