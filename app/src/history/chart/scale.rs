//! The scale of the values: from where to where, with round numbers in between.

use crate::vehicle::wording::number::{Decimals, number};

/// Where a scale begins and ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::history) enum Ends {
    /// From 0 to 100, unless a value is beyond.
    Percent,
    /// At nothing, since only so are lengths compared.
    FromZero,
    /// Around the values. What differs by less than this is told apart by no reader.
    Around {
        /// The least step.
        step: f64,
    },
}

/// A scale from bottom to top.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::history) struct Scale {
    bottom: f64,
    top: f64,
    ticks: Vec<f64>,
    decimals: usize,
}

/// Beyond this a value is drawn at the edge: the next round number would be none any more.
const FARTHEST: f64 = 1e300;
/// So many steps, more or less.
const STEPS: f64 = 4.;
/// Two numbers that differ by less, as a part of themselves, have no round ones in between.
const FINEST: f64 = 1e-9;

impl Scale {
    /// The scale on which all of these values have their place. Those that are no numbers have none.
    pub(in crate::history) fn of(values: impl IntoIterator<Item = f64>, ends: Ends) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            let value = value.clamp(-FARTHEST, FARTHEST);
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0., 0.);
        }
        match ends {
            Ends::Percent if low >= 0. && high <= 100. => Self::with_step(0., 100., 25.),
            Ends::Percent => Self::around(low.min(0.), high.max(100.), 1.),
            Ends::FromZero => Self::around(low.min(0.), high.max(0.), 0.1),
            Ends::Around { step } => Self::around(low, high, step),
        }
    }

    fn around(low: f64, high: f64, least_step: f64) -> Self {
        let least = (least_step * STEPS).max(low.abs().max(high.abs()) * FINEST);
        let lack = (least - (high - low)).max(0.);
        // Nothing stays at the bottom: a car that was not driven has not driven backwards.
        let below = if low == 0. { 0. } else { lack / 2. };
        let (low, high) = (low - below, high + lack - below);
        let step = round_step((high - low) / STEPS).max(least_step);
        Self::with_step(low, high, step)
    }

    fn with_step(low: f64, high: f64, step: f64) -> Self {
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        let mut ticks = Vec::new();
        let mut count = first;
        while count <= last {
            // The sum with nothing is without a sign.
            ticks.push(count * step + 0.);
            count += 1.;
        }
        Self {
            bottom: first * step,
            top: last * step,
            ticks,
            decimals: decimals(step),
        }
    }

    /// How far up a value is, from 0 to 1.
    pub(in crate::history) fn fraction(&self, value: f64) -> f64 {
        let value = value.clamp(-FARTHEST, FARTHEST);
        let fraction = (value - self.bottom) / (self.top - self.bottom);
        if fraction.is_finite() {
            fraction.clamp(0., 1.)
        } else {
            0.
        }
    }

    /// The round numbers, from the bottom up, each with its place and its digits.
    pub(in crate::history) fn ticks(&self) -> impl Iterator<Item = (f64, String)> {
        self.ticks.iter().map(|tick| {
            let digits = number(*tick, Decimals::Exactly(self.decimals));
            (self.fraction(*tick), digits)
        })
    }
}

/// 1, 2 or 5 with a power of ten, at least as large as this.
fn round_step(raw: f64) -> f64 {
    let power = 10_f64.powf(raw.log10().floor());
    [1., 2., 5., 10.]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= raw)
        .unwrap_or(raw)
}

/// How many digits after the point tell these steps apart.
fn decimals(step: f64) -> usize {
    const FACTORS: [f64; 6] = [1., 1e1, 1e2, 1e3, 1e4, 1e5];
    let is_whole = |factor: &f64| {
        let shifted = step * factor;
        (shifted - shifted.round()).abs() < 1e-6 * shifted.abs()
    };
    FACTORS.iter().position(is_whole).unwrap_or(FACTORS.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn digits(values: &[f64], ends: Ends) -> Vec<String> {
        let scale = Scale::of(values.iter().copied(), ends);
        scale.ticks().map(|(_, digits)| digits).collect()
    }

    #[test]
    fn the_steps_are_round() {
        let around = |step| Ends::Around { step };
        for (values, ends, ticks) in [
            (
                &[62., 41.][..],
                Ends::Percent,
                &["0", "25", "50", "75", "100"][..],
            ),
            (&[], Ends::Percent, &["0", "25", "50", "75", "100"]),
            (&[120., 50.], Ends::Percent, &["0", "50", "100", "150"]),
            (
                &[312., 204.],
                Ends::FromZero,
                &["0", "100", "200", "300", "400"],
            ),
            (&[0.], Ends::FromZero, &["0.0", "0.1", "0.2", "0.3", "0.4"]),
            (
                &[2.4, 2.5],
                around(0.1),
                &["2.2", "2.3", "2.4", "2.5", "2.6", "2.7"],
            ),
            (&[-7.5, 4.], around(1.), &["−10", "−5", "0", "5"]),
            (&[21.], around(1.), &["19", "20", "21", "22", "23"]),
            (
                &[48_123., 48_130.],
                around(1.),
                &[
                    "48\u{202f}122",
                    "48\u{202f}124",
                    "48\u{202f}126",
                    "48\u{202f}128",
                    "48\u{202f}130",
                ],
            ),
        ] {
            assert_eq!(digits(values, ends), ticks, "{values:?}");
        }
    }

    #[test]
    fn nothing_has_no_sign() {
        assert_eq!(digits(&[-0.], Ends::Around { step: 1. })[0], "0");
        assert!(!digits(&[-1., 1.], Ends::Around { step: 1. }).contains(&"−0".to_owned()));
    }

    #[test]
    fn a_value_has_its_place() {
        let scale = Scale::of([0., 40.], Ends::Percent);
        for (value, place) in [(0., 0.), (40., 0.4), (100., 1.), (-5., 0.), (1e308, 1.)] {
            assert!((scale.fraction(value) - place).abs() < 1e-9, "{value}");
        }
        assert!(scale.fraction(f64::NAN).abs() < 1e-9);
    }

    fn any_ends() -> impl Strategy<Value = Ends> {
        prop_oneof![
            Just(Ends::Percent),
            Just(Ends::FromZero),
            (1e-3_f64..1e3).prop_map(|step| Ends::Around { step }),
        ]
    }

    proptest! {
        #[test]
        fn whatever_the_values_the_scale_is_one(
            values in prop::collection::vec(prop::num::f64::ANY, 0..20),
            ends in any_ends(),
        ) {
            let scale = Scale::of(values.iter().copied(), ends);
            prop_assert!(scale.bottom.is_finite() && scale.top.is_finite());
            prop_assert!(scale.bottom < scale.top);
            prop_assert!((2..=12).contains(&scale.ticks.len()), "{:?}", scale);
            prop_assert!(scale.ticks.is_sorted_by(|one, next| one < next));
            for value in values {
                prop_assert!((0. ..=1.).contains(&scale.fraction(value)));
            }
        }

        #[test]
        fn every_ordinary_value_is_between_the_ends(
            values in prop::collection::vec(-1e6_f64..1e6, 1..20),
            ends in any_ends(),
        ) {
            let scale = Scale::of(values.iter().copied(), ends);
            let slack = 1e-6 * (scale.top - scale.bottom);
            for value in values {
                prop_assert!(scale.bottom - slack <= value && value <= scale.top + slack);
            }
        }
    }
}
