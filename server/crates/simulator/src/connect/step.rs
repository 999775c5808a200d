//! The order of the screens (reference 1.2).

/// A screen of Connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Country,
    Brand,
    Login,
    Code,
    Grant,
}

impl Step {
    /// The last part of its path.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Brand => "brand",
            Self::Login => "login",
            Self::Code => "code",
            Self::Grant => "grant",
        }
    }

    /// Its name in the progress line; the code belongs to the log-in.
    pub(super) const NAMED: [(Self, &'static str); 4] = [
        (Self::Country, "Country"),
        (Self::Brand, "Brand"),
        (Self::Login, "Log in"),
        (Self::Grant, "Share"),
    ];

    /// The named step that this one belongs to.
    pub(super) fn named(self) -> Self {
        if self == Self::Code {
            Self::Login
        } else {
            self
        }
    }
}
