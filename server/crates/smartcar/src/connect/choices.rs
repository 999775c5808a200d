//! Parameters with a fixed set of values.

/// What Connect returns beside the user id (reference 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ResponseType {
    /// An authorization code, for the exchange of version 2. It needs a redirect URI.
    Code,
    /// Nothing more: all that version 3 needs. The default.
    #[default]
    None,
}

impl ResponseType {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::None => "none",
        }
    }
}

/// Whether an owner who granted everything before is asked again (reference 1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApprovalPrompt {
    /// Only if something has changed. Smartcar's default.
    Auto,
    /// Always.
    Force,
}

impl ApprovalPrompt {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Force => "force",
        }
    }
}
