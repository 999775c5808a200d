//! Why there is no newer value, and what to do about it.

use leptos::prelude::*;

use crate::{routes, vehicle::reading::Condition};

/// What is told of a [`Condition`].
pub(in crate::vehicle) struct Explanation {
    /// What is the matter, in a few words.
    pub(in crate::vehicle) name: &'static str,
    /// What is the matter, in a sentence.
    pub(in crate::vehicle) reason: &'static str,
    /// What to do, in a sentence.
    pub(in crate::vehicle) remedy: &'static str,
    /// Where to do it: an address and the words of the link.
    pub(in crate::vehicle) way: Option<(&'static str, &'static str)>,
}

/// Where the fold for disconnecting is.
pub(in crate::vehicle) const DISCONNECT_ANCHOR: &str = "#disconnect";
/// Where the button for refreshing is.
pub(in crate::vehicle) const REFRESH_ANCHOR: &str = "#refresh";

/// The conditions of the whole car, which one person can end for many values at once.
pub(in crate::vehicle) const NEEDS_A_HAND: [Condition; 4] = [
    Condition::CarGone,
    Condition::LogInLapsed,
    Condition::MakersApp,
    Condition::OperatorsPlan,
];

/// What is told of this condition.
pub(in crate::vehicle) const fn explanation(condition: Condition) -> Explanation {
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
            Some((routes::LOGIN, "Connect again and allow it")),
        ),
        Condition::NotNow => (
            "Not now",
            "The car did not answer, or cannot say it in its present state.",
            "Try again later.",
            Some((REFRESH_ANCHOR, "Go to Refresh")),
        ),
        Condition::LogInLapsed => (
            "Log-in lapsed",
            "The log-in at the car’s maker has lapsed, so nothing new can be read.",
            "",
            Some((routes::LOGIN, "Connect again")),
        ),
        Condition::MakersApp => (
            "Maker’s app",
            "The car’s maker wants something from you first: a subscription, a virtual key or an agreement.",
            "Open the maker’s app, do what it asks, then refresh.",
            Some((REFRESH_ANCHOR, "Go to Refresh")),
        ),
        Condition::CarGone => (
            "Car gone",
            "The car has left your account with its maker.",
            "If it is still yours, add it there again. If not, disconnect it here.",
            Some((DISCONNECT_ANCHOR, "Go to Disconnect")),
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
    /// The reason, the remedy and the way to it.
    pub(in crate::vehicle) fn view(self) -> AnyView {
        let words = format!("{} {} ", self.reason, self.remedy);
        view! {
            {words.trim_end().to_owned() + " "}
            {self.way_view()}
        }
        .into_any()
    }

    /// The way to the remedy.
    pub(in crate::vehicle) fn way_view(&self) -> Option<AnyView> {
        let (address, words) = self.way?;
        // The server answers it, or it is on this page: not a matter for the router.
        Some(view! { <a href=address rel="external">{words}</a> }.into_any())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

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

    #[test]
    fn connecting_again_is_left_to_the_browser() {
        for condition in [Condition::NotAllowed, Condition::LogInLapsed] {
            let html = explanation(condition).view().to_html();
            assert!(
                html.contains(r#"<a href="/login" rel="external">Connect again"#),
                "{html}"
            );
        }
    }
}
