//! A place on Earth, in degrees.

use super::number::{Decimals, NARROW_SPACE, number};

/// "52.51630° N, 13.37770° E".
pub(crate) fn coordinates(latitude: f64, longitude: f64) -> String {
    format!(
        "{}, {}",
        degrees(latitude, "N", "S"),
        degrees(longitude, "E", "W")
    )
}

/// Whether there is such a place. Not a number is in no range.
pub(crate) fn is_on_earth(latitude: f64, longitude: f64) -> bool {
    (-90. ..=90.).contains(&latitude) && (-180. ..=180.).contains(&longitude)
}

fn degrees(value: f64, positive: &str, negative: &str) -> String {
    let side = if value < 0. { negative } else { positive };
    let number = number(value.abs(), Decimals::Exactly(5));
    format!("{number}°{NARROW_SPACE}{side}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_a_side() {
        let shown = coordinates(-33.8568, 151.2153).replace(NARROW_SPACE, " ");
        assert_eq!(shown, "33.85680° S, 151.21530° E");
    }

    #[test]
    fn the_poles_are_on_earth_and_what_is_no_number_is_not() {
        assert!(is_on_earth(90., -180.));
        for (latitude, longitude) in [(90.01, 0.), (0., 180.01), (f64::NAN, 0.), (0., f64::NAN)] {
            assert!(!is_on_earth(latitude, longitude));
        }
    }
}
