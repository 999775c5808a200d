//! A span in the address of its page.

use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, macros::format_description};

use super::{LONGEST, Period, SHORTEST, Span, SpanProblem};
use crate::settings::choice::Choice;

/// The first year that can be looked at.
const FIRST_YEAR: i32 = 2000;
/// How far a span may reach beyond now: the day of a reader ends after that of UTC.
const AHEAD: Duration = Duration::DAY;

/// What an address asks for: each parameter once, decoded, not empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked<'address> {
    /// The period, by its code.
    pub period: Option<&'address str>,
    /// A day in it; else today.
    pub at: Option<&'address str>,
    /// The first minute of a span.
    pub from: Option<&'address str>,
    /// The first minute after it.
    pub until: Option<&'address str>,
}

impl Asked<'_> {
    /// The names of the parameters.
    pub const NAMES: [&'static str; 4] = [Period::NAME, "at", "from", "until"];

    /// The span that is asked for; without a word, this week.
    ///
    /// # Errors
    ///
    /// [`SpanProblem`]: what was asked for cannot be looked at.
    pub fn span(&self, now: OffsetDateTime) -> Result<Span, SpanProblem> {
        let is_period = self.period.or(self.at).is_some();
        match (self.from, self.until) {
            (None, None) => self.calendar(now),
            _ if is_period => Err(SpanProblem::Both),
            (Some(from), Some(until)) => own(from, until, now),
            _ => Err(SpanProblem::Half),
        }
    }

    fn calendar(&self, now: OffsetDateTime) -> Result<Span, SpanProblem> {
        let period = self.period.map_or(Ok(Period::DEFAULT), |code| {
            Period::from_code(code).ok_or(SpanProblem::UnknownPeriod)
        })?;
        let day = self.at.map_or(Ok(now.date()), date)?;
        if day.year() < FIRST_YEAR {
            Err(SpanProblem::TooEarly)
        } else if day > now.date() {
            Err(SpanProblem::Future)
        } else {
            Ok(period.around(day))
        }
    }
}

fn own(from: &str, until: &str, now: OffsetDateTime) -> Result<Span, SpanProblem> {
    let (from, until) = (instant(from)?, instant(until)?);
    if from > until {
        Err(SpanProblem::Reversed)
    } else if from.year() < FIRST_YEAR {
        Err(SpanProblem::TooEarly)
    } else if from > now || until > now.saturating_add(AHEAD) {
        Err(SpanProblem::Future)
    } else if until - from < SHORTEST {
        Err(SpanProblem::TooShort)
    } else if until - from > LONGEST {
        Err(SpanProblem::TooLong)
    } else {
        Ok(Span {
            period: None,
            from,
            until,
        })
    }
}

/// `2026-11-27`, and nothing like it.
fn date(text: &str) -> Result<Date, SpanProblem> {
    const LENGTH: usize = 10;
    Some(text)
        .filter(|text| text.len() == LENGTH)
        .and_then(|text| Date::parse(text, format_description!("[year]-[month]-[day]")).ok())
        .ok_or(SpanProblem::NotADate)
}

/// `2026-11-27T10:05`, as a field of a form sends it, with or without the `Z` that says UTC.
fn instant(text: &str) -> Result<OffsetDateTime, SpanProblem> {
    const LENGTH: usize = 16;
    Some(text.strip_suffix('Z').unwrap_or(text))
        .filter(|text| text.len() == LENGTH)
        .and_then(|text| {
            let format = format_description!("[year]-[month]-[day]T[hour]:[minute]");
            PrimitiveDateTime::parse(text, format).ok()
        })
        .map(PrimitiveDateTime::assume_utc)
        .ok_or(SpanProblem::NotAnInstant)
}

impl Span {
    /// The query of the address that leads to this span.
    pub(in crate::history) fn query(&self) -> String {
        match self.period {
            Some(period) => format!("?period={}&at={}", period.code(), self.from.date()),
            None => format!("?from={}Z&until={}Z", field(self.from), field(self.until)),
        }
    }
}

/// An instant as it stands in a field for a date with a time.
pub(in crate::history) fn field(instant: OffsetDateTime) -> String {
    format!(
        "{}T{:02}:{:02}",
        instant.date(),
        instant.hour(),
        instant.minute()
    )
}
