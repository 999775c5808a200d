//! What Smartcar says when it has been asked too often.

use smartcar::ErrorKind;
use time::{Duration, OffsetDateTime};

use super::vehicle::next_month;

/// How long to leave a vehicle alone when Smartcar does not say it; 120 s were seen (reference 7.3).
const VEHICLE_PAUSE: Duration = Duration::minutes(2);

/// How long to leave Smartcar alone when it does not say it: by then two requests have come back.
const APPLICATION_PAUSE: Duration = Duration::minutes(1);

/// The longest that an answer may silence Carport: a hostile or mistaken `Retry-After` must not do
/// so for ever.
const LONGEST_PAUSE: Duration = Duration::days(1);

/// What a limit holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Every request of the application.
    Application,
    /// The requests for one vehicle.
    Vehicle,
}

/// A limit that Smartcar has named in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it holds for.
    pub subject: Subject,
    /// Until when it holds.
    pub until: OffsetDateTime,
}

impl Limit {
    /// The limit in this answer, if it is one (reference 7.2 and 7.3).
    pub fn of(error: &smartcar::Error, now: OffsetDateTime) -> Option<Self> {
        let pause = |otherwise: Duration| {
            error
                .retry_after()
                .and_then(|wait| Duration::try_from(wait).ok())
                .unwrap_or(otherwise)
                .min(LONGEST_PAUSE)
        };
        let (subject, until) = match (error.kind(), error.code()) {
            (ErrorKind::Billing, Some("VEHICLE_REQUEST_LIMIT")) => {
                (Subject::Vehicle, next_month(now))
            }
            (ErrorKind::RateLimit, Some("VEHICLE")) => {
                (Subject::Vehicle, now + pause(VEHICLE_PAUSE))
            }
            (ErrorKind::RateLimit, _) => (Subject::Application, now + pause(APPLICATION_PAUSE)),
            _ => return None,
        };
        Some(Self { subject, until })
    }
}
