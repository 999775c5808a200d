//! Why a command was refused (reference 7.2), and what to do about it: by Smartcar's type and code,
//! or else by what the failure is to a reader.

mod account;
mod car;
mod service;

use leptos::prelude::*;

use super::{form::CommandName, model::Refusal};
use crate::{
    routes,
    vehicle::{model::VehicleId, reading::Condition},
};

/// What is told of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// What was the matter, in a sentence.
    pub(super) reason: &'static str,
    /// What to do, in a sentence.
    pub(super) remedy: &'static str,
    /// Where to do it.
    pub(super) way: Option<Way>,
}

/// Where something can be done about a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// On Smartcar's screen, for one more permission.
    Allow,
    /// On Smartcar's screen, from the beginning.
    ConnectAgain,
    /// At the maker's log-in.
    LogIn,
    /// At the foot of the page.
    Disconnect,
}

const fn words(reason: &'static str, remedy: &'static str) -> Words {
    Words {
        reason,
        remedy,
        way: None,
    }
}

impl Words {
    const fn with(mut self, way: Way) -> Self {
        self.way = Some(way);
        self
    }

    /// What is told of this refusal.
    pub(super) fn of(refusal: &Refusal) -> Self {
        let code = refusal.code.as_deref().unwrap_or_default();
        match refusal.error_type.as_deref() {
            Some("VEHICLE_STATE") => car::state(code),
            Some("COMPATIBILITY") => car::compatibility(code),
            Some("CONNECTED_SERVICES_ACCOUNT") => account::account(code),
            Some("PERMISSION") => account::permission(),
            Some("AUTHENTICATION") => account::authentication(code),
            Some("BILLING") => service::billing(code),
            Some("RATE_LIMIT") => service::rate_limit(code),
            Some("UPSTREAM") => service::upstream(code),
            Some("SERVER") => service::server(code),
            Some("VALIDATION") => service::validation(code),
            Some("RESOURCE_NOT_FOUND") => service::not_found(code),
            _ => by_condition(refusal.condition),
        }
    }

    /// The reason, the remedy and the way to it.
    pub(super) fn view(self, vehicle: &VehicleId, command: Option<CommandName>) -> AnyView {
        let way = self.way.map(|way| {
            let (address, words) = match (way, command) {
                (Way::Allow, Some(command)) => {
                    (routes::login_for(vehicle, command.permission()), "Allow it")
                }
                (Way::Allow, None) | (Way::ConnectAgain, _) => {
                    (routes::LOGIN.to_owned(), "Connect again")
                }
                (Way::LogIn, _) => (routes::reauthenticate(vehicle), "Log in at the maker again"),
                (Way::Disconnect, _) => ("#disconnect".to_owned(), "Go to Disconnect"),
            };
            // The server answers it, or it is on this page: not a matter for the router.
            view! { <a href=address rel="external">{words}</a> }
        });
        let words = format!("{} {}", self.reason, self.remedy);
        view! { {words.trim_end().to_owned() + " "}{way} }.into_any()
    }
}

/// What is told where Smartcar's type says nothing to Carport.
const fn by_condition(condition: Condition) -> Words {
    match condition {
        Condition::Cannot => words(
            "Smartcar says that this car cannot.",
            "There is nothing to do.",
        ),
        Condition::NotAllowed => {
            words("Carport may not do that with this car.", "").with(Way::Allow)
        }
        Condition::NotNow => words(
            "The car did not do it in the state it was in.",
            "Look at the car, then ask again.",
        ),
        Condition::LogInLapsed => {
            words("Your log-in at the car’s maker has lapsed.", "").with(Way::LogIn)
        }
        Condition::MakersApp => words(
            "The car’s maker wants something from you first.",
            "Open the maker’s app, do what it asks, then ask again.",
        ),
        Condition::CarGone => words(
            "The car is not in your account with its maker.",
            "If it is still yours, add it there again. If not, disconnect it here.",
        )
        .with(Way::Disconnect),
        Condition::OperatorsPlan => words(
            "This Carport’s contract with Smartcar does not allow it.",
            "Only the operator of this Carport can change that.",
        ),
        Condition::Broken => words(
            "The car’s maker or Smartcar has a fault.",
            "Ask again later.",
        ),
    }
}

#[cfg(test)]
mod tests;
