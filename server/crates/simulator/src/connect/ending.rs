//! How a session ends (reference 1.3 and 1.4).

use url::Url;
use uuid::Uuid;

use crate::fleet::PlannedVehicle;
use crate::strict_query::StrictQuery;

/// What the application is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ending {
    /// The owner has allowed access.
    Granted {
        user_id: String,
        code: Option<String>,
        external_id: Option<String>,
    },
    /// The owner has logged in again (reference 1.5). Whether `user_id` comes back is unknown: here
    /// it does not.
    Reauthenticated {
        vehicle_id: Uuid,
        external_id: Option<String>,
    },
    Failed(ConnectError),
}

/// One of the errors of reference 1.4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ConnectError {
    pub(super) code: &'static str,
    extra: Vec<(&'static str, String)>,
}

impl ConnectError {
    /// The seven errors, each with its description and the names of its extra parameters. The
    /// descriptions of the four whose words nobody recorded are ours.
    pub(super) const KNOWN: [(&'static str, &'static str, &'static [&'static str]); 7] = [
        ("access_denied", "User denied access to application.", &[]),
        (
            "vehicle_incompatible",
            "The user's vehicle is not compatible.",
            &["vin", "make", "year", "model"],
        ),
        (
            "invalid_subscription",
            "The user's connected services subscription is inactive.",
            &[],
        ),
        (
            "no_vehicles",
            "No vehicles found for the user's account.",
            &[],
        ),
        (
            "configuration_error",
            "There has been an error in the configuration of your application.",
            &["status_code", "error_message"],
        ),
        (
            "server_error",
            "Unexpected server error. Please try again.",
            &[],
        ),
        (
            "user_manually_returned_to_application",
            "The user exited Connect before granting your application access",
            &[],
        ),
    ];

    /// An error without extra parameters.
    pub(super) fn plain(code: &'static str) -> Self {
        Self {
            code,
            extra: Vec::new(),
        }
    }

    pub(super) fn configuration(status_code: &str, message: &str) -> Self {
        let extra = vec![
            ("status_code", status_code.to_owned()),
            ("error_message", message.to_owned()),
        ];
        Self {
            code: "configuration_error",
            extra,
        }
    }

    /// The owner agrees to share which car it was (reference 1.4).
    pub(super) fn incompatible(vehicle: &PlannedVehicle) -> Self {
        let extra = vec![
            ("vin", vehicle.vin.clone()),
            ("make", vehicle.brand.make.to_owned()),
            ("year", vehicle.year.to_string()),
            ("model", vehicle.model.clone()),
        ];
        Self {
            code: "vehicle_incompatible",
            extra,
        }
    }

    pub(super) fn from_form(form: &StrictQuery) -> Option<Self> {
        let wanted = form.get("error")?;
        let (code, _, parameters) = Self::KNOWN.into_iter().find(|(code, ..)| *code == wanted)?;
        let extra = parameters
            .iter()
            .filter_map(|name| Some((*name, form.get(name).filter(|value| !value.is_empty())?)))
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        Some(Self { code, extra })
    }

    pub(super) fn description(&self) -> &'static str {
        let known = Self::KNOWN
            .into_iter()
            .find(|(code, ..)| *code == self.code);
        known.map_or("", |(_, description, _)| description)
    }
}

impl Ending {
    /// The redirect's target with the outcome in its query.
    pub(super) fn redirect(&self, redirect_uri: &Url, state: Option<&str>) -> Url {
        let mut target = redirect_uri.clone();
        {
            let mut query = target.query_pairs_mut();
            match self {
                Self::Granted { user_id, .. } => {
                    query.append_pair("user_id", user_id);
                }
                Self::Reauthenticated { vehicle_id, .. } => {
                    query.append_pair("vehicle_id", &vehicle_id.to_string());
                }
                Self::Failed(error) => {
                    query.append_pair("error", error.code);
                    query.append_pair("error_description", error.description());
                }
            }
            if let Some(state) = state {
                query.append_pair("state", state);
            }
            match self {
                Self::Granted {
                    code, external_id, ..
                } => {
                    let optional = [("code", code), ("external_id", external_id)];
                    for (name, value) in optional {
                        if let Some(value) = value {
                            query.append_pair(name, value);
                        }
                    }
                }
                Self::Reauthenticated { external_id, .. } => {
                    if let Some(external_id) = external_id {
                        query.append_pair("external_id", external_id);
                    }
                }
                Self::Failed(error) => {
                    query.extend_pairs(&error.extra);
                }
            }
        }
        target
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redirected(ending: &Ending, to: &str, state: Option<&str>) -> String {
        ending.redirect(&Url::parse(to).unwrap(), state).to_string()
    }

    #[test]
    fn success_carries_the_user_and_what_was_sent() {
        let ending = Ending::Granted {
            user_id: "u".to_owned(),
            code: Some("c".to_owned()),
            external_id: Some("e".to_owned()),
        };
        assert_eq!(
            redirected(
                &ending,
                "http://localhost/exchange?tenant=1",
                Some("a b&c=d")
            ),
            "http://localhost/exchange?tenant=1&user_id=u&state=a+b%26c%3Dd&code=c&external_id=e"
        );
        let bare = Ending::Granted {
            user_id: "u".to_owned(),
            code: None,
            external_id: None,
        };
        assert_eq!(
            redirected(&bare, "http://localhost/", None),
            "http://localhost/?user_id=u"
        );
    }

    #[test]
    fn an_error_carries_its_description_and_its_extra_parameters() {
        let form =
            StrictQuery::parse(b"error=vehicle_incompatible&vin=V&make=&status_code=9").unwrap();
        let ending = Ending::Failed(ConnectError::from_form(&form).unwrap());
        assert_eq!(
            redirected(&ending, "http://localhost/", Some("s")),
            "http://localhost/?error=vehicle_incompatible\
             &error_description=The+user%27s+vehicle+is+not+compatible.&state=s&vin=V"
        );
    }

    #[test]
    fn every_known_error_has_a_description_of_its_own() {
        for (code, description, _) in ConnectError::KNOWN {
            assert_eq!(ConnectError::plain(code).description(), description);
            assert!(!description.is_empty());
        }
    }
}
