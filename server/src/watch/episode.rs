//! Since when something is so, by values that may come in any order.

use time::OffsetDateTime;

use crate::storage::Episode;

impl Episode {
    /// Takes in that it was so, or was not, at this instant. Whatever the order in which they come, the
    /// newest decides whether it is so. Of a time when it is not known to have been otherwise, the
    /// earliest counts; what comes late and says otherwise makes it begin anew after that.
    pub(super) fn note(&mut self, at: OffsetDateTime, is_so: bool) {
        if self.contrary_at.is_some_and(|contrary| contrary >= at) {
            return;
        }
        if is_so {
            self.so_since = Some(self.so_since.map_or(at, |since| since.min(at)));
            self.so_at = Some(self.so_at.map_or(at, |last| last.max(at)));
            return;
        }
        self.contrary_at = Some(at);
        // What was so before that is over; of what was so after it, only the last is known.
        self.so_at = self.so_at.filter(|last| *last > at);
        self.so_since = match self.so_since {
            Some(since) if since > at => Some(since),
            _ => self.so_at,
        };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::{Duration, macros::datetime};

    use super::*;

    fn at(minute: i64) -> OffsetDateTime {
        datetime!(2026-11-23 12:00 UTC) + Duration::minutes(minute)
    }

    fn episode(values: &[(i64, bool)]) -> Episode {
        let mut episode = Episode::default();
        for (minute, is_so) in values {
            episode.note(at(*minute), *is_so);
        }
        episode
    }

    #[test]
    fn it_is_so_since_the_first_value_that_says_so() {
        let values = [(0, false), (3, true), (5, true), (9, true)];
        assert_eq!(episode(&values).so_since, Some(at(3)));
        assert_eq!(episode(&values).so_at, Some(at(9)));
        assert_eq!(episode(&[(3, true), (5, false)]).so_since, None);
        assert_eq!(episode(&[]).so_since, None);
    }

    #[test]
    fn what_comes_late_is_put_in_its_place() {
        // It had been so before.
        assert_eq!(episode(&[(5, true), (3, true)]).so_since, Some(at(3)));
        // It was otherwise in between.
        let split = episode(&[(0, true), (7, true), (5, false)]);
        assert_eq!(split.so_since, Some(at(7)));
        // What was so before it was otherwise says nothing any more.
        assert_eq!(episode(&[(5, false), (3, true)]).so_since, None);
        // Of two values of one instant the calmer one counts.
        assert_eq!(episode(&[(5, true), (5, false)]).so_since, None);
        assert_eq!(episode(&[(5, false), (5, true)]).so_since, None);
    }

    proptest! {
        #[test]
        fn any_order_comes_to_the_same_in_the_end(
            values in prop::collection::btree_map(0_i64..100, any::<bool>(), 0..20)
                .prop_map(|values| values.into_iter().collect::<Vec<_>>())
                .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
        ) {
            let (in_order, shuffled) = values;
            let (truth, found) = (episode(&in_order), episode(&shuffled));
            prop_assert_eq!(found.contrary_at, truth.contrary_at);
            prop_assert_eq!(found.so_at, truth.so_at);
            // Never earlier than it was so, and never after the last time that it was.
            prop_assert_eq!(found.so_since.is_some(), truth.so_since.is_some());
            prop_assert!(found.so_since >= truth.so_since && found.so_since <= truth.so_at);
            // Taken in once more, it is the same.
            let mut again = found;
            for (minute, is_so) in shuffled {
                again.note(at(minute), is_so);
            }
            prop_assert_eq!(again.so_at, found.so_at);
            prop_assert_eq!(again.contrary_at, found.contrary_at);
        }

        #[test]
        fn in_order_it_is_exact(values in prop::collection::vec(any::<bool>(), 0..20)) {
            let numbered: Vec<(i64, bool)> = (0_i64..).zip(values.iter().copied()).collect();
            let last_contrary = numbered.iter().rposition(|(_, is_so)| !is_so);
            let first = last_contrary.map_or(0, |place| place + 1);
            let since = numbered.get(first).map(|(minute, _)| at(*minute));
            prop_assert_eq!(episode(&numbered).so_since, since);
        }
    }
}
