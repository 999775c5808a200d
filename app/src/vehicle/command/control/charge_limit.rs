//! Up to where the car charges. The number is the field; a slider that moves it is there where a
//! script runs.

use leptos::prelude::*;

use super::row::{row as row_of, told};
use crate::vehicle::{
    car::CarView,
    command::{
        field,
        form::{CommandName, PERCENT},
        press::{Weight, form, must_wait, submit},
    },
    wording::quantity::percent,
};

const COMMAND: CommandName = CommandName::SetChargeLimit;
const SLIDER: &str = "charge-limit-slider";
/// What Smartcar takes (reference 5).
const LOWEST: f64 = 50.;
const HIGHEST: f64 = 100.;

/// The row of the charge limit.
pub(super) fn row(view: &CarView) -> AnyView {
    let limit = view.car.charge_limit();
    let told = limit.and_then(|limit| told(view, "charge-chargelimits", percent(limit)));
    let otherwise = limit
        .map(|limit| format!("{:.0}", limit.clamp(LOWEST, HIGHEST)))
        .unwrap_or_default();
    let state = field::state(view, COMMAND, PERCENT, otherwise);
    let (must_wait, number) = (must_wait(view, COMMAND), state.id.clone());
    let fields = view! {
        <div class="limit-fields">
            <div class="field limit-number">
                <label class="visually-hidden" for=state.id.clone()>
                    "Charge limit in percent"
                </label>
                <input
                    id=state.id
                    name=PERCENT
                    type="number"
                    inputmode="numeric"
                    required
                    min=LOWEST
                    max=HIGHEST
                    step="1"
                    autocomplete="off"
                    value=state.value.clone()
                    data-number=SLIDER
                    disabled=must_wait
                    aria-invalid=state.invalid
                    aria-describedby=state.described_by
                />
                <span class="unit" aria-hidden="true">
                    "%"
                </span>
            </div>
            <input
                class="slider"
                id=SLIDER
                type="range"
                aria-label="Charge limit"
                min=LOWEST
                max=HIGHEST
                step="1"
                value=state.value
                data-number=number
                disabled=must_wait
            />
            {submit(view, COMMAND, "Set limit", Weight::Plain)}
        </div>
        {state.message}
    };
    let controls = form(view, COMMAND, "ask limit", fields.into_any());
    row_of("ask-limit", "Charge limit", told, controls)
}
