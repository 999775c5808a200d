//! What an address of `/login` asks for.

use app::{home::permission::permission, routes, vehicle::model::VehicleId};

use super::query::{Query, is_identifier};

const RETURN_TO: &str = "return_to";
const VEHICLE: &str = "vehicle";
const PERMISSION: &str = "permission";

/// What an address of `/login` asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To connect cars, and to return to a page, one of Carport's own.
    Cars {
        /// The page.
        return_to: String,
    },
    /// To be allowed more of one vehicle, and to return to its page.
    More {
        /// The vehicle, yet to be looked up among the session's own.
        vehicle: VehicleId,
        /// Permissions that Carport knows. Never empty.
        permissions: Vec<&'static str>,
    },
}

impl Wish {
    /// Reads the query of `/login`; `None` when Carport would not have made it.
    pub(super) fn parse(query: &str) -> Option<Self> {
        let query = Query::parse(query, &[RETURN_TO, VEHICLE, PERMISSION]).ok()?;
        match (
            query.get(RETURN_TO),
            query.get(VEHICLE),
            query.get(PERMISSION),
        ) {
            (return_to, None, None) => {
                let return_to = return_to.unwrap_or(routes::VEHICLES);
                routes::is_return_target(return_to).then(|| Self::Cars {
                    return_to: return_to.to_owned(),
                })
            }
            (None, Some(vehicle), Some(names)) if is_identifier(vehicle) => Some(Self::More {
                vehicle: VehicleId(vehicle.to_owned()),
                permissions: known(names).filter(|permissions| !permissions.is_empty())?,
            }),
            _ => None,
        }
    }
}

/// The permissions of these names, which are separated by spaces; `None` when one is not known.
fn known(names: &str) -> Option<Vec<&'static str>> {
    names
        .split(' ')
        .filter(|name| !name.is_empty())
        .map(|name| permission(name).map(|permission| permission.code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_asks_for_cars_and_returns_to_them() {
        let cars = |return_to: &str| {
            Some(Wish::Cars {
                return_to: return_to.to_owned(),
            })
        };
        assert_eq!(Wish::parse(""), cars("/vehicle"));
        assert_eq!(Wish::parse("utm=1"), cars("/vehicle"));
        assert_eq!(Wish::parse("return_to=%2F"), cars("/"));
    }

    #[test]
    fn the_link_of_a_page_is_understood() {
        let vehicle = VehicleId("c1d2-03".to_owned());
        for (names, permissions) in [
            ("read_fuel", vec!["read_fuel"]),
            (
                "read_fuel control_security",
                vec!["read_fuel", "control_security"],
            ),
        ] {
            let link = routes::login_for(&vehicle, names);
            let (_, query) = link.split_once('?').unwrap();
            let wish = Wish::More {
                vehicle: vehicle.clone(),
                permissions,
            };
            assert_eq!(Wish::parse(query), Some(wish));
        }
    }

    #[test]
    fn what_no_page_links_to_is_refused() {
        let long = "a".repeat(129);
        for query in [
            "vehicle=c1d2",
            "permission=read_fuel",
            "vehicle=c1d2&permission=",
            "vehicle=&permission=read_fuel",
            "vehicle=c1d2&permission=+",
            "vehicle=c1d2&permission=read_mind",
            "vehicle=c1d2&permission=READ_FUEL",
            "vehicle=c1d2&permission=read_fuel+read_mind",
            "vehicle=c1d2&permission=read_fuel%00",
            "vehicle=c1d2&permission=read_fuel%0Aread_vin",
            "vehicle=c1d2&permission=required%3Aread_fuel",
            "vehicle=c1d2&vehicle=c1d2&permission=read_fuel",
            "vehicle=c1d2&permission=read_fuel&permission=read_vin",
            "vehicle=c1d2&permission=read_fuel&return_to=%2F",
            "vehicle=..%2F&permission=read_fuel",
            "vehicle=%2Fevil.example&permission=read_fuel",
            "vehicle=%3Cscript%3E&permission=read_fuel",
            "vehicle=%00&permission=read_fuel",
            &format!("vehicle={long}&permission=read_fuel"),
            "return_to=%2F%2Fevil.example",
            "return_to=%2Fvehicle%2Fc1d2",
        ] {
            assert_eq!(Wish::parse(query), None, "{query:.80}");
        }
    }
}
