//! What Connect's redirect says (reference 1.3 and 1.4).

use app::connect::model::ConnectProblem;
use smartcar::UserId;

use super::query::{Query, QueryError};
use crate::entropy::TOKEN_LENGTH;

/// Every parameter that Connect is known to send. A doubled one is refused, whether it is read or
/// not: something is trying to be read in two ways.
const KNOWN: &[&str] = &[
    "state",
    "user_id",
    "code",
    "external_id",
    "virtual_key_url",
    "error",
    "error_description",
    "vin",
    "make",
    "model",
    "year",
    "status_code",
    "error_message",
];

/// Smartcar's ids are UUIDs; this is as long as an id of another kind may become.
const MAX_USER_ID: usize = 128;

/// What Connect's redirect says. `Debug` shows nothing of it.
pub(super) struct Callback {
    /// The `state` of the attempt, in the shape in which Carport makes it.
    pub(super) state: String,
    /// How Connect ended.
    pub(super) outcome: Outcome,
}

/// How Connect ended.
pub(super) enum Outcome {
    /// With an owner, who is not to be believed yet.
    Claimed(UserId),
    /// Without one.
    Failed {
        /// Why.
        problem: ConnectProblem,
        /// Connect's own status code, for the operator's log (`configuration_error` only).
        status_code: Option<u16>,
    },
}

impl Callback {
    /// Reads the query of `/exchange`.
    ///
    /// # Errors
    ///
    /// A reason for the log, without a value, when neither Connect nor Carport would have made it.
    pub(super) fn parse(query: &str) -> Result<Self, &'static str> {
        let query = Query::parse(query, KNOWN).map_err(|error| match error {
            QueryError::TooLong => "too long",
            QueryError::NotUtf8 => "not UTF-8",
            QueryError::Doubled => "a doubled parameter",
            QueryError::Empty => "an empty parameter",
        })?;
        let state = query.get("state").ok_or("no state")?;
        if state.len() != TOKEN_LENGTH || !state.bytes().all(is_base64url) {
            return Err("a state that Carport cannot have made");
        }
        let outcome = match (query.get("error"), query.get("user_id")) {
            (Some(_), Some(_)) => return Err("both an error and a user_id"),
            (Some(error), None) => Outcome::Failed {
                problem: ConnectProblem::from_smartcar(error),
                status_code: query.get("status_code").and_then(|code| code.parse().ok()),
            },
            (None, Some(user_id)) => {
                if user_id.len() > MAX_USER_ID || !user_id.bytes().all(is_base64url) {
                    return Err("a user_id that Smartcar cannot have made");
                }
                Outcome::Claimed(UserId::new(user_id))
            }
            (None, None) => return Err("neither an error nor a user_id"),
        };
        Ok(Self {
            state: state.to_owned(),
            outcome,
        })
    }
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    #[test]
    fn an_owner_is_claimed() {
        let callback = Callback::parse(&format!(
            "user_id=2e8c9a0e-0000-4000-8000-000000000001&state={STATE}&code=x&external_id=y"
        ))
        .unwrap_or_else(|reason| panic!("{reason}"));
        assert_eq!(callback.state, STATE);
        assert!(matches!(callback.outcome, Outcome::Claimed(_)));
    }

    #[test]
    fn each_error_of_the_reference_is_known_and_a_new_one_is_not_an_accident() {
        for (error, expected) in [
            ("access_denied", ConnectProblem::AccessDenied),
            (
                "user_cancelled",
                ConnectProblem::UserManuallyReturnedToApplication,
            ),
            ("something_new", ConnectProblem::UnknownError),
        ] {
            let callback = Callback::parse(&format!("error={error}&state={STATE}"))
                .unwrap_or_else(|reason| panic!("{reason}"));
            assert!(
                matches!(callback.outcome, Outcome::Failed { problem, .. } if problem == expected)
            );
        }
    }

    #[test]
    fn what_connect_would_not_send_is_refused() {
        for query in [
            String::new(),
            format!("state={STATE}"),
            "user_id=a".to_owned(),
            format!("user_id=a&user_id=b&state={STATE}"),
            format!("user_id=a&state={STATE}&state={STATE}"),
            format!("user_id=a&state={STATE}&code=1&code=2"),
            format!("user_id=a&error=access_denied&state={STATE}"),
            format!("user_id=&state={STATE}"),
            "user_id=a&state=".to_owned(),
            "user_id=a&state=short".to_owned(),
            format!("user_id=%3Cscript%3E&state={STATE}"),
            format!("user_id=https%3A%2F%2Fevil.example&state={STATE}"),
            format!("user_id=..%2F..&state={STATE}"),
            format!("user_id=%FF&state={STATE}"),
            format!("user_id={}&state={STATE}", "a".repeat(129)),
            format!("user_id={}&state={STATE}", "a".repeat(100_000)),
        ] {
            assert!(Callback::parse(&query).is_err(), "{query:.80}");
        }
    }
}
