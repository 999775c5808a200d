//! An open page grows old with the car: its ages are counted from the moment it was rendered, and
//! what was asked of the car becomes of something.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{InDocument, PageContent, shown::SharedShown, twins::keep_twins_together};
use crate::error::AppError;

/// How often it is looked whether the page is to be read again.
const TICK: Duration = Duration::from_secs(1);
/// Ages are told in minutes: after so many ticks the page is read again.
const MINUTE: i32 = 60;
/// Something of which more is about to be known: the page is read again at each tick.
const WAITING: &str = ".part [data-waiting]";

/// Reads the page again every minute while it lies open, and every second while it waits for
/// something. It costs no request to Smartcar. A hidden page costs nothing.
pub(super) fn keep_current(
    page: Resource<Result<PageContent, AppError>, InDocument>,
    shown: SharedShown,
) {
    let path = use_location().pathname;
    Effect::new(move |before: Option<()>| {
        path.track();
        if before.is_some() {
            // From here on the page is that of another car: nothing of this one is to stay.
            shown.get().content.parts.clear();
        }
        let shown = shown.clone();
        let Ok(interval) = set_interval_with_handle(
            move || {
                let age = shown.get().age + 1;
                let is_due = is_due(age);
                // An answer that never comes is waited for a minute, and then asked for anew.
                shown.get().age = if is_due { -MINUTE } else { age };
                if is_due {
                    page.refetch();
                }
            },
            TICK,
        ) else {
            // Without a timer the page stays as it is, as it does without a script.
            return;
        };
        let twins = keep_twins_together();
        on_cleanup(move || {
            interval.clear();
            twins.remove();
        });
    });
}

fn is_due(age: i32) -> bool {
    let document = document();
    let is_waiting = || {
        document
            .query_selector(WAITING)
            .is_ok_and(|one| one.is_some())
    };
    !document.hidden() && (age >= MINUTE || age > 0 && is_waiting())
}
