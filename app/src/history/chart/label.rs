//! The names at the ends of the lines, none on top of another.

/// How far below each other names must be, as a part of the height of the plot.
const APART: f64 = 0.085;

/// Moves places apart as little as it takes, in their order from the top; all stay within the plot as
/// long as there is room.
pub(in crate::history) fn spread(places: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|one, other| places[*one].total_cmp(&places[*other]));
    let mut spread = places.to_vec();
    let mut free_from = f64::NEG_INFINITY;
    for index in &order {
        spread[*index] = spread[*index].max(free_from);
        free_from = spread[*index] + APART;
    }
    let mut free_until: f64 = 1.;
    for index in order.iter().rev() {
        spread[*index] = spread[*index].min(free_until);
        free_until = spread[*index] - APART;
    }
    spread
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_apart_stays_and_what_is_not_moves() {
        assert_eq!(spread(&[0.1, 0.9]), [0.1, 0.9]);
        assert_eq!(spread(&[]), [0.; 0]);
        let moved = spread(&[0.5, 0.5]);
        assert!(moved[1] - moved[0] >= APART - 1e-9);
        let moved = spread(&[1., 1.]);
        assert!(moved[1] <= 1. && moved[1] - moved[0] >= APART - 1e-9);
    }

    proptest! {
        #[test]
        fn a_few_names_never_touch(places in prop::collection::vec(0_f64..=1., 0..10)) {
            let mut spread = spread(&places);
            spread.sort_by(f64::total_cmp);
            for two in spread.windows(2) {
                prop_assert!(two[1] - two[0] >= APART - 1e-9);
            }
            prop_assert!(spread.iter().all(|place| (0. ..=1.).contains(place)));
        }
    }
}
