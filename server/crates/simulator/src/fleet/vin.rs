//! Vehicle identification numbers.

use super::{BRANDS, Brand};

/// A VIN for a car of this brand: a mock one (reference 1.6, `0SC…`), or for live mode one that no
/// mock rule recognises and no maker uses.
pub(crate) fn vin(brand: &Brand, is_live: bool, chance: u64) -> String {
    let prefix = if is_live { "ZZS" } else { "0SC" };
    format!(
        "{prefix}{}{:010X}",
        make_letters(brand),
        chance & 0xFF_FFFF_FFFF
    )
}

/// The four characters that stand for a make, `AUDI` in `0SCAUDI037A5ADB1C`.
fn make_letters(brand: &Brand) -> String {
    brand
        .make
        .chars()
        .filter(|character| *character != '_')
        .chain("000".chars())
        .take(4)
        .collect()
}

/// Whether a text has the form of a VIN: 17 capital letters and digits.
pub(crate) fn is_vin(text: &str) -> bool {
    text.len() == 17
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// Whether a VIN belongs to test data only (reference 1.6).
pub(crate) fn is_mock(vin: &str) -> bool {
    vin.starts_with("0SC") || vin.starts_with("1SC")
}

/// The brand that a mock VIN names.
pub(crate) fn brand_in_mock_vin(vin: &str) -> Option<&'static Brand> {
    let letters = vin.get(3..7).filter(|_| is_mock(vin))?;
    BRANDS.iter().find(|brand| make_letters(brand) == letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fleet::brand_of;

    #[test]
    fn every_brand_gets_well_formed_vins_that_name_it() {
        for brand in BRANDS {
            let mock = vin(brand, false, u64::MAX);
            assert!(is_vin(&mock) && is_mock(&mock), "{mock}");
            assert_eq!(brand_in_mock_vin(&mock), Some(brand));
            let live = vin(brand, true, 1);
            assert!(is_vin(&live) && !is_mock(&live), "{live}");
        }
    }

    #[test]
    fn the_documented_vin_is_an_audi() {
        assert_eq!(brand_in_mock_vin("0SCAUDI037A5ADB1C"), brand_of("AUDI"));
        assert_eq!(brand_in_mock_vin("WAUAUDI037A5ADB1C"), None);
        assert_eq!(brand_in_mock_vin("0S"), None);
    }
}
