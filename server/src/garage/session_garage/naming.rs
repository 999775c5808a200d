//! What the owner calls a car.

use app::{error::AppError, settings::given_name::GivenName, vehicle::model::VehicleId};

use super::{SessionGarage, internal};

impl SessionGarage {
    /// Whether the session has this vehicle.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`]; [`AppError::Internal`].
    pub async fn holds(&self, vehicle: &VehicleId) -> Result<(), AppError> {
        self.own(vehicle).await.map(drop)
    }

    /// Calls a vehicle of this session by this name; `None`: as Smartcar does. Where two owners of
    /// the session have connected it, it has the name with both.
    ///
    /// # Errors
    ///
    /// Those of [`Self::holds`].
    pub async fn name(
        &self,
        vehicle: &VehicleId,
        name: Option<&GivenName>,
    ) -> Result<(), AppError> {
        self.holds(vehicle).await?;
        for row in &self.signed_in().await?.vehicles {
            if row.vehicle.vehicle.as_str() == vehicle.0 {
                self.state
                    .store
                    .name_vehicle(
                        &row.vehicle.owner,
                        &row.vehicle.vehicle,
                        name.map(GivenName::as_str),
                    )
                    .await
                    .map_err(|error| internal(&error))?;
            }
        }
        Ok(())
    }
}
