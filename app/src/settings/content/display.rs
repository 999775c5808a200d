//! What is chosen for this browser: the light and the units.

use leptos::prelude::*;

use super::radios::{radio, radios};
use crate::{
    routes,
    settings::{
        choice::Choice,
        model::{Form, Preferences, Reader},
        unit_choice::{UnitChoice, in_words},
    },
};

/// The form of this browser. What it would send as it stands is what holds now.
pub(super) fn display(reader: &Reader) -> AnyView {
    let Preferences { theme, units } = reader.preferences;

    view! {
        <section class="settings" aria-labelledby="display">
            <h2 id="display">"In this browser"</h2>
            <form class="settings-form" method="post" action=routes::SETTINGS autocomplete="off">
                <input type="hidden" name=Form::FIELD value=Form::DISPLAY />
                {radios("Theme", theme)}
                {unit_choices(reader, UnitChoice::of(units))}
                {own_units(reader)}
                <button type="submit" class="button button-primary">
                    "Save"
                </button>
            </form>
            <p class="settings-aside">
                "Kept in a cookie of this browser, for a year and beyond signing out. As long as everything is left to the browser and the system, there is no such cookie."
            </p>
        </section>
    }
    .into_any()
}

fn unit_choices(reader: &Reader, chosen: UnitChoice) -> AnyView {
    let rows: Vec<AnyView> = UnitChoice::ALL
        .iter()
        .map(|choice| {
            let aside = match choice {
                UnitChoice::Suggested => format!("at present {}", in_words(reader.suggested)),
                UnitChoice::Own => "each quantity by itself".to_owned(),
                preset => preset.preset().map(in_words).unwrap_or_default(),
            };
            let aside = view! { <span class="option-aside">{aside}</span> }.into_any();
            radio(*choice, chosen, "option", aside)
        })
        .collect();

    view! {
        <fieldset class="choice units">
            <legend>"Units"</legend>
            <div class="options">{rows}</div>
        </fieldset>
    }
    .into_any()
}

/// The quantities one by one. The style hides them while another choice is made.
fn own_units(reader: &Reader) -> AnyView {
    let units = reader.units();

    view! {
        <div class="own-units">
            {radios("Distance and speed", units.distance)} {radios("Temperature", units.temperature)}
            {radios("Tyre pressure", units.pressure)} {radios("Fuel", units.volume)}
        </div>
    }
    .into_any()
}
