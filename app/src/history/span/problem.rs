//! Why a span cannot be looked at.

use thiserror::Error;

/// Why a span cannot be looked at, in the reader's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SpanProblem {
    /// The address is too long, says something twice, or is no text.
    #[error("Carport could not read the period in this address.")]
    Unreadable,
    /// A period that there is not.
    #[error("There is no such period: it is a day, a week, a month or a year.")]
    UnknownPeriod,
    /// No date.
    #[error("This is no date. One looks like 2026-11-27.")]
    NotADate,
    /// No instant.
    #[error("This is no date with a time. One looks like 2026-11-27T10:05.")]
    NotAnInstant,
    /// A beginning without an end, or an end without a beginning.
    #[error("A span of one’s own needs both its beginning and its end.")]
    Half,
    /// A span and a period at once.
    #[error("Either a period, or a span of one’s own: not both at once.")]
    Both,
    /// The end comes first.
    #[error("This span ends before it begins.")]
    Reversed,
    /// Shorter than [`super::SHORTEST`].
    #[error("This span is too short: ten minutes are the least.")]
    TooShort,
    /// Longer than [`super::LONGEST`].
    #[error("This span is too long: five years are the most.")]
    TooLong,
    /// Before there was anything to read.
    #[error("That was before any car could be read. The earliest is the year 2000.")]
    TooEarly,
    /// After now.
    #[error("That is still to come.")]
    Future,
}
