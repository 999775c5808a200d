//! Identifiers, a type each, so that one cannot be passed for another.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is; nothing is checked until it is used in a request.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text of the identifier.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }
    };
}

/// An identifier that may appear in a log.
macro_rules! shown {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter
                    .debug_tuple(stringify!($name))
                    .field(&self.0)
                    .finish()
            }
        }
    };
}

/// An identifier of a person: without `Display`, and with a `Debug` that does not show it.
macro_rules! hidden {
    ($name:ident) => {
        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "([hidden])"))
            }
        }
    };
}

identifier! {
    /// Smartcar's identifier of a vehicle owner, a UUID (reference 1.3, 3).
    ///
    /// With the application token it opens the owner's cars, so it is never shown: there is no
    /// `Display`, and `Debug` hides the value.
    UserId
}
identifier! {
    /// Smartcar's identifier of a vehicle, a UUID (reference 4.1).
    VehicleId
}
identifier! {
    /// Smartcar's identifier of the tie between an owner and a vehicle, a UUID (reference 3).
    ConnectionId
}
identifier! {
    /// The application's own identifier of an owner or of a Connect session (reference 1.1, 1.7).
    ///
    /// It proves who finished a Connect session, so `Debug` hides it and there is no `Display`.
    ExternalId
}

identifier! {
    /// Smartcar's identifier of a charge schedule, such as `sched_…` (reference 5).
    ScheduleId
}

hidden!(UserId);
shown!(VehicleId);
shown!(ConnectionId);
shown!(ScheduleId);
hidden!(ExternalId);

#[cfg(test)]
mod tests {
    use super::{ConnectionId, ExternalId, UserId, VehicleId};

    #[test]
    fn debug_hides_persons_and_shows_things() {
        assert_eq!(format!("{:?}", UserId::new("u-1")), "UserId([hidden])");
        assert_eq!(
            format!("{:?}", ExternalId::new("e-1")),
            "ExternalId([hidden])"
        );
        assert_eq!(format!("{:?}", VehicleId::new("v-1")), "VehicleId(\"v-1\")");
        assert_eq!(ConnectionId::new("c-1").to_string(), "c-1");
    }

    #[test]
    fn an_identifier_is_a_plain_string_on_the_wire() {
        let id: UserId = serde_json::from_str("\"u-1\"").unwrap();
        assert_eq!(id.as_str(), "u-1");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"u-1\"");
    }
}
