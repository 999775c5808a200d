//! The one list of Carport's addresses: for links, for the server's own handlers, and to tell a
//! page to return to from an address that leads elsewhere.

#[cfg(feature = "ssr")]
use crate::vehicle::model::VehicleId;
use crate::{connect::model::ConnectProblem, notice::model::Notice};

/// The home page.
pub const HOME: &str = "/";
/// Where connecting a car begins. The server answers it; links to it carry `rel="external"`.
pub const LOGIN: &str = "/login";
/// Where logging in at a car's maker again begins; [`reauthenticate`] makes the address for one car.
/// The server answers it.
pub const REAUTHENTICATE: &str = "/reauthenticate";
/// Where Smartcar sends the owner back to. The server answers it.
pub const EXCHANGE: &str = "/exchange";
/// The addresses that the server answers itself.
pub const ANSWERED_BY_THE_SERVER: [&str; 3] = [LOGIN, REAUTHENTICATE, EXCHANGE];
/// The owner's vehicles.
pub const VEHICLES: &str = "/vehicle";
/// The page of one vehicle, as a pattern; [`vehicle`] makes the address of one. Its forms are posted
/// to it.
pub const VEHICLE_PATTERN: &str = "/vehicle/{id}";

/// The address of the page of one vehicle.
#[cfg(feature = "ssr")]
pub fn vehicle(id: &VehicleId) -> String {
    format!("{VEHICLES}/{}", encoded(&id.0))
}

/// The module that reads the charts of a history.
#[cfg(feature = "ssr")]
pub const HISTORY_SCRIPT: &str = "/history.js";
/// The address of the history of one vehicle. Links from other pages carry `rel="external"`: a module
/// of its own is loaded with it.
#[cfg(feature = "ssr")]
pub fn vehicle_history(id: &VehicleId) -> String {
    vehicle(id) + HISTORY
}

/// What leads from the address of a vehicle to that of its history.
pub const HISTORY: &str = "/history";

/// The address that runs Connect again for one vehicle: for what is granted already, and this
/// permission, or these, separated by spaces. The server answers it; links to it carry
/// `rel="external"`.
#[cfg(feature = "ssr")]
pub fn login_for(vehicle: &VehicleId, permission: &str) -> String {
    let (vehicle, permission) = (encoded(&vehicle.0), encoded(permission));
    format!("{LOGIN}?vehicle={vehicle}&permission={permission}")
}

/// The address that lets the owner of a vehicle log in at its maker again. Links to it carry
/// `rel="external"`.
#[cfg(feature = "ssr")]
pub fn reauthenticate(vehicle: &VehicleId) -> String {
    format!("{REAUTHENTICATE}?vehicle={}", encoded(&vehicle.0))
}

/// Everything about a vehicle as a file, as a pattern. The server answers this and the next three; links
/// to them carry `rel="external"`.
pub const EXPORT_CSV: &str = "/vehicle/{id}/export.csv";
/// The same as JSON.
pub const EXPORT_JSON: &str = "/vehicle/{id}/export.json";
/// Everything that was asked of a vehicle as a file.
pub const COMMANDS_CSV: &str = "/vehicle/{id}/commands.csv";
/// The same as JSON.
pub const COMMANDS_JSON: &str = "/vehicle/{id}/commands.json";

/// The address of this pattern for one vehicle.
#[cfg(feature = "ssr")]
pub fn of_vehicle(pattern: &str, id: &VehicleId) -> String {
    pattern.replace("{id}", &encoded(&id.0))
}

#[cfg(feature = "ssr")]
fn encoded(text: &str) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

    const ALLOWED: &percent_encoding::AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');
    utf8_percent_encode(text, ALLOWED).to_string()
}

/// Where an open page hears of changes: server-sent events. The server answers it.
pub const EVENTS: &str = "/events";
/// Units, theme, and the names of the cars. Its forms are posted to the same address.
pub const SETTINGS: &str = "/settings";
/// What the owner wanted to be told of, and the rules for it. Its forms are posted to the same address.
pub const NOTICES: &str = "/notices";
/// What has been noticed since an instant, for a notification of the browser. The server answers it.
pub const NEW_NOTICES: &str = "/notices/new";
/// The pages of [`ConnectProblem`], as a pattern; [`connect_problem`] makes the address of one.
pub const CONNECT_PROBLEM: &str = "/connect/{slug}";

/// The address of the page that explains this problem.
pub fn connect_problem(problem: ConnectProblem) -> String {
    format!("/connect/{}", problem.slug())
}

/// The address of a page that also shows this notice.
pub fn with_notice(page: &str, notice: Notice) -> String {
    format!("{page}?notice={}", notice.code())
}

/// Whether a visitor may be sent back to this address after connecting a car.
///
/// Only the pages themselves, letter for letter: whatever else an address may carry (another host,
/// a query, an encoded slash) is not worth an open redirect.
pub fn is_return_target(path: &str) -> bool {
    [HOME, VEHICLES].contains(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_themselves_may_be_returned_to() {
        assert!(is_return_target(HOME));
        assert!(is_return_target(VEHICLES));
    }

    #[test]
    fn nothing_else_may_be_returned_to() {
        let refused = [
            "",
            " ",
            " /",
            "/ ",
            "//",
            "///",
            "//evil.example",
            "//evil.example/vehicle",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n",
            "/vehicle\n",
            "/vehicle\r\nSet-Cookie: a=b",
            "/vehicle\0",
            "\u{feff}/vehicle",
            "/vehicle/",
            "/vehicle/..",
            "/vehicle/../..//evil.example",
            "/./vehicle",
            "/Vehicle",
            "/vehicles",
            "vehicle",
            "./vehicle",
            "%2f%2fevil.example",
            "/%2fevil.example",
            "/%2e%2e/",
            "%2fvehicle",
            "/vehicle?notice=erased",
            "/?next=//evil.example",
            "/vehicle#top",
            "/;evil",
            "/@evil.example",
            "http://evil.example/",
            "https://evil.example/vehicle",
            "HTTPS:/vehicle",
            "javascript:alert(1)",
            "data:text/html,<p>",
            "/login",
            "/exchange",
            "/reauthenticate",
            "/vehicle/2e8c9a0e-0000-4000-8000-000000000001",
            "/vehicle/2e8c9a0e-0000-4000-8000-000000000001/export.csv",
            "/connect/access_denied",
            "/api/account/erase",
            "/notices",
            "/notices/new",
        ];
        for path in refused {
            assert!(!is_return_target(path), "{path:?}");
        }
    }

    #[test]
    fn a_problem_has_an_address_of_the_pattern() {
        for problem in ConnectProblem::ALL {
            assert_eq!(
                connect_problem(problem),
                CONNECT_PROBLEM.replace("{slug}", problem.slug())
            );
        }
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn whatever_an_id_or_a_permission_holds_stays_in_its_place() {
        let id = VehicleId("../a?b&c=d#e é".to_owned());
        let shown = "%2E%2E%2Fa%3Fb%26c%3Dd%23e%20%C3%A9";
        assert_eq!(vehicle(&id), format!("/vehicle/{shown}"));
        assert_eq!(
            login_for(&id, "read_fuel read_tires&x=y"),
            format!("/login?vehicle={shown}&permission=read_fuel%20read_tires%26x%3Dy")
        );
        assert_eq!(vehicle_history(&id), format!("/vehicle/{shown}/history"));
        assert_eq!(
            of_vehicle(EXPORT_CSV, &id),
            format!("/vehicle/{shown}/export.csv")
        );
        assert_eq!(
            reauthenticate(&id),
            format!("/reauthenticate?vehicle={shown}")
        );
    }

    #[test]
    fn a_notice_travels_in_the_query() {
        assert_eq!(with_notice(HOME, Notice::SignedOut), "/?notice=signed-out");
    }
}
