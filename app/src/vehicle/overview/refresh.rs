//! Asking Smartcar again: what it costs, and when it is possible.

use leptos::{prelude::*, server_fn::ServerFn};
use time::OffsetDateTime;

use crate::vehicle::{
    api::Refresh,
    car::{Allowance, Car},
    wording::{age::ahead, instant::exact, number::count},
};

/// The button, and the sentence about what pressing it costs.
pub(super) fn form(car: &Car, now: OffsetDateTime, is_primary: bool) -> AnyView {
    let later = car
        .allowance
        .possible_at
        .filter(|possible_at| *possible_at > now);
    let class = if is_primary {
        "button button-primary"
    } else {
        "button"
    };

    view! {
        <form class="refresh" id="refresh" method="post" action=Refresh::PATH>
            <input type="hidden" name="vehicle" value=car.vehicle.id.0.clone() />
            <button
                type="submit"
                class=class
                disabled=later.is_some()
                aria-describedby="refresh-cost"
            >
                "Refresh"
            </button>
            <p class="refresh-cost" id="refresh-cost">
                {later.map_or_else(|| cost(&car.allowance), |later| wait(&car.allowance, later, now))}
            </p>
        </form>
    }
    .into_any()
}

fn cost(allowance: &Allowance) -> String {
    match (allowance.left_this_month, allowance.left_now) {
        (0, _) => "As far as Carport knows, no request is left for this car this month.".to_owned(),
        (_, 0) => "As far as Carport knows, Smartcar takes no request at this moment.".to_owned(),
        (1, _) => "Costs the last request left for this car this month.".to_owned(),
        (left, _) => format!(
            "Costs 1 of the {} requests left for this car this month.",
            of(left)
        ),
    }
}

fn wait(allowance: &Allowance, later: OffsetDateTime, now: OffsetDateTime) -> String {
    let left = match allowance.left_this_month {
        0 => "No request is left for this car this month.".to_owned(),
        1 => "1 request is left for this car this month.".to_owned(),
        left => format!("{} requests are left for this car this month.", of(left)),
    };
    format!(
        "Possible again {}, at {}. {left}",
        ahead(later, now),
        exact(later)
    )
}

fn of(left: u32) -> String {
    usize::try_from(left).map_or_else(|_| left.to_string(), count)
}

#[cfg(test)]
mod tests {
    use time::{Duration, macros::datetime};

    use super::*;

    fn allowance(left_this_month: u32, left_now: u32) -> Allowance {
        Allowance {
            possible_at: None,
            left_this_month,
            left_now,
        }
    }

    #[test]
    fn the_cost_is_said_before() {
        for (month, moment, words) in [
            (412, 100, "Costs 1 of the 412 requests left"),
            (1, 100, "Costs the last request left"),
            (0, 100, "no request is left for this car this month"),
            (412, 0, "Smartcar takes no request at this moment"),
        ] {
            let sentence = cost(&allowance(month, moment));
            assert!(sentence.contains(words), "{sentence}");
        }
    }

    #[test]
    fn too_early_says_from_when_on() {
        let now = datetime!(2026-11-23 12:00 UTC);
        let sentence = wait(&allowance(2, 0), now + Duration::minutes(3), now);
        assert_eq!(
            sentence,
            "Possible again in 3 minutes, at 23 November 2026, 12:03 UTC. 2 requests are left for this car this month."
        );
    }
}
