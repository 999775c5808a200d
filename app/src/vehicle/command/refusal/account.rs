//! What the owner's account and permissions stand in the way with.

use super::{Way, Words, words};

const IN_THE_APP: &str = "Open the maker’s app, do what it asks, then ask again.";

/// `CONNECTED_SERVICES_ACCOUNT`: the account at the car's maker.
pub(super) fn account(code: &str) -> Words {
    match code {
        "ACCOUNT_ISSUE" => words(
            "Your account at the car’s maker needs attention.",
            IN_THE_APP,
        ),
        "AUTHENTICATION_FAILED" => {
            words("The log-in at the car’s maker has lapsed.", "").with(Way::LogIn)
        }
        "NO_VEHICLES" => words(
            "Your account at the car’s maker has no car in it.",
            "If the car is still yours, add it there again. If not, disconnect it here.",
        )
        .with(Way::Disconnect),
        "SUBSCRIPTION" => words(
            "The maker’s connected services for this car have lapsed, or do not include this.",
            "Renew them in the maker’s app, then ask again.",
        ),
        "VEHICLE_MISSING" => words(
            "The car has left your account with its maker.",
            "If it is still yours, add it there again. If not, disconnect it here.",
        )
        .with(Way::Disconnect),
        "PERMISSION" => words(
            "Your account at the car’s maker may not do this with the car.",
            "Have its main user allow it in the maker’s app, or connect with that account.",
        )
        .with(Way::ConnectAgain),
        "VIRTUAL_KEY_REQUIRED" => words(
            "The car wants a virtual key for Smartcar first.",
            "Add it in the maker’s app, then ask again.",
        ),
        _ => words(
            "The car’s maker wants something settled in your account first.",
            IN_THE_APP,
        ),
    }
}

/// `PERMISSION`: not granted.
pub(super) const fn permission() -> Words {
    words("You have not allowed Carport to do this.", "").with(Way::Allow)
}

/// `AUTHENTICATION`: Smartcar does not let Carport do it.
pub(super) fn authentication(code: &str) -> Words {
    match code {
        "ACCESS_DENIED" => words("Smartcar did not let Carport do this.", "").with(Way::Allow),
        "UNAUTHORIZED" => words(
            "Smartcar did not accept this Carport’s credentials.",
            "Only the operator of this Carport can mend that.",
        ),
        _ => words(
            "Smartcar did not recognise this Carport.",
            "Ask again; if it stays, only the operator of this Carport can mend it.",
        ),
    }
}
