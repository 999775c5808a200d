//! A choice as a row of radio buttons.

use leptos::prelude::*;

use crate::settings::choice::Choice;

/// A fieldset with everything that this choice has, in one row.
pub(super) fn radios<One: Choice>(legend: &'static str, chosen: One) -> AnyView {
    let segments: Vec<AnyView> = One::ALL
        .iter()
        .map(|one| radio(*one, chosen, "segment", ().into_any()))
        .collect();

    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            <div class="segments">{segments}</div>
        </fieldset>
    }
    .into_any()
}

/// One of the radio buttons, with its words and what is said beside them.
pub(super) fn radio<One: Choice>(
    one: One,
    chosen: One,
    class: &'static str,
    aside: AnyView,
) -> AnyView {
    view! {
        <label class=class>
            <input type="radio" name=One::NAME value=one.code() checked=one == chosen />
            <span>{one.label()}</span>
            " "
            {aside}
        </label>
    }
    .into_any()
}
