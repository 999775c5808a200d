//! What the store takes and gives.

use smartcar::{ConnectionId, UserId, VehicleId};
use time::OffsetDateTime;

use super::Digest;
use crate::budget::VehicleBudget;

/// A log-in attempt, from `/login` or `/reauthenticate` to `/exchange` (design 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginAttempt {
    /// Of the `state` that Connect gives back.
    pub state: Digest,
    /// Of the cookie of the browser that began the attempt.
    pub browser: Digest,
    /// The fresh `external_id` that Smartcar is to show on the connection.
    pub external_id: smartcar::ExternalId,
    /// The vehicle of an owner who only has to log in at its maker again; `None`: the attempt goes
    /// through Connect.
    pub reauthenticates: Option<VehicleId>,
    /// The page to return to, a path of ours.
    pub return_to: String,
    /// When it began.
    pub started_at: OffsetDateTime,
    /// From when on it is too late.
    pub expires_at: OffsetDateTime,
}

/// What became of taking a log-in attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptTaken {
    /// It is the caller's, and nobody else can take it again.
    Taken(LoginAttempt),
    /// No attempt has this state.
    Unknown,
    /// It began in another browser.
    Foreign,
    /// It was taken before.
    Used,
    /// It is too late.
    Expired,
}

/// Names the set of owners that a session holds. It is random, and stays when the session's id is
/// rotated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct GarageId(pub String);

/// A session as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// The session's values as JSON.
    pub data: String,
    /// The garage among them, to be removed together.
    pub garage: Option<GarageId>,
    /// From when on the session has ended.
    pub expires_at: OffsetDateTime,
}

/// What Smartcar tells of a vehicle (reference 3 and 4.1). `None`: it did not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VehicleDescription {
    /// Such as `TESLA`.
    pub make: Option<String>,
    /// Such as `Model 3`.
    pub model: Option<String>,
    /// The model year.
    pub year: Option<u16>,
    /// Such as `BEV`.
    pub powertrain_type: Option<String>,
    /// Such as `live`.
    pub mode: Option<String>,
}

impl VehicleDescription {
    /// This description, with what it does not tell taken from another.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            make: self.make.or(other.make),
            model: self.model.or(other.model),
            year: self.year.or(other.year),
            powertrain_type: self.powertrain_type.or(other.powertrain_type),
            mode: self.mode.or(other.mode),
        }
    }
}

/// A vehicle of an owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVehicle {
    /// Whose connection it is.
    pub owner: UserId,
    /// Smartcar's id of the vehicle.
    pub vehicle: VehicleId,
    /// Smartcar's id of the connection.
    pub connection: ConnectionId,
    /// What Smartcar tells of it.
    pub description: VehicleDescription,
    /// What the owner granted, such as `read_vehicle_info`.
    pub permissions: Vec<String>,
    /// When the connection was made, as Smartcar says; else when Carport saw it first.
    pub connected_at: OffsetDateTime,
    /// When the description was read.
    pub read_at: OffsetDateTime,
}

/// A vehicle with what the owner calls it and what was asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GarageVehicle {
    /// The vehicle.
    pub vehicle: StoredVehicle,
    /// What the owner calls it, when not as Smartcar does.
    pub given_name: Option<String>,
    /// What was asked of Smartcar for it, and when it last answered.
    pub budget: VehicleBudget,
}

/// What Smartcar said of one signal, at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalReport {
    /// The signal's code, such as `odometer-traveleddistance`.
    pub code: String,
    /// Whether it has a value; otherwise it says why there is none.
    pub is_good: bool,
    /// When the car says it was so: an older value never replaces a newer one.
    pub at: OffsetDateTime,
    /// When Smartcar took it in: of a value and of the lack of one, the later holds.
    pub reported_at: OffsetDateTime,
    /// Smartcar's JSON of the signal.
    pub json: String,
}

/// A stored report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredReport {
    /// Smartcar's JSON of the signal.
    pub json: String,
    /// When Carport took it in.
    pub received_at: OffsetDateTime,
}

/// What is stored of one signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSignal {
    /// Whose connection it was read through.
    pub owner: UserId,
    /// The vehicle.
    pub vehicle: VehicleId,
    /// The signal's code.
    pub code: String,
    /// The last report with a value.
    pub good: Option<StoredReport>,
    /// The last report, when it had none.
    pub trouble: Option<StoredReport>,
}
