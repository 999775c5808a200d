//! Which connections to list.

use url::Url;

use crate::{Error, ExternalId, Mode, UserId, VehicleId};

/// Which connections to list (reference 3). What is not set does not filter, save the mode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionFilter {
    user_id: Option<UserId>,
    vehicle_id: Option<VehicleId>,
    mode: Option<Mode>,
    external_id: Option<ExternalId>,
}

impl ConnectionFilter {
    /// Smartcar's default: every connection to a live vehicle.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those of this user: `filter[userId]`.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Only those to this vehicle: `filter[vehicleId]`.
    #[must_use]
    pub fn vehicle_id(mut self, vehicle_id: VehicleId) -> Self {
        self.vehicle_id = Some(vehicle_id);
        self
    }

    /// Only those to vehicles of this mode: `filter[vehicle.mode]`. Without it simulated vehicles
    /// are **not** listed.
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// Only those made in a Connect session with this external id: `filter[user.externalId]`. It
    /// is known at second hand that Smartcar honours it.
    #[must_use]
    pub fn external_id(mut self, external_id: ExternalId) -> Self {
        self.external_id = Some(external_id);
        self
    }

    /// Adds the filters to a query. An empty value is refused, since nobody knows whether Smartcar
    /// takes it for no filter at all.
    pub(super) fn write_to(&self, url: &mut Url) -> Result<(), Error> {
        let filters = [
            ("filter[userId]", self.user_id.as_ref().map(UserId::as_str)),
            (
                "filter[vehicleId]",
                self.vehicle_id.as_ref().map(VehicleId::as_str),
            ),
            ("filter[vehicle.mode]", self.mode.as_ref().map(Mode::as_str)),
            (
                "filter[user.externalId]",
                self.external_id.as_ref().map(ExternalId::as_str),
            ),
        ];
        for (name, value) in filters {
            match value {
                Some("") => return Err(Error::invalid_argument("a filter has an empty value")),
                Some(value) => {
                    url.query_pairs_mut().append_pair(name, value);
                }
                None => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::ConnectionFilter;
    use crate::{ErrorKind, ExternalId, Mode, UserId, VehicleId};

    fn pairs(filter: &ConnectionFilter) -> Vec<(String, String)> {
        let mut url = Url::parse("https://vehicle.example/v3/connections").unwrap();
        filter.write_to(&mut url).unwrap();
        let again = Url::parse(url.as_str()).unwrap();
        again
            .query_pairs()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect()
    }

    #[test]
    fn an_empty_value_is_refused() {
        let mut url = Url::parse("https://vehicle.example/").unwrap();
        let filter = ConnectionFilter::new().user_id(UserId::new(""));
        let error = filter.write_to(&mut url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }

    #[test]
    fn debug_does_not_show_persons() {
        let filter = ConnectionFilter::new()
            .user_id(UserId::new("hunter2"))
            .external_id(ExternalId::new("hunter2"));
        assert!(!format!("{filter:?}").contains("hunter2"));
    }

    proptest! {
        #[test]
        fn no_value_smuggles_another_parameter(
            user in ".+", vehicle in ".+", mode in ".+", external in ".+",
        ) {
            let filter = ConnectionFilter::new()
                .user_id(UserId::new(user.clone()))
                .vehicle_id(VehicleId::new(vehicle.clone()))
                .mode(Mode::from(mode.clone()))
                .external_id(ExternalId::new(external.clone()));
            let expected = vec![
                ("filter[userId]".to_owned(), user),
                ("filter[vehicleId]".to_owned(), vehicle),
                ("filter[vehicle.mode]".to_owned(), mode),
                ("filter[user.externalId]".to_owned(), external),
            ];
            prop_assert_eq!(pairs(&filter), expected);
        }
    }
}
