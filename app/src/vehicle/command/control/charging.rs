//! Starting and stopping a charge, and the flap over the plug.

use leptos::prelude::*;

use super::{
    charge_limit,
    row::{not_allowed, row, told},
};
use crate::vehicle::{
    car::CarView,
    charging::Charging,
    command::{
        form::CommandName,
        press::{Weight, button},
    },
    wording::plain::capitalised,
};

const FLAP: &str = "charge-ischargingportflapopen";

/// The rows of all that charges, or why there are none.
pub(super) fn rows(view: &CarView) -> AnyView {
    let state = charging(view);
    if !view.is_allowed(CommandName::StartCharging) {
        let controls = not_allowed(
            view,
            CommandName::StartCharging,
            "start, stop, limit and plan its charging",
        );
        return row("ask-charging", "Charging", state, controls);
    }
    let (start, stop) = weights(view);
    let charging = view! {
        <div class="ask-buttons">
            {button(view, CommandName::StartCharging, "Start charging", start)}
            {button(view, CommandName::StopCharging, "Stop charging", stop)}
        </div>
    };
    view! {
        {row("ask-charging", "Charging", state, charging.into_any())}
        {charge_limit::row(view)}
        {port(view)}
    }
    .into_any()
}

fn charging(view: &CarView) -> Option<AnyView> {
    let charging = Charging::of(&view.car)?;
    told(
        view,
        Charging::told_by(&view.car),
        capitalised(charging.words()),
    )
}

/// Of the buttons to start and to stop.
fn weights(view: &CarView) -> (Weight, Weight) {
    match Charging::of(&view.car).filter(|_| view.holds(Charging::told_by(&view.car))) {
        Some(Charging::Now) => (Weight::Quiet, Weight::Primary),
        Some(Charging::PluggedIn) => (Weight::Primary, Weight::Quiet),
        // Without a cable, or with nothing left to charge, there is nothing to start either.
        Some(Charging::Full | Charging::Not) => (Weight::Plain, Weight::Quiet),
        None => (Weight::Plain, Weight::Plain),
    }
}

fn port(view: &CarView) -> AnyView {
    let state = view
        .car
        .flag(FLAP)
        .and_then(|is_open| told(view, FLAP, if is_open { "Open" } else { "Closed" }));
    // Charging opens it by itself, so neither is the thing to do.
    let quiet_if = |is_so| if is_so { Weight::Quiet } else { Weight::Plain };
    let is_open = view.still(FLAP);
    let (open, close) = (
        quiet_if(is_open == Some(true)),
        quiet_if(is_open == Some(false)),
    );
    let controls = view! {
        <div class="ask-buttons">
            {button(view, CommandName::OpenChargePort, "Open charge port", open)}
            {button(view, CommandName::CloseChargePort, "Close charge port", close)}
        </div>
    };
    row("ask-port", "Charge port", state, controls.into_any())
}
