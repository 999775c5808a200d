//! Why there is no newer value, and what to do about it.

use leptos::prelude::*;

use crate::{
    routes,
    vehicle::{car::Car, reading::Condition},
};

/// What is told of a [`Condition`].
pub(crate) struct Explanation {
    /// What is the matter, in a few words.
    pub(crate) name: &'static str,
    /// What is the matter, in a sentence.
    pub(crate) reason: &'static str,
    /// What to do, in a sentence.
    pub(crate) remedy: &'static str,
    /// Where to do it.
    pub(crate) way: Option<Way>,
}

/// Where something can be done about a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Connect, for the permission that is missing.
    Allow,
    /// The maker's log-in.
    LogIn,
    /// The button for refreshing.
    Refresh,
    /// The fold for disconnecting.
    Disconnect,
}

impl Way {
    /// The address and the words of the link, for a car, and for the permission that is missing.
    fn link(self, car: &Car, permission: Option<&str>) -> (String, &'static str) {
        let permission =
            permission.filter(|code| !car.permissions.iter().any(|granted| granted == code));
        match (self, permission) {
            (Self::Allow, Some(permission)) => (
                routes::login_for(&car.vehicle.id, permission),
                "Connect again and allow it",
            ),
            // Nobody knows which permission it is, or it is granted and not enough.
            (Self::Allow, None) => ("#permissions".to_owned(), "See what you have allowed"),
            (Self::LogIn, _) => (
                routes::reauthenticate(&car.vehicle.id),
                "Log in at the maker again",
            ),
            (Self::Refresh, _) => ("#refresh".to_owned(), "Go to Refresh"),
            (Self::Disconnect, _) => ("#disconnect".to_owned(), "Go to Disconnect"),
        }
    }
}

/// The conditions of the whole car, which one person can end for many values at once.
pub(crate) const NEEDS_A_HAND: [Condition; 4] = [
    Condition::CarGone,
    Condition::LogInLapsed,
    Condition::MakersApp,
    Condition::OperatorsPlan,
];

/// What is told of this condition.
pub(crate) const fn explanation(condition: Condition) -> Explanation {
    let (name, reason, remedy, way) = match condition {
        Condition::Cannot => (
            "Cannot",
            "This car never tells it.",
            "There is nothing to do.",
            None,
        ),
        Condition::NotAllowed => (
            "Not allowed",
            "You have not allowed Carport to read this.",
            "",
            Some(Way::Allow),
        ),
        Condition::NotNow => (
            "Not now",
            "The car did not answer, or cannot say it in its present state.",
            "Try again later.",
            Some(Way::Refresh),
        ),
        Condition::LogInLapsed => (
            "Log-in lapsed",
            "The log-in at the car’s maker has lapsed, so nothing new can be read.",
            "",
            Some(Way::LogIn),
        ),
        Condition::MakersApp => (
            "Maker’s app",
            "The car’s maker wants something from you first: a subscription, a virtual key or an agreement.",
            "Open the maker’s app, do what it asks, then refresh.",
            Some(Way::Refresh),
        ),
        Condition::CarGone => (
            "Car gone",
            "The car has left your account with its maker.",
            "If it is still yours, add it there again. If not, disconnect it here.",
            Some(Way::Disconnect),
        ),
        Condition::OperatorsPlan => (
            "Operator’s plan",
            "This Carport’s plan at Smartcar does not include it.",
            "Only the operator of this Carport can change that.",
            None,
        ),
        Condition::Broken => (
            "Fault",
            "The car’s maker or Smartcar has a fault.",
            "There is nothing you can mend. The next Refresh asks again.",
            None,
        ),
    };
    Explanation {
        name,
        reason,
        remedy,
        way,
    }
}

impl Explanation {
    /// The reason, the remedy and the way to it, for a car, and for the permission that is missing.
    pub(crate) fn view(self, car: &Car, permission: Option<&str>) -> AnyView {
        let words = format!("{} {} ", self.reason, self.remedy);
        view! {
            {words.trim_end().to_owned() + " "}
            {self.way_view(car, permission)}
        }
        .into_any()
    }

    /// The way to the remedy.
    pub(crate) fn way_view(&self, car: &Car, permission: Option<&str>) -> Option<AnyView> {
        let (address, words) = self.way?.link(car, permission);
        // The server answers it, or it is on this page: not a matter for the router.
        Some(view! { <a href=address rel="external">{words}</a> }.into_any())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::vehicle::{model::VehicleId, test_car};

    const ALL: [Condition; 8] = [
        Condition::Cannot,
        Condition::NotAllowed,
        Condition::NotNow,
        Condition::LogInLapsed,
        Condition::MakersApp,
        Condition::CarGone,
        Condition::OperatorsPlan,
        Condition::Broken,
    ];

    #[test]
    fn each_condition_has_words_of_its_own() {
        let names: HashSet<_> = ALL.map(|condition| explanation(condition).name).into();
        let reasons: HashSet<_> = ALL.map(|condition| explanation(condition).reason).into();
        assert_eq!((names.len(), reasons.len()), (ALL.len(), ALL.len()));
    }

    #[test]
    fn each_condition_says_what_to_do() {
        for condition in ALL {
            let told = explanation(condition);
            assert!(
                !told.remedy.is_empty() || told.way.is_some(),
                "{condition:?}"
            );
        }
    }

    fn shown(condition: Condition, permission: Option<&str>) -> String {
        let mut car = test_car::car(Vec::new());
        car.vehicle.id = VehicleId("c1d2".to_owned());
        car.permissions = vec!["read_fuel".to_owned()];
        explanation(condition).view(&car, permission).to_html()
    }

    #[test]
    fn what_is_not_allowed_leads_to_its_own_permission() {
        let html = shown(Condition::NotAllowed, Some("read_tires"));
        assert!(
            html.contains(
                r#"<a href="/login?vehicle=c1d2&amp;permission=read_tires" rel="external">Connect"#
            ),
            "{html}"
        );
    }

    #[test]
    fn a_permission_that_is_unknown_or_granted_is_not_asked_for() {
        for permission in [None, Some("read_fuel")] {
            let html = shown(Condition::NotAllowed, permission);
            assert!(html.contains(r##"<a href="#permissions""##), "{html}");
        }
    }

    #[test]
    fn a_lapsed_log_in_leads_to_the_maker() {
        let html = shown(Condition::LogInLapsed, None);
        assert!(
            html.contains(r#"<a href="/reauthenticate?vehicle=c1d2" rel="external">Log in"#),
            "{html}"
        );
    }
}
