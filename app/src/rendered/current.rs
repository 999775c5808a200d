//! An open page grows old with the car: its ages are counted from the moment it was rendered.

use std::time::Duration;

use leptos::prelude::*;

use super::{InDocument, PageContent};
use crate::error::AppError;

/// Ages are told in minutes.
const INTERVAL: Duration = Duration::from_mins(1);

/// Reads the page again every minute while it lies open. It costs no request to Smartcar.
pub(super) fn keep_current(page: Resource<Result<PageContent, AppError>, InDocument>) {
    Effect::new(move || {
        let Ok(interval) = set_interval_with_handle(
            move || {
                if may_be_replaced() {
                    page.refetch();
                }
            },
            INTERVAL,
        ) else {
            // Without a timer the page stays as it is, as it does without a script.
            return;
        };
        on_cleanup(move || interval.clear());
    });
}

/// Whether nobody is in the middle of something: a hidden page costs nothing, and where a fold is
/// open or a control has the focus, the reader would lose the place.
fn may_be_replaced() -> bool {
    const IN_USE: &str = ".part :focus, .part details[open]";
    let document = document();
    !document.hidden()
        && document
            .query_selector(IN_USE)
            .is_ok_and(|found| found.is_none())
}
