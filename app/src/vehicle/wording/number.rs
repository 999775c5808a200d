//! Numbers as they are read: grouped, rounded, and never a thing that is no number.

/// The narrow space that neither breaks nor leaves a gap: between thousands, and before a unit.
pub(crate) const NARROW_SPACE: char = '\u{202f}';

/// From here on a number is written with a power of ten.
const HUGE: f64 = 1e12;

/// How many digits stand after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decimals {
    /// So many, zeros included: numbers that stand below each other.
    Exactly(usize),
    /// So many, without the zeros at the end.
    UpTo(usize),
}

/// The number in digits; a dash for what is none.
pub(crate) fn number(value: f64, decimals: Decimals) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    if value.abs() >= HUGE {
        return format!("{value:.2e}").replace('-', "−");
    }
    let digits = match decimals {
        Decimals::Exactly(count) => format!("{:.count$}", value.abs()),
        Decimals::UpTo(count) => without_zeros(&format!("{:.count$}", value.abs())),
    };
    let is_zero = digits.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let sign = if value < 0. && !is_zero { "−" } else { "" };
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(whole))
}

/// A count of things.
pub(crate) fn count(value: usize) -> String {
    grouped(&value.to_string())
}

fn without_zeros(digits: &str) -> String {
    if digits.contains('.') {
        digits
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        digits.to_owned()
    }
}

/// Four digits stay together, as in a year.
fn grouped(whole: &str) -> String {
    if whole.len() < 5 {
        return whole.to_owned();
    }
    let mut shown = String::with_capacity(whole.len() * 2);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(NARROW_SPACE);
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_grouped() {
        use Decimals::{Exactly, UpTo};
        let numbers = [
            (0., UpTo(1), "0"),
            (-0., UpTo(1), "0"),
            (-0.04, UpTo(1), "0"),
            (56.999_999_999_999_99, UpTo(0), "57"),
            (21.5, UpTo(1), "21.5"),
            (21.04, UpTo(1), "21"),
            (-3.25, UpTo(1), "−3.2"),
            (2., Exactly(1), "2.0"),
            (100., UpTo(0), "100"),
            (1234., UpTo(0), "1234"),
            (12_345.6, UpTo(0), "12\u{202f}346"),
            (1_234_567.5, Exactly(1), "1\u{202f}234\u{202f}567.5"),
        ];
        for (value, decimals, shown) in numbers {
            assert_eq!(number(value, decimals), shown, "{value}");
        }
    }

    #[test]
    fn what_is_no_number_is_a_dash_and_the_huge_stay_short() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(number(value, Decimals::UpTo(2)), "–");
        }
        assert_eq!(number(f64::MAX, Decimals::UpTo(2)), "1.80e308");
        assert_eq!(number(f64::MIN, Decimals::Exactly(1)), "−1.80e308");
        assert_eq!(number(f64::MIN_POSITIVE, Decimals::UpTo(2)), "0");
    }
}
