//! The groups of signals, in the order in which a driver cares.

use super::{Signal, body, charge, diagnostics, driving, identity};

/// A group of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::vehicle) enum Group {
    Charge,
    Fuel,
    Openings,
    Tyres,
    Climate,
    Location,
    Trip,
    Service,
    Connectivity,
    Identification,
    Account,
    Other,
}

impl Group {
    /// Every group, in the order of the page.
    pub(in crate::vehicle) const ALL: [Self; 12] = [
        Self::Charge,
        Self::Fuel,
        Self::Openings,
        Self::Tyres,
        Self::Climate,
        Self::Location,
        Self::Trip,
        Self::Service,
        Self::Connectivity,
        Self::Identification,
        Self::Account,
        Self::Other,
    ];

    /// Its heading.
    pub(in crate::vehicle) const fn title(self) -> &'static str {
        match self {
            Self::Charge => "Charge and battery",
            Self::Fuel => "Fuel and engine",
            Self::Openings => "Openings and locks",
            Self::Tyres => "Tyres",
            Self::Climate => "Climate",
            Self::Location => "Location",
            Self::Trip => "Trip and motion",
            Self::Service => "Service and diagnostics",
            Self::Connectivity => "Connectivity",
            Self::Identification => "Identification",
            Self::Account => "Account at the maker",
            Self::Other => "Other",
        }
    }

    /// Its place in the address of the page.
    pub(in crate::vehicle) const fn anchor(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Fuel => "fuel",
            Self::Openings => "openings",
            Self::Tyres => "tyres",
            Self::Climate => "climate",
            Self::Location => "location",
            Self::Trip => "trip",
            Self::Service => "service",
            Self::Connectivity => "connectivity",
            Self::Identification => "identification",
            Self::Account => "account",
            Self::Other => "other",
        }
    }

    /// Its signals, in the order to show them. Those that are in no group are in [`Self::Other`].
    pub(in crate::vehicle) fn signals(self) -> &'static [Signal] {
        match self {
            Self::Charge => &charge::CHARGE,
            Self::Fuel => &driving::FUEL,
            Self::Openings => &body::OPENINGS,
            Self::Tyres => &body::TYRES,
            Self::Climate => &body::CLIMATE,
            Self::Location => &driving::LOCATION,
            Self::Trip => &driving::TRIP,
            Self::Service => &diagnostics::SERVICE,
            Self::Connectivity => &identity::CONNECTIVITY,
            Self::Identification => &identity::IDENTIFICATION,
            Self::Account => &identity::ACCOUNT,
            Self::Other => &[],
        }
    }
}
