//! The application's own id for an owner (reference 1.1, `external_id`).

/// What a Connect session does to the stored external id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum ExternalIdChange {
    /// None was sent, or it was invalid and is silently dropped.
    #[default]
    Keep,
    /// The literal `null` was sent.
    Clear,
    /// A valid one was sent.
    Set(String),
}

impl ExternalIdChange {
    /// Reads the parameter. The rules of the real service are unknown (reference 13.1); here an id is
    /// 1 to 128 unreserved URL characters.
    pub(crate) fn of(parameter: Option<&str>) -> Self {
        match parameter {
            Some("null") => Self::Clear,
            Some(text) if is_valid(text) => Self::Set(text.to_owned()),
            _ => Self::Keep,
        }
    }

    /// What the redirect echoes (reference 1.3).
    pub(crate) fn echo(&self) -> Option<&str> {
        match self {
            Self::Set(text) => Some(text),
            Self::Keep | Self::Clear => None,
        }
    }
}

fn is_valid(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_ids_are_set_null_clears_and_the_rest_is_dropped() {
        assert_eq!(
            ExternalIdChange::of(Some("a.B_c~9-")),
            ExternalIdChange::Set("a.B_c~9-".to_owned())
        );
        assert_eq!(ExternalIdChange::of(Some("null")), ExternalIdChange::Clear);
        let too_long = "x".repeat(129);
        for dropped in [
            None,
            Some(""),
            Some("two words"),
            Some("é"),
            Some(too_long.as_str()),
        ] {
            assert_eq!(
                ExternalIdChange::of(dropped),
                ExternalIdChange::Keep,
                "{dropped:?}"
            );
        }
    }
}
