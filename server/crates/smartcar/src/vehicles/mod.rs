//! Vehicles (reference 4.1).

mod powertrain;
mod vehicle;

pub use powertrain::PowertrainType;
pub use vehicle::{Vehicle, VehicleAttributes};

use crate::{Client, Error, VehicleId, transport::Route};

const GET_VEHICLE: Route = Route::get("/v3/vehicles/{id}");

impl Client {
    /// Reads a vehicle's attributes (reference 4.1).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path, and any failure of the request.
    pub async fn vehicle(&self, id: &VehicleId) -> Result<Vehicle, Error> {
        let url = GET_VEHICLE.url(&self.origins().vehicle, &[id.as_str()])?;
        self.send(GET_VEHICLE, &url).await?.resource()
    }
}
