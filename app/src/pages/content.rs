//! Which page is at which address.

use futures::try_join;

use crate::{
    error::AppError,
    history,
    ports::{self, Garage},
    rendered::PageContent,
    routes, settings, vehicle,
    vehicle::model::VehicleId,
    watch,
};

/// The address of a page, taken apart.
#[derive(Debug, PartialEq, Eq)]
enum Address<'page> {
    Garage,
    Vehicle(&'page str),
    /// With the query.
    History(&'page str, &'page str),
    Notices,
    Settings,
}

impl<'page> Address<'page> {
    /// Whatever stands in the place of an id is one, which nobody has when it makes no sense.
    fn of(page: &'page str) -> Option<Self> {
        let (path, query) = page.split_once('?').unwrap_or((page, ""));
        match path {
            routes::VEHICLES => Some(Self::Garage),
            routes::NOTICES => Some(Self::Notices),
            routes::SETTINGS => Some(Self::Settings),
            _ => {
                let id = path.strip_prefix(routes::VEHICLES)?.strip_prefix('/')?;
                Some(match id.strip_suffix(routes::HISTORY) {
                    Some(id) => Self::History(id, query),
                    None => Self::Vehicle(id),
                })
            }
        }
    }
}

/// The whole page at an address.
///
/// # Errors
///
/// Those of [`read_page`](super::api::read_page).
pub(super) async fn read(page: &str) -> Result<PageContent, AppError> {
    let garage = ports::garage()?;
    let garage = garage.as_ref();
    let address = Address::of(page).ok_or(AppError::PageNotFound)?;
    if address == Address::Settings {
        // They are for a visitor too, and do not change by themselves.
        return content(garage, address).await;
    }
    let revision = garage.revision().await?;
    let (content, notices) = try_join!(content(garage, address), garage.open_notices())?;
    Ok(content.of(revision, notices))
}

async fn content(garage: &dyn Garage, address: Address<'_>) -> Result<PageContent, AppError> {
    let vehicle_id = |id: &str| VehicleId(id.to_owned());
    match address {
        Address::Garage => vehicle::garage(garage).await,
        Address::Vehicle(id) => vehicle::overview(garage, vehicle_id(id)).await,
        Address::History(id, query) => {
            history::content(garage, vehicle_id(id), query.to_owned()).await
        }
        Address::Notices => watch::content(garage).await,
        Address::Settings => settings::content(garage).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_its_address() {
        for (page, address) in [
            ("/vehicle", Address::Garage),
            ("/vehicle?notice=refreshed", Address::Garage),
            ("/vehicle/a-1", Address::Vehicle("a-1")),
            ("/vehicle/a-1?notice=refreshed", Address::Vehicle("a-1")),
            ("/vehicle/a-1/history", Address::History("a-1", "")),
            (
                "/vehicle/a-1/history?period=day&on=2026-11-27",
                Address::History("a-1", "period=day&on=2026-11-27"),
            ),
            ("/notices", Address::Notices),
            ("/settings", Address::Settings),
        ] {
            assert_eq!(Address::of(page), Some(address), "{page}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_page_is_none() {
        for page in [
            "",
            "/",
            "?",
            "vehicle",
            "/vehicles",
            "/Vehicle",
            "/notices/",
            "/notices/new",
            "/login",
            "//vehicle",
            " /vehicle",
            "/vehicle\0",
            "http://localhost/vehicle",
        ] {
            assert_eq!(Address::of(page), None, "{page:?}");
        }
    }

    #[test]
    fn nonsense_in_the_place_of_an_id_is_an_id() {
        for id in ["", "/", "..", "a/b", "\0", "\u{1f697}", "history"] {
            let page = format!("/vehicle/{id}");
            assert_eq!(Address::of(&page), Some(Address::Vehicle(id)));
            let page = format!("/vehicle/{id}/history?a");
            assert_eq!(Address::of(&page), Some(Address::History(id, "a")));
        }
    }
}
