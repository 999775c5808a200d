//! Every signal that Smartcar documents (reference 4.5): what an owner calls it, where on the page
//! it stands, and how long it holds. The set is open: a signal that is not listed here is shown
//! under [`Group::Other`], by Smartcar's own name.

mod body;
mod charge;
mod diagnostics;
mod driving;
mod group;
mod identity;
mod permission;

pub(super) use group::Group;
pub use permission::permission_of;

use super::freshness::Lasts;

/// A signal, as an owner would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signal {
    /// Smartcar's code.
    pub(super) code: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// How long its value holds.
    pub(super) lasts: Lasts,
    /// The words for yes and no.
    pub(super) answers: (&'static str, &'static str),
}

/// The signal of this code, if it is a known one.
pub(super) fn signal(code: &str) -> Option<Signal> {
    Group::ALL
        .into_iter()
        .flat_map(Group::signals)
        .find(|signal| signal.code == code)
        .copied()
}

/// What a hand or a minute changes.
const fn hour(code: &'static str, label: &'static str) -> Signal {
    told(code, label, Lasts::AnHour)
}

/// What a drive changes.
const fn half_day(code: &'static str, label: &'static str) -> Signal {
    told(code, label, Lasts::HalfADay)
}

/// What changes slowly.
const fn week(code: &'static str, label: &'static str) -> Signal {
    told(code, label, Lasts::AWeek)
}

/// What stays.
const fn always(code: &'static str, label: &'static str) -> Signal {
    told(code, label, Lasts::Always)
}

const fn told(code: &'static str, label: &'static str, lasts: Lasts) -> Signal {
    Signal {
        code,
        label,
        lasts,
        answers: ("Yes", "No"),
    }
}

impl Signal {
    /// With words of its own for yes and no.
    const fn or(mut self, yes: &'static str, no: &'static str) -> Self {
        self.answers = (yes, no);
        self
    }
}

#[cfg(test)]
mod tests;
