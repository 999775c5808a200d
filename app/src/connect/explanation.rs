//! The words for each [`ConnectProblem`].

use super::model::ConnectProblem;

/// What the page of a problem says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The heading.
    pub title: &'static str,
    /// What happened.
    pub happened: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// The first button.
    pub next_step: NextStep,
}

/// Where the first button leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// To Connect, from the beginning.
    TryAgain,
    /// To the cars that are connected.
    SeeCars,
    /// Nowhere: nothing that the owner could press would help.
    None,
}

/// What there is to say of a problem.
#[expect(
    clippy::too_many_lines,
    reason = "one entry a problem, to be read as a list"
)]
pub const fn explain(problem: ConnectProblem) -> Explanation {
    match problem {
        ConnectProblem::AccessDenied => Explanation {
            title: "You kept your car to yourself",
            happened: "On Smartcar’s last screen you chose not to share your car, so nothing was \
                       connected and nothing was read.",
            remedy: "If that was what you wanted, you are done. If not, try again and choose \
                     “Allow”: the screen lists each thing that Carport may read or do.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::VehicleIncompatible => Explanation {
            title: "This car cannot be connected",
            happened: "Smartcar knows the car but cannot reach it. Usually it has no data \
                       connection of its own, or is older than its maker’s online services.",
            remedy: "If you have another car, try again with that one. If this car does show up in \
                     its maker’s app, tell Smartcar’s support: the model may be new to them.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::InvalidSubscription => Explanation {
            title: "The car’s online service is switched off",
            happened: "The car can be connected, but its maker’s connected service was never \
                       switched on for it, or has run out.",
            remedy: "Open the maker’s app, switch on or renew the connected service, and check that \
                     the app itself shows the car. Then try again.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::NoVehicles => Explanation {
            title: "That account has no car",
            happened: "You signed in with the car’s maker, but no car belongs to that account.",
            remedy: "Check in the maker’s app that the car is there, and with which e-mail address. \
                     Then try again with that account.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::ConfigurationError => Explanation {
            title: "This Carport is not set up rightly",
            happened: "Smartcar refused to go on because of how this Carport is registered there. \
                       It is not your doing.",
            remedy: "Tell the person who runs this Carport: their log names the setting. Trying \
                     again will not help until it is mended.",
            next_step: NextStep::None,
        },
        ConnectProblem::ServerError => Explanation {
            title: "Smartcar had a fault",
            happened: "Something failed at Smartcar while you were connecting. Your car was not \
                       connected.",
            remedy: "Wait a few minutes and try again. Your password with the maker is fine.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::UserManuallyReturnedToApplication => Explanation {
            title: "You came back before the end",
            happened: "You left Smartcar’s screens before the last one, so your car was not \
                       connected.",
            remedy: "Try again whenever you like. Have the password of the maker’s app at hand, and \
                     your phone if the maker sends a code.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::UnknownError => Explanation {
            title: "Smartcar gave a reason we do not know",
            happened: "Smartcar sent you back with an error that is in none of its documents. Your \
                       car was not connected.",
            remedy: "Try again. If it happens twice, tell the person who runs this Carport the time \
                     it happened: the log has Smartcar’s own word for it.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::Malformed => Explanation {
            title: "This address makes no sense",
            happened: "Neither Carport nor Smartcar would have made this address. It may have been \
                       cut off or changed on its way.",
            remedy: "Do not mend it by hand. Start again, and let the pages lead you.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::UnknownAttempt => Explanation {
            title: "We did not start this",
            happened: "You came back from Smartcar with a connection that this Carport never \
                       began, so we did not use it.",
            remedy: "If you followed a link that somebody sent you, close this page: it may have \
                     been meant to put their car into your view. If not, try again from here.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::ExpiredAttempt => Explanation {
            title: "That took too long",
            happened: "More than 15 minutes passed between the start and the end, and we no longer \
                       accept what was begun then.",
            remedy: "Try again, with the password of the maker’s app at hand. It usually takes \
                     about a minute.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::UsedAttempt => Explanation {
            title: "This was already done",
            happened: "This step works once and has been used. Perhaps you reloaded the page or \
                       went back to it.",
            remedy: "Your car is most likely connected: look among your cars. If it is not there, \
                     start again.",
            next_step: NextStep::SeeCars,
        },
        ConnectProblem::ForeignAttempt => Explanation {
            title: "This began in another browser",
            happened: "The connection was started in a different browser or a private window, and \
                       for your safety it can only be finished there.",
            remedy: "Go back to the browser in which you began, or try again and stay in this one \
                     to the end. Cookies must be allowed.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::NotConfirmed => Explanation {
            title: "Smartcar does not confirm that it was you",
            happened: "We asked Smartcar whether this connection is the one you just made, and it \
                       did not say so. No car is shown on a guess.",
            remedy: "Wait a minute and try again. If it stays, tell the person who runs this \
                     Carport.",
            next_step: NextStep::TryAgain,
        },
        ConnectProblem::SmartcarUnavailable => Explanation {
            title: "Smartcar does not answer",
            happened: "Your part is done, but Smartcar could not be asked about it, so we cannot \
                       show the car yet.",
            remedy: "Try again in a few minutes. If your car was connected, Smartcar will \
                     recognise it.",
            next_step: NextStep::TryAgain,
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_problem_has_words_of_its_own() {
        let titles: HashSet<_> = ConnectProblem::ALL
            .map(|problem| explain(problem).title)
            .into();
        let happened: HashSet<_> = ConnectProblem::ALL
            .map(|problem| explain(problem).happened)
            .into();
        let remedies: HashSet<_> = ConnectProblem::ALL
            .map(|problem| explain(problem).remedy)
            .into();
        for words in [titles, happened, remedies] {
            assert_eq!(words.len(), ConnectProblem::ALL.len());
            assert!(words.iter().all(|words| words.len() > 10));
        }
    }

    #[test]
    fn the_words_are_the_owners() {
        for problem in ConnectProblem::ALL {
            let Explanation {
                title,
                happened,
                remedy,
                ..
            } = explain(problem);
            for words in [title, happened, remedy] {
                for jargon in ["OAuth", "state", "HTTP", "token", "parameter", "  ", "_"] {
                    assert!(!words.contains(jargon), "{jargon:?} in {words:?}");
                }
            }
        }
    }

    #[test]
    fn trying_again_is_offered_unless_it_cannot_help() {
        for problem in ConnectProblem::ALL {
            let expected = match problem {
                ConnectProblem::ConfigurationError => NextStep::None,
                ConnectProblem::UsedAttempt => NextStep::SeeCars,
                _ => NextStep::TryAgain,
            };
            assert_eq!(explain(problem).next_step, expected, "{problem:?}");
        }
    }
}
