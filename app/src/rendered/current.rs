//! An open page stays current: the server tells it of every change, and its ages are counted on.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{
    Page, PageContent, Read, SEPARATOR,
    events::{Connection, Events},
    parts::exchange,
    shown::SharedShown,
    twins::keep_twins_together,
};
use crate::{
    error::AppError,
    site::{model::Site, use_site},
};

/// How often it is looked whether the page is to be read again, in seconds.
const TICK: u32 = 5;
/// Ages are told in minutes: after so many seconds the page is read again.
const MINUTE: u32 = 60;
/// Something that comes to an end by itself, if by nothing else: the page is read at each tick.
const WAITING: &str = ".part [data-waiting]";

/// Reads the page again when the server tells of a change, every minute while it lies open, and at
/// each tick while it waits for something. It costs no request to Smartcar. A hidden page costs
/// nothing, and learns what it has missed when it is looked at again. `arrived` is set whenever there is
/// another page to show.
pub(super) fn keep_current(page: Page, read: Read, shown: SharedShown, arrived: RwSignal<()>) {
    let site = use_site().site;
    Effect::new(move || {
        // Made in the browser alone: what belongs to one thread must not go with a page of the server.
        let connection = Connection::new_local(None);
        let open = Open {
            site,
            page,
            read,
            shown: shown.clone(),
            connection,
        };
        let ticking = open.clone();
        let Ok(interval) =
            set_interval_with_handle(move || ticking.tick(), Duration::from_secs(u64::from(TICK)))
        else {
            // Without a timer the page stays as it is, as it does without a script.
            return;
        };
        let arriving = open.clone();
        Effect::new(move || {
            arrived.track();
            arriving.listen();
        });
        let looking = open.clone();
        let looked_at =
            window_event_listener_untyped("visibilitychange", move |_| looking.listen());
        let submitting = open.clone();
        let submitted = window_event_listener_untyped("submit", move |_| submitting.await_answer());
        let twins = keep_twins_together();
        on_cleanup(move || {
            interval.clear();
            looked_at.remove();
            submitted.remove();
            twins.remove();
            open.shown.get().marks.clear();
        });
    });
}

/// A page that lies open.
#[derive(Clone)]
struct Open {
    site: Resource<Result<Site, AppError>>,
    page: Page,
    read: Read,
    shown: SharedShown,
    /// Goes with the page.
    connection: Connection,
}

impl Open {
    fn tick(&self) {
        self.listen();
        let mut now = self.shown.get();
        now.age = now.age.saturating_add(TICK);
        now.is_leaving &= now.age < MINUTE;
        // A page without a revision does not change, unless it has failed to come at all.
        let may_change = !now.revision.is_empty() || now.marks.is_empty();
        let is_due = (now.age >= MINUTE && may_change)
            || document()
                .query_selector(WAITING)
                .is_ok_and(|one| one.is_some());
        drop(now);
        if is_due && !document().hidden() {
            self.read_again();
        }
    }

    /// Listens while the page is looked at, and only then.
    fn listen(&self) {
        let has_ended = |events: &Events| events.have_ended();
        let is_open = self
            .connection
            .try_with_value(|events| !events.as_ref().is_none_or(has_ended));
        let now = self.shown.get();
        let is_wanted = !document().hidden() && !now.revision.is_empty() && !now.is_leaving;
        let revision = now.revision.clone();
        drop(now);
        if is_open == Some(is_wanted) {
            return;
        }
        let events = is_wanted.then(|| {
            let open = self.clone();
            Events::since(&revision, move |mark| {
                if mark.is_empty() {
                    leave();
                } else if open.shown.get().revision != mark {
                    open.read_again();
                }
            })
        });
        self.connection.try_set_value(events.flatten());
    }

    /// A form was sent: the browser is on its way to the answer, and must not be led elsewhere by what
    /// the form itself has brought about, such as signing out. For a minute, should there be no answer.
    fn await_answer(&self) {
        let mut now = self.shown.get();
        now.is_leaving = true;
        now.age = 0;
        drop(now);
        self.connection.try_set_value(None);
    }

    /// Reads the page, once for all who ask for it while it is on its way, and once more then.
    fn read_again(&self) {
        let mut now = self.shown.get();
        if now.marks.is_empty() {
            drop(now);
            self.page.refetch();
        } else if now.is_reading {
            // An answer that never comes is not waited for longer than a minute.
            now.is_stale = now.age < 2 * MINUTE;
            now.is_reading = now.is_stale;
        } else {
            now.is_reading = true;
            now.is_stale = false;
            let (which, known) = (now.which.clone(), now.marks.join(SEPARATOR));
            drop(now);
            let open = self.clone();
            spawn_local(async move {
                let answer = (open.read)(which.clone(), known).await;
                open.take(&which, answer);
            });
        }
    }

    fn take(&self, which: &str, answer: Result<PageContent, AppError>) {
        let mut now = self.shown.get();
        // The reader may have left for another page meanwhile.
        if now.marks.is_empty() || now.which != which {
            return;
        }
        now.is_reading = false;
        match answer {
            Ok(newer) => {
                now.age = 0;
                now.is_refused = false;
                now.revision = newer.revision;
                if now.notices != newer.notices {
                    now.notices = newer.notices;
                    // The head of the page tells of them too.
                    self.site.refetch();
                }
                exchange(&mut now.marks, newer.parts.into_iter().zip(newer.marks));
            }
            // The next tick tries again; until then what is there is better than nothing.
            Err(AppError::Offline | AppError::Internal | AppError::Malformed) => now.age = MINUTE,
            // Perhaps another tab connects a car: the answer with the session's new id is on its way.
            Err(AppError::SignedOut) if !now.is_refused => {
                now.is_refused = true;
                now.age = MINUTE;
            }
            Err(_) => {
                drop(now);
                self.page.refetch();
                return;
            }
        }
        let is_stale = now.is_stale;
        drop(now);
        if is_stale {
            self.read_again();
        }
    }
}

/// Nobody is signed in any more: what the page shows is nobody's to see. The server leads on, to the
/// page itself if somebody has signed in meanwhile.
fn leave() {
    let location = window().location();
    // Not by `reload`, which would send a form again that the page is the answer to.
    if let Ok(page) = location.pathname() {
        let _ = location.replace(&page);
    }
}
