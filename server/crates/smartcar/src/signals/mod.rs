//! What a vehicle says of itself (reference 4.2 to 4.5).
//!
//! Reading is tolerant throughout: an unknown signal, a changed shape and a surprising unit are
//! kept as they came, and none of them hides the others.

mod body;
mod catalogue;
mod code;
mod known_signal;
mod list;
mod quantity;
mod signal;
mod status;
mod unit;

pub use body::{
    AvailableCapacity, Body, CapacitySource, ChargeCost, ChargeLimitEntry, ChargeLimitKind,
    ChargeLimits, ChargeRecord, ChargeTimer, ChargeTimes, CompassDirection, Cover, DepartureTimer,
    Diagnostic, DiagnosticStatus, Door, Doors, DriveMode, LimitCondition, Location, LocationKind,
    NominalCapacity, Place, Range, RangeKind, RangeValue, ScheduleType, ServiceCost, ServiceItem,
    ServiceRecord, Tire, TirePressure, Tires, TroubleCode, Trunk, Weekday, Window, Windows,
};
pub use catalogue::KnownSignal;
pub use code::SignalCode;
pub use known_signal::{DocumentedPermission, Shape};
pub use list::{Signals, UnreadableSignal};
pub use quantity::Quantity;
pub use signal::Signal;
pub use status::{SignalError, SignalStatus};
pub use unit::Unit;

use crate::{
    Client, Error, UserId, VehicleId,
    transport::{Call, Route},
};

const LIST_SIGNALS: Route = Route::get("/v3/vehicles/{id}/signals");
const GET_SIGNAL: Route = Route::get("/v3/vehicles/{id}/signals/{code}");

impl Client {
    /// Reads all signals of a vehicle that Smartcar's store has (reference 4.2), in one request.
    ///
    /// A signal that could not be had is no error: its [`status`](Signal::status) says why. A
    /// vehicle of which the store has nothing (yet) gives an empty list, or, as was seen earlier,
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path or a header, and any failure of the request.
    pub async fn signals(&self, user: &UserId, vehicle: &VehicleId) -> Result<Signals, Error> {
        let url = LIST_SIGNALS.url(&self.origins().vehicle, &[vehicle.as_str()])?;
        let call = Call::new(LIST_SIGNALS, url).of_user(user)?;
        let record: list::ListRecord = self.call(&call).await?.document()?;
        Ok(record.into())
    }

    /// Reads one signal of a vehicle (reference 4.3).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the store does not have it, or there
    /// is no signal of that code: the two look the same.
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path or a header, and any failure of the request.
    pub async fn signal(
        &self,
        user: &UserId,
        vehicle: &VehicleId,
        code: &SignalCode,
    ) -> Result<Signal, Error> {
        let identifiers = [vehicle.as_str(), code.as_str()];
        let url = GET_SIGNAL.url(&self.origins().vehicle, &identifiers)?;
        let call = Call::new(GET_SIGNAL, url).of_user(user)?;
        let record: signal::SignalRecord = self.call(&call).await?.resource()?;
        Ok(record.into())
    }
}
