//! The dial around the car: how full it is, in three quarters of a turn.

use leptos::prelude::*;

/// The part of a turn that the scale takes, in degrees.
const SWEEP: f64 = 270.;

/// The dial, filled up to the level, with a mark where there is a limit.
pub(super) fn dial(level: Option<f64>, limit: Option<f64>) -> AnyView {
    let level = level.map(|level| {
        let length = format!("{:.1} 360", SWEEP * level / 100.);
        view! { <circle class="dial-level" r="204" pathLength="360" stroke-dasharray=length /> }
    });
    let limit = limit.map(|limit| {
        // The mark points up before it is turned; the scale begins at the lower left.
        let turn = format!("rotate({:.1})", SWEEP * limit / 100. - SWEEP / 2.);
        view! { <path class="dial-limit" d="M0-194V-216" transform=turn /> }
    });

    view! {
        <circle class="dial-fine" r="226" pathLength="180" />
        <circle class="dial-coarse" r="222" pathLength="36" />
        <circle class="dial-scale" r="204" pathLength="360" />
        {level}
        {limit}
    }
    .into_any()
}
