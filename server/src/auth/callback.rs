//! What Connect's redirect says (reference 1.3 to 1.5).

use app::connect::model::ConnectProblem;
use smartcar::{UserId, VehicleId};

use super::query::{Query, QueryError, is_base64url, is_identifier};
use crate::entropy::TOKEN_LENGTH;

/// Every parameter that Connect is known to send. A doubled one is refused, whether it is read or
/// not: something is trying to be read in two ways.
const KNOWN: &[&str] = &[
    "state",
    "user_id",
    "vehicle_id",
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

/// What Connect's redirect says. `Debug` shows nothing of it.
pub(super) struct Callback {
    /// The `state` of the attempt, in the shape in which Carport makes it.
    pub(super) state: String,
    /// How Connect ended.
    pub(super) outcome: Outcome,
}

/// How Connect ended.
pub(super) enum Outcome {
    /// With a success. What it names is not to be believed yet.
    Returned(Returned),
    /// Without one.
    Failed {
        /// Why.
        problem: ConnectProblem,
        /// Connect's own status code, for the operator's log (`configuration_error` only).
        status_code: Option<u16>,
    },
}

/// What a success names: at least one of them.
pub(super) struct Returned {
    /// The owner, after Connect.
    pub(super) user: Option<UserId>,
    /// The vehicle, after a re-authentication. Whether the owner comes with it is unknown.
    pub(super) vehicle: Option<VehicleId>,
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
        let named = [query.get("user_id"), query.get("vehicle_id")];
        if named.iter().flatten().any(|id| !is_identifier(id)) {
            return Err("an id that Smartcar cannot have made");
        }
        let outcome = match (query.get("error"), named) {
            (Some(_), [Some(_), _]) => return Err("both an error and a user_id"),
            (Some(error), _) => Outcome::Failed {
                problem: ConnectProblem::from_smartcar(error),
                status_code: query.get("status_code").and_then(|code| code.parse().ok()),
            },
            (None, [None, None]) => {
                return Err("neither an error, nor a user_id, nor a vehicle_id");
            }
            (None, [user, vehicle]) => Outcome::Returned(Returned {
                user: user.map(UserId::new),
                vehicle: vehicle.map(VehicleId::new),
            }),
        };
        Ok(Self {
            state: state.to_owned(),
            outcome,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// The user and the vehicle that a success names.
    fn named(query: &str) -> (Option<String>, Option<String>) {
        let callback = Callback::parse(query).unwrap_or_else(|reason| panic!("{reason}"));
        assert_eq!(callback.state, STATE);
        let Outcome::Returned(Returned { user, vehicle }) = callback.outcome else {
            panic!("{query} is no success");
        };
        (
            user.map(|user| user.as_str().to_owned()),
            vehicle.map(|vehicle| vehicle.as_str().to_owned()),
        )
    }

    #[test]
    fn a_success_names_an_owner_or_a_vehicle_or_both() {
        let owner = "2e8c9a0e-0000-4000-8000-000000000001";
        let some = |id: &str| Some(id.to_owned());
        for (ids, found) in [
            (format!("user_id={owner}&code=x"), (some(owner), None)),
            (format!("vehicle_id={owner}"), (None, some(owner))),
            ("user_id=u&vehicle_id=v".to_owned(), (some("u"), some("v"))),
        ] {
            assert_eq!(named(&format!("{ids}&state={STATE}&external_id=y")), found);
        }
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
            format!("vehicle_id=&state={STATE}"),
            format!("vehicle_id=a&vehicle_id=a&state={STATE}"),
            format!("vehicle_id=..%2F&state={STATE}"),
            format!("user_id=a&vehicle_id=%3Cscript%3E&state={STATE}"),
            format!("error=server_error&vehicle_id=%00&state={STATE}"),
            format!("vehicle_id={}&state={STATE}", "a".repeat(129)),
            "vehicle_id=a".to_owned(),
            format!("user_id={}&state={STATE}", "a".repeat(100_000)),
        ] {
            assert!(Callback::parse(&query).is_err(), "{query:.80}");
        }
    }
}
