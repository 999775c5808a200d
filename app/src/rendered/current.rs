//! An open page grows old with the car: its ages are counted from the moment it was rendered, and
//! what was asked of the car becomes of something.

use std::time::Duration;

use leptos::prelude::*;

use super::{InDocument, PageContent};
use crate::error::AppError;

/// How often it is looked whether the page is to be read again.
const TICK: Duration = Duration::from_secs(1);
/// Ages are told in minutes: after so many ticks the page is read again.
const MINUTE: i32 = 60;
/// Something of which more is about to be known: the page is read again at each tick.
const WAITING: &str = ".part [data-waiting]";

/// Reads the page again every minute while it lies open, and every second while it waits for
/// something. It costs no request to Smartcar. A hidden page costs nothing.
///
/// `age` counts the ticks since the page was shown last: whoever shows it sets it to 0.
pub(super) fn keep_current(
    page: Resource<Result<PageContent, AppError>, InDocument>,
    age: StoredValue<i32>,
) {
    Effect::new(move || {
        let Ok(interval) = set_interval_with_handle(
            move || {
                age.update_value(|age| *age += 1);
                let document = document();
                let is_waiting = || {
                    document
                        .query_selector(WAITING)
                        .is_ok_and(|one| one.is_some())
                };
                let age_now = age.get_value();
                if !document.hidden() && (age_now >= MINUTE || age_now > 0 && is_waiting()) {
                    // An answer that never comes is waited for a minute, and then asked for anew.
                    age.set_value(-MINUTE);
                    page.refetch();
                }
            },
            TICK,
        ) else {
            // Without a timer the page stays as it is, as it does without a script.
            return;
        };
        on_cleanup(move || interval.clear());
    });
}
