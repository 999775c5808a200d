//! How far a command got, in three steps: sent, taken by the maker, seen in the car.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::model::Progress;
use crate::vehicle::wording::age;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// It is done, at that moment if it is known.
    Done(Option<OffsetDateTime>),
    /// It is what is waited for.
    Now(&'static str),
    /// It did not happen, at that moment.
    Failed(&'static str, Option<OffsetDateTime>),
    /// It may have happened or not.
    Unknown(&'static str),
    /// It has not come to it.
    Ahead,
}

/// The line of the three steps.
pub(super) fn steps(progress: &Progress, now: OffsetDateTime) -> AnyView {
    let steps: Vec<_> = ["Sent", "Taken by the maker", "Seen in the car"]
        .into_iter()
        .zip(of(progress))
        .map(|(name, step)| {
            let (class, words) = match step {
                Step::Done(Some(at)) => ("stage stage-done", age::view(at, now)),
                Step::Done(None) => ("stage stage-done", "done".into_any()),
                Step::Now(words) => ("stage stage-now", words.into_any()),
                Step::Failed(words, at) => {
                    let at = at.map(|at| view! { ", "{age::view(at, now)} });
                    ("stage stage-failed", view! { {words}{at} }.into_any())
                }
                Step::Unknown(words) => ("stage stage-unknown", words.into_any()),
                Step::Ahead => ("stage", "not yet".into_any()),
            };
            view! {
                <li class=class>
                    <span class="stage-name">{name}</span>
                    " "
                    <span class="stage-state">{words}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="stages">{steps}</ol> }.into_any()
}

fn of(progress: &Progress) -> [Step; 3] {
    use Step::{Ahead, Done, Failed, Now, Unknown};

    match progress {
        Progress::Asked => [Now("being sent"), Ahead, Ahead],
        Progress::Sent { since } => [Done(Some(*since)), Now("waiting"), Ahead],
        Progress::Accepted { since } => [Done(None), Done(Some(*since)), Now("looking")],
        Progress::AcceptedUnseen { at } => [Done(None), Done(Some(*at)), Unknown("no car tells")],
        Progress::Seen { at } => [Done(None), Done(None), Done(Some(*at))],
        Progress::NotSeen { accepted_at } => [
            Done(None),
            Done(Some(*accepted_at)),
            Failed("not seen", None),
        ],
        Progress::Refused { at, .. } => [Done(None), Failed("refused", Some(*at)), Ahead],
        Progress::Unknown { sent_at, .. } => [
            Done(Some(*sent_at)),
            Unknown("not known"),
            Unknown("not known"),
        ],
        Progress::NotSent { .. } => [Failed("not sent", None), Ahead, Ahead],
    }
}
