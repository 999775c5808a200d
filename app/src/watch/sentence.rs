//! A notice in a sentence: calm, exact, and with its times.

use time::{Duration, OffsetDateTime};

use super::{
    measure::Measure,
    model::{CarNotice, Finding},
    rule::WatchRule,
};
use crate::vehicle::{
    units::PressureUnit,
    wording::{
        age::span,
        instant::brief,
        place::place,
        plain::{capitalised, counted},
    },
};

/// What there is to say of a notice at this instant: "Unlocked since 12:03 UTC, for 14 minutes."
pub fn sentence(notice: &CarNotice, pressure: PressureUnit, now: OffsetDateTime) -> String {
    match notice.ended_at {
        None => {
            let (what, since) = (what(notice, pressure), brief(notice.since, now));
            let lasts = lasting(now - notice.since);
            match notice.rule {
                WatchRule::ChargingStopped => format!("{what} at {since}{}.", charge(notice)),
                WatchRule::TyreLow => format!("{what}, as the car said at {since}."),
                WatchRule::Unlocked | WatchRule::Silent => {
                    format!("{what} since {since}, for {lasts}.")
                }
            }
        }
        Some(ended_at) => {
            let (since, until) = (brief(notice.since, now), brief(ended_at, now));
            let (what, lasted) = (what(notice, pressure), lasting(ended_at - notice.since));
            match notice.rule {
                WatchRule::ChargingStopped => {
                    format!("{what} at {since}{}. Over at {until}.", charge(notice))
                }
                _ => format!("{what} from {since} to {until}, for {lasted}."),
            }
        }
    }
}

fn lasting(duration: Duration) -> String {
    if duration < Duration::MINUTE {
        "less than a minute".to_owned()
    } else {
        span(duration)
    }
}

fn what(notice: &CarNotice, pressure: PressureUnit) -> String {
    match notice.rule {
        WatchRule::Unlocked => "Unlocked".to_owned(),
        WatchRule::ChargingStopped => "Charging stopped".to_owned(),
        WatchRule::Silent => "Nothing heard".to_owned(),
        WatchRule::TyreLow => tyre(notice, pressure),
    }
}

/// How full the battery was, and was to be.
fn charge(notice: &CarNotice) -> String {
    match notice.finding {
        Some(Finding::Battery {
            level,
            limit,
            is_cars_own,
        }) => {
            let whose = if is_cars_own {
                "the car’s limit of"
            } else {
                "the"
            };
            let yours = if is_cars_own { "" } else { " you asked for" };
            format!(" with {level}\u{202f}%, below {whose} {limit}\u{202f}%{yours}")
        }
        _ => String::new(),
    }
}

fn tyre(notice: &CarNotice, unit: PressureUnit) -> String {
    let measure = Measure {
        rule: WatchRule::TyreLow,
        pressure: unit,
    };
    let shown = |pascals| format!("{}\u{202f}{}", measure.shown(pascals), measure.unit());
    let least = shown(notice.threshold);
    let Some(Finding::Tyre {
        row,
        column,
        rows,
        pascals,
        low,
    }) = notice.finding
    else {
        return format!("A tyre below {least}");
    };
    let name = place(row, column, usize::from(rows))
        .map_or_else(|| "A tyre".to_owned(), |place| format!("{place} tyre"));
    let others = match low {
        0 | 1 => String::new(),
        low => format!(", {} in all", counted(low, "tyre", "tyres")),
    };
    format!(
        "{} at {}, below {least}{others}",
        capitalised(&name),
        shown(pascals)
    )
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::vehicle::model::{Vehicle, VehicleId};

    const NOW: OffsetDateTime = datetime!(2026-11-23 12:17 UTC);

    fn notice(rule: WatchRule, finding: Option<Finding>) -> CarNotice {
        CarNotice {
            id: "id".to_owned(),
            vehicle: Vehicle {
                id: VehicleId("car".to_owned()),
                given_name: None,
                make: None,
                model: None,
                year: None,
                powertrain_type: None,
                mode: None,
            },
            rule,
            threshold: rule.suggested(),
            finding,
            since: NOW - Duration::minutes(14),
            noticed_at: NOW,
            ended_at: None,
            put_away_at: None,
        }
    }

    fn said(notice: &CarNotice) -> String {
        sentence(notice, PressureUnit::Bar, NOW).replace('\u{202f}', " ")
    }

    fn over(notice: CarNotice) -> String {
        said(&CarNotice {
            ended_at: Some(NOW - Duration::minutes(4)),
            ..notice
        })
    }

    #[test]
    fn a_notice_says_what_since_when_and_for_how_long() {
        let mut unlocked = notice(WatchRule::Unlocked, None);
        assert_eq!(said(&unlocked), "Unlocked since 12:03 UTC, for 14 minutes.");
        assert_eq!(
            over(unlocked.clone()),
            "Unlocked from 12:03 UTC to 12:13 UTC, for 10 minutes."
        );
        unlocked.since = NOW - Duration::days(2);
        assert_eq!(
            said(&unlocked),
            "Unlocked since 21 November, 12:17 UTC, for 2 days."
        );
        let mut silent = notice(WatchRule::Silent, None);
        silent.since = datetime!(2025-11-23 12:17 UTC);
        assert_eq!(
            said(&silent),
            "Nothing heard since 23 November 2025, 12:17 UTC, for 12 months."
        );
    }

    #[test]
    fn a_charge_says_how_far_it_came() {
        let battery = |is_cars_own| Finding::Battery {
            level: 54,
            limit: 80,
            is_cars_own,
        };
        let stopped = |own| notice(WatchRule::ChargingStopped, Some(battery(own)));
        assert_eq!(
            said(&stopped(true)),
            "Charging stopped at 12:03 UTC with 54 %, below the car’s limit of 80 %."
        );
        assert_eq!(
            over(stopped(false)),
            "Charging stopped at 12:03 UTC with 54 %, below the 80 % you asked for. Over at 12:13 UTC."
        );
        let untold = notice(WatchRule::ChargingStopped, None);
        assert_eq!(said(&untold), "Charging stopped at 12:03 UTC.");
    }

    #[test]
    fn a_tyre_says_which_and_how_low() {
        let tyre = |row, column, low| Finding::Tyre {
            row,
            column,
            rows: 2,
            pascals: 196_000,
            low,
        };
        for (finding, words) in [
            (
                Some(tyre(Some(0), Some(0), 1)),
                "Front left tyre at 1.96 bar, below 2.0 bar, as the car said at 12:03 UTC.",
            ),
            (
                Some(tyre(None, None, 3)),
                "A tyre at 1.96 bar, below 2.0 bar, 3 tyres in all, as the car said at 12:03 UTC.",
            ),
            (None, "A tyre below 2.0 bar, as the car said at 12:03 UTC."),
        ] {
            assert_eq!(said(&notice(WatchRule::TyreLow, finding)), words);
        }
    }

    #[test]
    fn a_clock_that_is_ahead_makes_no_nonsense() {
        let mut unlocked = notice(WatchRule::Unlocked, None);
        unlocked.since = NOW + Duration::HOUR;
        assert_eq!(
            said(&unlocked),
            "Unlocked since 13:17 UTC, for less than a minute."
        );
    }
}
