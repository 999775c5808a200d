//! An open page grows old with the car: its ages are counted from the moment it was rendered, and
//! what was asked of the car becomes of something.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{Page, Read, parts::exchange, shown::SharedShown, twins::keep_twins_together};
use crate::error::AppError;

/// How often it is looked whether the page is to be read again.
const TICK: Duration = Duration::from_secs(1);
/// Ages are told in minutes: after so many ticks the page is read again.
const MINUTE: i32 = 60;
/// Something of which more is about to be known: the page is read again at each tick.
const WAITING: &str = ".part [data-waiting]";

/// Reads the page again every minute while it lies open, and every second while it waits for
/// something. It costs no request to Smartcar. A hidden page costs nothing.
pub(super) fn keep_current(page: Page, read: Read, shown: SharedShown) {
    Effect::new(move || {
        let ticking = shown.clone();
        let Ok(interval) = set_interval_with_handle(
            move || {
                let mut now = ticking.get();
                now.age += 1;
                if is_due(now.age) {
                    // An answer that never comes is waited for a minute, and then asked for anew.
                    now.age = -MINUTE;
                    let is_error = now.parts.is_empty();
                    drop(now);
                    if is_error {
                        page.refetch();
                    } else {
                        spawn_local(read_again(page, read, ticking.clone()));
                    }
                }
            },
            TICK,
        ) else {
            // Without a timer the page stays as it is, as it does without a script.
            return;
        };
        let twins = keep_twins_together();
        let shown = shown.clone();
        on_cleanup(move || {
            interval.clear();
            twins.remove();
            shown.get().parts.clear();
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

async fn read_again(page: Page, read: Read, shown: SharedShown) {
    let which = shown.get().which.clone();
    let answer = read(which.clone()).await;
    let mut now = shown.get();
    // The reader may have left for another page meanwhile.
    if now.parts.is_empty() || now.which != which {
        return;
    }
    now.age = 0;
    match answer {
        Ok(newer) => exchange(&mut now.parts, newer.parts),
        // The next answer may arrive; until then what is there is better than nothing.
        Err(AppError::Offline | AppError::Internal | AppError::Malformed) => {}
        Err(_) => {
            drop(now);
            page.refetch();
        }
    }
}
