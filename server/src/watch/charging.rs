//! Whether charging stopped before the battery had what it was to have.

use app::watch::{measure::whole, model::Finding};
use smartcar::signals::Body;
use time::{Duration, OffsetDateTime};

use super::facts::{self, Facts, Told};

/// A car may stop a little below its limit, or tell of the last percent late.
const NEARLY: f64 = 2.;
/// How much older than the stop a level may be.
const LEVEL_BEFORE: Duration = Duration::minutes(15);

/// What a stop of the charging came to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stop {
    /// Too early.
    Early(Finding),
    /// As it was to be, since this instant.
    Right(OffsetDateTime),
    /// The car does not say enough.
    Unknown,
}

/// Whether the car says by this value that it does not charge; `None`: the value says neither.
pub(super) fn is_not_charging(facts: &Facts, code: &str, body: &Body) -> Option<bool> {
    match (code, body) {
        (facts::CHARGING, Body::Flag(is_charging)) => Some(!is_charging),
        // Only of a car that says it in no other way.
        (facts::CHARGING_STATUS, Body::Text(word)) if facts.told(facts::CHARGING).is_none() => {
            match word.to_ascii_uppercase().as_str() {
                "CHARGING" => Some(false),
                "NOT_CHARGING" | "FULLY_CHARGED" => Some(true),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What the stop at this instant came to, of a car that was last known to charge at `charged_at`. A
/// limit that the car does not tell is `limit` percent.
pub(super) fn judge(
    facts: &Facts,
    limit: u32,
    charged_at: OffsetDateTime,
    stopped_at: OffsetDateTime,
) -> Stop {
    let flow = if facts.told(facts::CHARGING).is_some() {
        facts::CHARGING
    } else {
        facts::CHARGING_STATUS
    };
    let is_current = |told: &&Told| told.at >= stopped_at - LEVEL_BEFORE;
    // A cable that was out before it charged was put in since.
    let cable = facts.told(facts::CABLE);
    if let Some(Told { body, at }) = cable
        && *body == Body::Flag(false)
        && *at >= charged_at
    {
        return Stop::Right((*at).max(stopped_at));
    }
    if let Some(Told { body, at }) = facts.told(facts::CHARGING_STATUS).filter(is_current)
        && matches!(body, Body::Text(word) if word.eq_ignore_ascii_case("FULLY_CHARGED"))
    {
        return Stop::Right((*at).max(stopped_at));
    }
    let level = facts.told(facts::LEVEL).filter(is_current);
    let Some((level, level_at)) = level.and_then(|told| Some((percent(&told.body)?, told.at)))
    else {
        return Stop::Unknown;
    };
    let own = facts
        .told(facts::LIMITS)
        .and_then(|told| own_limit(&told.body));
    let limit_in_force = own.unwrap_or_else(|| f64::from(limit));
    if level >= limit_in_force - NEARLY {
        return Stop::Right(level_at.max(stopped_at));
    }
    let is_in_doubt = [flow, facts::CABLE, facts::LEVEL, facts::LIMITS]
        .into_iter()
        .any(|code| facts.told(code).is_some() && facts.is_in_trouble(code));
    match (whole(level.floor()), whole(limit_in_force.round())) {
        (Some(level), Some(limit)) if !is_in_doubt => Stop::Early(Finding::Battery {
            level: u8::try_from(level).unwrap_or(u8::MAX),
            limit: u8::try_from(limit).unwrap_or(u8::MAX),
            is_cars_own: own.is_some(),
        }),
        _ => Stop::Unknown,
    }
}

fn percent(body: &Body) -> Option<f64> {
    match body {
        Body::Number(number) => Some(number.value).filter(|percent| (0. ..=100.).contains(percent)),
        _ => None,
    }
}

/// The limit that holds, else the first that the car names.
fn own_limit(body: &Body) -> Option<f64> {
    let Body::ChargeLimits(limits) = body else {
        return None;
    };
    let first = || limits.limits.iter().find_map(|one| one.limit.as_ref());
    let limit = limits.active.as_ref().or_else(first)?.value;
    Some(limit).filter(|percent| (1. ..=100.).contains(percent))
}
