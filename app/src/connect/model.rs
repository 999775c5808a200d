//! The ways in which connecting a car can end without a car. Each has a page of its own.

use serde::{Deserialize, Serialize};

/// Why connecting ended without a car: Smartcar's own errors (reference 1.4), then Carport's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConnectProblem {
    /// The owner refused the permissions.
    AccessDenied,
    /// The vehicle cannot be used with Smartcar.
    VehicleIncompatible,
    /// The maker's connected services are not active for this vehicle.
    InvalidSubscription,
    /// The maker's account has no vehicle.
    NoVehicles,
    /// Connect was set up wrongly: the operator's part.
    ConfigurationError,
    /// Smartcar failed.
    ServerError,
    /// The owner went back before granting access; also the older `user_cancelled`.
    UserManuallyReturnedToApplication,
    /// An error that Smartcar has not documented.
    UnknownError,
    /// The address of `/login` or `/exchange` is not one that Carport or Smartcar would have made.
    Malformed,
    /// No attempt with this state is known.
    UnknownAttempt,
    /// The attempt began more than 15 minutes ago.
    ExpiredAttempt,
    /// The attempt was completed before.
    UsedAttempt,
    /// The attempt began in another browser.
    ForeignAttempt,
    /// Smartcar does not confirm that this owner was in this attempt.
    NotConfirmed,
    /// Smartcar could not be asked, or answered with nothing that could be used.
    SmartcarUnavailable,
}

impl ConnectProblem {
    /// Every problem, in the order of the enum.
    pub const ALL: [Self; 15] = [
        Self::AccessDenied,
        Self::VehicleIncompatible,
        Self::InvalidSubscription,
        Self::NoVehicles,
        Self::ConfigurationError,
        Self::ServerError,
        Self::UserManuallyReturnedToApplication,
        Self::UnknownError,
        Self::Malformed,
        Self::UnknownAttempt,
        Self::ExpiredAttempt,
        Self::UsedAttempt,
        Self::ForeignAttempt,
        Self::NotConfirmed,
        Self::SmartcarUnavailable,
    ];

    /// The last part of the page's address, `/connect/{slug}`: Smartcar's own word where it has one.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::AccessDenied => "access_denied",
            Self::VehicleIncompatible => "vehicle_incompatible",
            Self::InvalidSubscription => "invalid_subscription",
            Self::NoVehicles => "no_vehicles",
            Self::ConfigurationError => "configuration_error",
            Self::ServerError => "server_error",
            Self::UserManuallyReturnedToApplication => "user_manually_returned_to_application",
            Self::UnknownError => "unknown_error",
            Self::Malformed => "malformed",
            Self::UnknownAttempt => "unknown_attempt",
            Self::ExpiredAttempt => "expired_attempt",
            Self::UsedAttempt => "used_attempt",
            Self::ForeignAttempt => "foreign_attempt",
            Self::NotConfirmed => "not_confirmed",
            Self::SmartcarUnavailable => "smartcar_unavailable",
        }
    }

    /// The problem whose page has this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.slug() == slug)
    }

    /// The problem that Smartcar's `error` parameter names (reference 1.4). `user_cancelled` is the
    /// iOS SDK's name of the owner's return; a word not documented is [`Self::UnknownError`].
    pub fn from_smartcar(error: &str) -> Self {
        match error {
            "access_denied" => Self::AccessDenied,
            "vehicle_incompatible" => Self::VehicleIncompatible,
            "invalid_subscription" => Self::InvalidSubscription,
            "no_vehicles" => Self::NoVehicles,
            "configuration_error" => Self::ConfigurationError,
            "server_error" => Self::ServerError,
            "user_manually_returned_to_application" | "user_cancelled" => {
                Self::UserManuallyReturnedToApplication
            }
            _ => Self::UnknownError,
        }
    }

    /// The HTTP status of the page.
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed | Self::UnknownAttempt => 400,
            Self::AccessDenied
            | Self::UserManuallyReturnedToApplication
            | Self::ForeignAttempt
            | Self::NotConfirmed => 403,
            Self::ExpiredAttempt | Self::UsedAttempt => 410,
            Self::VehicleIncompatible | Self::InvalidSubscription | Self::NoVehicles => 422,
            Self::ConfigurationError => 500,
            Self::ServerError | Self::UnknownError | Self::SmartcarUnavailable => 502,
        }
    }
}
