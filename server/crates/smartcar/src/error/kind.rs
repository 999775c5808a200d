//! What went wrong, as far as a caller can act on it.

use std::fmt;

use http::StatusCode;

/// What went wrong, as far as a caller can act on it (reference 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The API refused the application token, a newly fetched one included.
    Authentication,
    /// The owner, or the application's settings, do not permit this.
    Permission,
    /// Smartcar found the request malformed.
    Validation,
    /// There is no such resource (any more). After a `DELETE` this may count as done.
    NotFound,
    /// The application's plan does not allow it, or has been used up: the operator's to mend.
    Billing,
    /// This vehicle will never be able to do it.
    Compatibility,
    /// The owner's account at the car maker needs attention.
    ConnectedServicesAccount,
    /// The vehicle cannot do it in its present state.
    VehicleState,
    /// Too many requests; see [`Error::retry_after`](crate::Error::retry_after).
    RateLimit,
    /// Smartcar failed.
    Server,
    /// The car maker's service, or a gateway before it, failed.
    Upstream,
    /// No whole answer came in time.
    Timeout,
    /// No connection was made, or it broke.
    Connect,
    /// The answer is not what the reference promises.
    Decode,
    /// The answer is larger, or has more pages, than this client reads.
    TooLarge,
    /// The token endpoint refused the client id or the client secret: the operator's to mend.
    Credentials,
    /// The answer is a redirect. None is followed, since it would take the token elsewhere.
    Redirect,
    /// The caller passed something that cannot be sent; nothing was.
    InvalidArgument,
    /// Anything else.
    Other,
}

impl ErrorKind {
    /// The kind by Smartcar's error type, else by the HTTP status.
    pub(crate) fn of_answer(error_type: Option<&str>, status: StatusCode) -> Self {
        match error_type {
            // Version 3 has `AUTHENTICATION`/`ACCESS_DENIED` where version 2 had `PERMISSION`.
            Some("AUTHENTICATION") if status == StatusCode::FORBIDDEN => Self::Permission,
            Some("AUTHENTICATION") => Self::Authentication,
            Some("PERMISSION") => Self::Permission,
            Some("VALIDATION") => Self::Validation,
            Some("RESOURCE_NOT_FOUND") => Self::NotFound,
            Some("BILLING") => Self::Billing,
            Some("COMPATIBILITY") => Self::Compatibility,
            Some("CONNECTED_SERVICES_ACCOUNT") => Self::ConnectedServicesAccount,
            Some("VEHICLE_STATE") => Self::VehicleState,
            Some("RATE_LIMIT") => Self::RateLimit,
            Some("SERVER") => Self::Server,
            Some("UPSTREAM") => Self::Upstream,
            _ => Self::of_status(status),
        }
    }

    fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            300..=399 => Self::Redirect,
            400 | 422 => Self::Validation,
            401 => Self::Authentication,
            403 => Self::Permission,
            404 | 410 => Self::NotFound,
            408 => Self::Timeout,
            409 => Self::VehicleState,
            429 => Self::RateLimit,
            430 => Self::Billing,
            501 => Self::Compatibility,
            502 | 504 => Self::Upstream,
            500..=599 => Self::Server,
            _ => Self::Other,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Authentication => "the application token was refused",
            Self::Permission => "not permitted",
            Self::Validation => "the request was found malformed",
            Self::NotFound => "not found",
            Self::Billing => "not covered by the plan",
            Self::Compatibility => "the vehicle is not capable of it",
            Self::ConnectedServicesAccount => "the account at the car maker needs attention",
            Self::VehicleState => "not possible in the vehicle's present state",
            Self::RateLimit => "too many requests",
            Self::Server => "Smartcar failed",
            Self::Upstream => "the car maker's service failed",
            Self::Timeout => "no whole answer came in time",
            Self::Connect => "no connection, or a broken one",
            Self::Decode => "the answer could not be read",
            Self::TooLarge => "the answer is too large",
            Self::Credentials => "the client id or the client secret was refused",
            Self::Redirect => "the answer is a redirect, which is not followed",
            Self::InvalidArgument => "invalid argument",
            Self::Other => "the request failed",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words())
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::ErrorKind;

    #[test]
    fn every_type_of_the_reference_has_its_kind_whatever_the_status() {
        let teapot = StatusCode::IM_A_TEAPOT;
        for (error_type, kind) in [
            ("AUTHENTICATION", ErrorKind::Authentication),
            ("PERMISSION", ErrorKind::Permission),
            ("VALIDATION", ErrorKind::Validation),
            ("RESOURCE_NOT_FOUND", ErrorKind::NotFound),
            ("BILLING", ErrorKind::Billing),
            ("COMPATIBILITY", ErrorKind::Compatibility),
            (
                "CONNECTED_SERVICES_ACCOUNT",
                ErrorKind::ConnectedServicesAccount,
            ),
            ("VEHICLE_STATE", ErrorKind::VehicleState),
            ("RATE_LIMIT", ErrorKind::RateLimit),
            ("SERVER", ErrorKind::Server),
            ("UPSTREAM", ErrorKind::Upstream),
            ("A_NEW_ONE", ErrorKind::Other),
        ] {
            assert_eq!(
                ErrorKind::of_answer(Some(error_type), teapot),
                kind,
                "{error_type}"
            );
        }
        assert_eq!(
            ErrorKind::of_answer(Some("AUTHENTICATION"), StatusCode::FORBIDDEN),
            ErrorKind::Permission
        );
    }

    #[test]
    fn without_a_type_the_status_decides() {
        for (status, kind) in [
            (302, ErrorKind::Redirect),
            (400, ErrorKind::Validation),
            (401, ErrorKind::Authentication),
            (403, ErrorKind::Permission),
            (404, ErrorKind::NotFound),
            (409, ErrorKind::VehicleState),
            (429, ErrorKind::RateLimit),
            (430, ErrorKind::Billing),
            (500, ErrorKind::Server),
            (501, ErrorKind::Compatibility),
            (502, ErrorKind::Upstream),
            (503, ErrorKind::Server),
            (504, ErrorKind::Upstream),
            (418, ErrorKind::Other),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(ErrorKind::of_answer(None, status), kind, "{status}");
        }
    }
}
