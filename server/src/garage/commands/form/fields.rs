//! Values of fields.

/// A number of degrees, written plainly: digits, perhaps a sign, and a point or a comma.
pub(super) fn degrees(text: &str) -> Option<f64> {
    const LONGEST: usize = 32;

    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_plain = text.len() <= LONGEST
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    is_plain
        .then(|| text.replacen(',', ".", 1).parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_read() {
        for (text, number) in [
            ("48.137", 48.137),
            ("48,137", 48.137),
            ("-0.5", -0.5),
            ("+11", 11.),
            ("0", 0.),
        ] {
            assert_eq!(degrees(text), Some(number), "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in [
            "", "-", "1e1", "inf", "NaN", "48.1.3", "1,2,3", "1.2,3", "48°", "0x10", "4 8", "--1",
            "١٢",
        ] {
            assert_eq!(degrees(text), None, "{text}");
        }
        assert_eq!(degrees(&"1".repeat(1000)), None);
    }
}
