//! The notices: those that are open, and those of before.

use leptos::prelude::*;

use crate::{
    routes,
    vehicle::wording::age,
    watch::{
        model::{CarNotice, Form, NoticesView},
        sentence::sentence,
    },
};

/// Those that are so and were not put away.
pub(super) fn open(view: &NoticesView) -> AnyView {
    if view.open.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = view
        .open
        .iter()
        .map(|notice| item(notice, view, Some(put_away(notice, view))))
        .collect();

    view! {
        <section aria-labelledby="watch-open">
            <h2 id="watch-open" class="visually-hidden">
                "Open"
            </h2>
            <ul class="watch-list watch-list-open">{items}</ul>
        </section>
    }
    .into_any()
}

/// Those of before.
pub(super) fn past(view: &NoticesView) -> AnyView {
    if view.past.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = view
        .past
        .iter()
        .map(|notice| item(notice, view, None))
        .collect();

    view! {
        <section class="settings" aria-labelledby="watch-past">
            <h2 id="watch-past">"Before"</h2>
            <ul class="watch-list">{items}</ul>
            <p class="settings-aside">
                "The newest 50. A notice goes 90 days after it is over, and with its car."
            </p>
        </section>
    }
    .into_any()
}

fn item(notice: &CarNotice, view: &NoticesView, way: Option<AnyView>) -> AnyView {
    let aside = (notice.put_away_at.is_some() && notice.ended_at.is_none())
        .then_some("Put away, and still so. ");

    view! {
        <li class="watch-notice">
            <div>
                <p class="watch-car">
                    <a href=routes::vehicle(&notice.vehicle.id)>{notice.vehicle.name()}</a>
                </p>
                <p class="watch-what">{sentence(notice, view.pressure, view.now)}</p>
                <p class="watch-aside">
                    {aside} "Noticed " {age::view(notice.noticed_at, view.now)}
                </p>
            </div>
            {way}
        </li>
    }
    .into_any()
}

fn put_away(notice: &CarNotice, view: &NoticesView) -> AnyView {
    let what = sentence(notice, view.pressure, view.now);

    view! {
        <form method="post" action=routes::NOTICES>
            <input type="hidden" name=Form::FIELD value=Form::PUT_AWAY />
            <input type="hidden" name="notice" value=notice.id.clone() />
            <button type="submit" class="button">
                "Put away"<span class="visually-hidden">" the notice: " {what}</span>
            </button>
        </form>
    }
    .into_any()
}
