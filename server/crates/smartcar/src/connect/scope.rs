//! What an owner is asked for.

use std::{fmt, str::FromStr};

use crate::{Error, Permission};

const REQUIRED: &str = "required:";

/// The permissions that an owner is asked for (reference 1.1, 6).
///
/// ```
/// use smartcar::connect::Scope;
///
/// let scope = Scope::new()
///     .with("read_vehicle_info".into())
///     .with_required("read_odometer".into());
/// assert_eq!(scope.to_string(), "read_vehicle_info required:read_odometer");
/// assert_eq!(scope, "read_vehicle_info required:read_odometer".parse()?);
/// # Ok::<(), smartcar::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope(Vec<Wish>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wish {
    permission: Permission,
    required: bool,
}

impl Scope {
    /// No permissions yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a permission that the owner may leave out.
    #[must_use]
    pub fn with(self, permission: Permission) -> Self {
        self.and(permission, false)
    }

    /// Adds a permission that the owner cannot untick: the prefix `required:`.
    #[must_use]
    pub fn with_required(self, permission: Permission) -> Self {
        self.and(permission, true)
    }

    /// The permissions, and for each whether it is required.
    pub fn iter(&self) -> impl Iterator<Item = (&Permission, bool)> {
        self.0.iter().map(|wish| (&wish.permission, wish.required))
    }

    fn and(mut self, permission: Permission, required: bool) -> Self {
        self.0.push(Wish {
            permission,
            required,
        });
        self
    }

    /// Refuses a name that would read as something else on the wire.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.0.is_empty() {
            return Err(Error::invalid_argument("the scope has no permission"));
        }
        let sound = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        };
        if self
            .iter()
            .all(|(permission, _)| sound(permission.as_str()))
        {
            Ok(())
        } else {
            Err(Error::invalid_argument(
                "a permission has a character other than letters, digits, `_`, `-` and `.`",
            ))
        }
    }
}

impl FromStr for Scope {
    type Err = Error;

    /// Reads permissions separated by white space.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let scope = Self(
            text.split_whitespace()
                .map(|word| {
                    let required = word.strip_prefix(REQUIRED);
                    Wish {
                        permission: Permission::from(required.unwrap_or(word)),
                        required: required.is_some(),
                    }
                })
                .collect(),
        );
        scope.check()?;
        Ok(scope)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, wish) in self.0.iter().enumerate() {
            let space = if position == 0 { "" } else { " " };
            let prefix = if wish.required { REQUIRED } else { "" };
            write!(formatter, "{space}{prefix}{}", wish.permission)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use crate::ErrorKind;

    #[test]
    fn white_space_separates_and_the_prefix_marks() {
        let scope: Scope = " read_vin\n required:control_security ".parse().unwrap();
        let wishes: Vec<(&str, bool)> = scope
            .iter()
            .map(|(permission, required)| (permission.as_str(), required))
            .collect();
        assert_eq!(wishes, [("read_vin", false), ("control_security", true)]);
    }

    #[test]
    fn what_is_no_permission_is_refused() {
        for text in ["", "  ", "required:", "required:required:a", "a:b", "a,b"] {
            let error = text.parse::<Scope>().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{text}");
        }
    }
}
