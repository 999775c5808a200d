//! The Connect URL (reference 1.1).

use thiserror::Error;
use url::Url;
use uuid::Uuid;

use super::permission::{RequestedPermission, default_permissions, requested_permissions};
use crate::fleet::{Brand, brand_in_mock_vin, brand_of};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::{ExternalIdChange, Mode, World};

/// A Connect URL that can be followed.
#[derive(Debug, Clone)]
pub(super) struct AuthorizeRequest {
    /// The vehicle of an owner who only has to log in again (reference 1.5).
    pub(super) reauthenticates: Option<Uuid>,
    pub(super) returns_code: bool,
    /// Where the flow ends; on a page of Connect when unset.
    pub(super) redirect_uri: Option<Url>,
    pub(super) permissions: Vec<RequestedPermission>,
    pub(super) mode: Mode,
    pub(super) state: Option<String>,
    pub(super) external_id: ExternalIdChange,
    /// The brand that needs no choosing.
    pub(super) brand: Option<&'static Brand>,
    pub(super) selection: Selection,
    /// The two letters of `flags=country:GB`.
    pub(super) country: Option<String>,
}

/// How many vehicles the owner may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Selection {
    /// As many as there are.
    Many,
    /// One (`single_select`).
    One,
    /// One, and only this VIN (`single_select_vin`).
    Vin(String),
}

/// Why a Connect URL ends on an error page: nowhere to send the owner can be trusted
/// (reference 1.4).
#[derive(Debug, PartialEq, Eq, Error)]
pub(super) enum AuthorizeProblem {
    #[error("400: Missing parameter {0}")]
    Missing(&'static str),
    #[error("400: Invalid parameter {0}: {1}")]
    Invalid(&'static str, String),
    #[error("400: Repeated parameter {0}")]
    Repeated(String),
}

impl AuthorizeRequest {
    /// Reads and checks the query of `/oauth/authorize`. Unknown parameters are ignored: the SDKs
    /// add some for telemetry.
    pub(super) fn read(
        query: &str,
        simulation: &Simulation,
        world: &World,
    ) -> Result<Self, AuthorizeProblem> {
        let query = StrictQuery::parse(query.as_bytes())
            .map_err(|doubled| AuthorizeProblem::Repeated(doubled.0))?;
        check_application(&query, &simulation.settings().application_id)?;
        let returns_code = choice(&query, "response_type", &[("code", true), ("none", false)])?
            .ok_or(AuthorizeProblem::Missing("response_type"))?;
        let redirect_uri = redirect_uri(&query, returns_code, &world.redirect_uris)?;
        let mode = match query.get("mode") {
            None => Mode::Live,
            Some(mode) => Mode::parse(mode).ok_or_else(|| invalid("mode", mode))?,
        };
        choice(&query, "approval_prompt", &[("auto", ()), ("force", ())])?;
        let selection = selection(&query)?;
        let scope = query.get("scope").unwrap_or_default();
        let requested = requested_permissions(scope);
        Ok(Self {
            reauthenticates: None,
            returns_code,
            redirect_uri,
            permissions: if requested.is_empty() {
                default_permissions()
            } else {
                requested
            },
            mode,
            state: query.get("state").map(str::to_owned),
            external_id: ExternalIdChange::of(query.get("external_id")),
            brand: preset_brand(&query, &selection, world)?,
            selection,
            country: country_flag(query.get("flags").unwrap_or_default()),
        })
    }

    /// Who asks, as the owner may recognise it.
    pub(super) fn application_name(&self) -> String {
        match self.redirect_uri.as_ref() {
            Some(url) => match (url.host_str(), url.port()) {
                (Some(host), Some(port)) => format!("{host}:{port}"),
                (Some(host), None) => host.to_owned(),
                (None, _) => "The application".to_owned(),
            },
            None => "The application".to_owned(),
        }
    }
}

pub(super) fn invalid(name: &'static str, value: &str) -> AuthorizeProblem {
    AuthorizeProblem::Invalid(name, value.to_owned())
}

/// `application_id`, or its old name `client_id`; where both are sent both must be right.
pub(super) fn check_application(
    query: &StrictQuery,
    application_id: &str,
) -> Result<(), AuthorizeProblem> {
    let sent = ["application_id", "client_id"].map(|name| (name, query.get(name)));
    for (name, value) in sent {
        if let Some(value) = value
            && !value.eq_ignore_ascii_case(application_id)
        {
            return Err(invalid(name, value));
        }
    }
    if sent.iter().all(|(_, value)| value.is_none()) {
        return Err(AuthorizeProblem::Missing("application_id"));
    }
    Ok(())
}

pub(super) fn redirect_uri(
    query: &StrictQuery,
    is_needed: bool,
    registered: &[String],
) -> Result<Option<Url>, AuthorizeProblem> {
    let name = "redirect_uri";
    let wanted = match query.get(name) {
        Some(wanted) if registered.iter().any(|uri| uri == wanted) => Some(wanted),
        Some(wanted) => return Err(invalid(name, wanted)),
        None if is_needed => return Err(AuthorizeProblem::Missing(name)),
        None => registered.first().map(String::as_str),
    };
    Ok(wanted.and_then(|uri| Url::parse(uri).ok()))
}

fn selection(query: &StrictQuery) -> Result<Selection, AuthorizeProblem> {
    let is_single = choice(query, "single_select", &[("true", true), ("false", false)])?;
    Ok(match (is_single, query.get("single_select_vin")) {
        (Some(true), Some(vin)) => Selection::Vin(vin.to_uppercase()),
        (Some(true), None) => Selection::One,
        _ => Selection::Many,
    })
}

/// The brand of the one VIN that may be chosen, or else of `make`.
fn preset_brand(
    query: &StrictQuery,
    selection: &Selection,
    world: &World,
) -> Result<Option<&'static Brand>, AuthorizeProblem> {
    if let Selection::Vin(vin) = selection {
        let known = world
            .vehicles
            .values()
            .find(|vehicle| vehicle.details.vin == *vin);
        let brand = known
            .map(|vehicle| vehicle.details.brand)
            .or_else(|| brand_in_mock_vin(vin));
        if brand.is_some() {
            return Ok(brand);
        }
    }
    query
        .get("make")
        .map(|make| brand_of(make).ok_or_else(|| invalid("make", make)))
        .transpose()
}

fn country_flag(flags: &str) -> Option<String> {
    flags
        .split_whitespace()
        .find_map(|flag| flag.strip_prefix("country:"))
        .map(str::to_uppercase)
}

/// The meaning of a parameter that has a closed list of values.
pub(super) fn choice<T: Copy>(
    query: &StrictQuery,
    name: &'static str,
    choices: &[(&str, T)],
) -> Result<Option<T>, AuthorizeProblem> {
    let Some(value) = query.get(name) else {
        return Ok(None);
    };
    choices
        .iter()
        .find(|(known, _)| *known == value)
        .map(|(_, meaning)| Some(*meaning))
        .ok_or_else(|| invalid(name, value))
}
