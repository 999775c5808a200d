//! What an error means to the reader of a page.

use super::{Error, ErrorKind};

/// What an error means to the reader of a page, and so what can be done about it (reference 7.2).
///
/// An error of a request and one of a single signal are told apart by the same rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Condition {
    /// This vehicle cannot do it, ever: stop asking.
    NotCapable,
    /// The owner has not permitted it: ask for the permission.
    NotPermitted,
    /// Not at present: try again later.
    NotNow,
    /// The owner has to sign in at the car maker again: see
    /// [`ReauthenticateUrl`](crate::connect::ReauthenticateUrl).
    NeedsReauthentication,
    /// The owner has to do something in the car maker's application.
    NeedsOwnerInMakersApp,
    /// The vehicle has left the owner's account.
    VehicleGone,
    /// The plan or the credentials of the application: the operator's to mend.
    OperatorsProblem,
    /// Something is broken, and neither the owner nor the operator can mend it.
    Broken,
}

impl Condition {
    /// By the kind and Smartcar's code, which is in capitals.
    pub(crate) fn of(kind: ErrorKind, code: Option<&str>) -> Self {
        match (kind, code) {
            (ErrorKind::Compatibility, _) => Self::NotCapable,
            (ErrorKind::Permission, _) | (ErrorKind::Authentication, Some("ACCESS_DENIED")) => {
                Self::NotPermitted
            }
            (ErrorKind::ConnectedServicesAccount, Some("AUTHENTICATION_FAILED" | "PERMISSION")) => {
                Self::NeedsReauthentication
            }
            (ErrorKind::ConnectedServicesAccount, Some("NO_VEHICLES" | "VEHICLE_MISSING")) => {
                Self::VehicleGone
            }
            // `SUBSCRIPTION`, `ACCOUNT_ISSUE`, `VIRTUAL_KEY_REQUIRED`, and what may come: it is
            // about the owner's account at the car maker.
            (ErrorKind::ConnectedServicesAccount, _) => Self::NeedsOwnerInMakersApp,
            (ErrorKind::Billing | ErrorKind::Credentials | ErrorKind::Authentication, _) => {
                Self::OperatorsProblem
            }
            (ErrorKind::Upstream, Some("INVALID_DATA" | "UNKNOWN_ISSUE")) => Self::Broken,
            (
                ErrorKind::VehicleState
                | ErrorKind::RateLimit
                | ErrorKind::Upstream
                | ErrorKind::Timeout
                | ErrorKind::Connect,
                _,
            )
            // The store may yet take the signal in (reference 4.3).
            | (ErrorKind::NotFound, Some("SIGNAL_NOT_FOUND")) => Self::NotNow,
            (
                ErrorKind::Validation
                | ErrorKind::NotFound
                | ErrorKind::Server
                | ErrorKind::Decode
                | ErrorKind::TooLarge
                | ErrorKind::Redirect
                | ErrorKind::InvalidArgument
                | ErrorKind::Other,
                _,
            ) => Self::Broken,
        }
    }
}

impl Error {
    /// What it means to the reader of a page (reference 7.2).
    pub fn condition(&self) -> Condition {
        Condition::of(self.kind(), self.code())
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::{Condition, ErrorKind};

    fn of(error_type: &str, code: Option<&str>) -> Condition {
        let kind = ErrorKind::of_answer(Some(error_type), StatusCode::OK);
        Condition::of(kind, code)
    }

    #[test]
    fn every_code_of_the_reference() {
        use Condition as C;
        for (error_type, condition, codes) in [
            ("AUTHENTICATION", C::OperatorsProblem, &["UNAUTHORIZED"][..]),
            ("AUTHENTICATION", C::NotPermitted, &["ACCESS_DENIED"]),
            ("PERMISSION", C::NotPermitted, &["UNKNOWN"]),
            (
                "VALIDATION",
                C::Broken,
                &["INVALID_INPUT_FORMAT", "MISSING_PARAMETER", "PARAMETER"],
            ),
            (
                "RESOURCE_NOT_FOUND",
                C::Broken,
                &["PATH", "VERSION", "INVALID_PATH"],
            ),
            ("RESOURCE_NOT_FOUND", C::NotNow, &["SIGNAL_NOT_FOUND"]),
            (
                "BILLING",
                C::OperatorsProblem,
                &[
                    "INVALID_PLAN",
                    "VEHICLE_LIMIT",
                    "VEHICLE_REQUEST_LIMIT",
                    "ACCOUNT_SUSPENDED",
                ],
            ),
            (
                "COMPATIBILITY",
                C::NotCapable,
                &[
                    "MAKE_NOT_COMPATIBLE",
                    "SMARTCAR_NOT_CAPABLE",
                    "VEHICLE_NOT_CAPABLE",
                    "PLATFORM_NOT_CAPABLE",
                ],
            ),
            (
                "CONNECTED_SERVICES_ACCOUNT",
                C::NeedsReauthentication,
                &["AUTHENTICATION_FAILED", "PERMISSION"],
            ),
            (
                "CONNECTED_SERVICES_ACCOUNT",
                C::NeedsOwnerInMakersApp,
                &["ACCOUNT_ISSUE", "SUBSCRIPTION", "VIRTUAL_KEY_REQUIRED"],
            ),
            (
                "CONNECTED_SERVICES_ACCOUNT",
                C::VehicleGone,
                &["NO_VEHICLES", "VEHICLE_MISSING"],
            ),
            (
                "VEHICLE_STATE",
                C::NotNow,
                &[
                    "ASLEEP",
                    "NOT_CHARGING",
                    "REMOTE_ACCESS_DISABLED",
                    "UNKNOWN",
                    "UNREACHABLE",
                ],
            ),
            ("RATE_LIMIT", C::NotNow, &["SMARTCAR_API", "VEHICLE"]),
            (
                "SERVER",
                C::Broken,
                &["INTERNAL", "MULTIPLE_RECORDS_FOUND", "RECORD_NOT_FOUND"],
            ),
            (
                "UPSTREAM",
                C::NotNow,
                &["KNOWN_ISSUE", "NO_RESPONSE", "RATE_LIMIT"],
            ),
            ("UPSTREAM", C::Broken, &["INVALID_DATA", "UNKNOWN_ISSUE"]),
            ("A_NEW_ONE", C::Broken, &["WHATEVER"]),
        ] {
            for code in codes {
                assert_eq!(of(error_type, Some(code)), condition, "{error_type} {code}");
            }
        }
    }

    #[test]
    fn without_a_code_the_type_decides() {
        assert_eq!(of("PERMISSION", None), Condition::NotPermitted);
        assert_eq!(of("VEHICLE_STATE", None), Condition::NotNow);
        assert_eq!(
            of("CONNECTED_SERVICES_ACCOUNT", None),
            Condition::NeedsOwnerInMakersApp
        );
        assert_eq!(Condition::of(ErrorKind::Timeout, None), Condition::NotNow);
        assert_eq!(
            Condition::of(ErrorKind::Credentials, None),
            Condition::OperatorsProblem
        );
    }
}
