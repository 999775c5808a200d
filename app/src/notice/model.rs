//! The closed list of notices. The address names one; the words are ours.

/// Something that has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The session was ended.
    SignedOut,
    /// Everything of this owner was deleted.
    Erased,
    /// One vehicle was disconnected.
    Disconnected,
    /// The signals of one vehicle were asked for.
    Refreshed,
    /// The session had ended when something was asked.
    SessionEnded,
    /// The owner has logged in at the car's maker again.
    LoggedInAgain,
    /// A form of the settings was taken in.
    Saved,
    /// A notice was put away.
    PutAway,
}

impl Notice {
    /// Every notice.
    pub const ALL: [Self; 8] = [
        Self::SignedOut,
        Self::Erased,
        Self::Disconnected,
        Self::Refreshed,
        Self::SessionEnded,
        Self::LoggedInAgain,
        Self::Saved,
        Self::PutAway,
    ];

    /// Its name in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Erased => "erased",
            Self::Disconnected => "disconnected",
            Self::Refreshed => "refreshed",
            Self::SessionEnded => "session-ended",
            Self::LoggedInAgain => "logged-in-again",
            Self::Saved => "saved",
            Self::PutAway => "put-away",
        }
    }

    /// The notice of this name. Any other name is ignored, so that no address can put words on our
    /// pages.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    /// The sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::SignedOut => {
                "You are signed out. Your cars stay connected: connect again to see them here."
            }
            Self::Erased => {
                "Everything is erased. Your cars are disconnected, and nothing about them is left here."
            }
            Self::Refreshed => "These are the latest values that Smartcar has.",
            Self::SessionEnded => {
                "Your session has ended, so nothing was sent to the car. Connect again to see it here."
            }
            Self::LoggedInAgain => "You are logged in at the maker again.",
            Self::Saved => "Your settings are saved.",
            Self::PutAway => "The notice is put away.",
            Self::Disconnected => "The car is disconnected. Carport can no longer read it.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_notice_and_back() {
        for notice in Notice::ALL {
            assert_eq!(Notice::from_code(notice.code()), Some(notice));
        }
    }

    #[test]
    fn other_words_are_no_notice() {
        for code in ["", "Erased", "erased ", "<script>", "signed_out"] {
            assert_eq!(Notice::from_code(code), None);
        }
    }
}
