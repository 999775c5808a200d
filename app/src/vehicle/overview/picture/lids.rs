//! The lids in front of the cabin, behind it and above it.

use leptos::prelude::*;

const BAY: &str =
    "M-50-82C-48-112-42-142-34-164C-14-170 14-170 34-164C42-142 48-112 50-82C28-92-28-92-50-82Z";
const REAR: &str = "M-46 147C-24 154 24 154 46 147L42 171C16 175-16 175-42 171Z";

/// The front trunk, or the bonnet.
pub(super) fn front(is_open: Option<bool>) -> AnyView {
    // The lid stands up at its hinges, foreshortened.
    let lid = "M-54-80C-28-91 28-91 54-80L59-106C28-118-28-118-59-106Z";
    lid_view(is_open, BAY, lid)
}

/// The trunk, or the tailgate.
pub(super) fn rear(is_open: Option<bool>) -> AnyView {
    let lid = "M-47 178C-20 184 20 184 47 178L52 201C22 208-22 208-52 201Z";
    lid_view(is_open, REAR, lid)
}

/// The sunroof.
pub(super) fn sunroof(is_open: Option<bool>) -> AnyView {
    let opening =
        "M-26-12H26A5 5 0 0 1 31-7V19A5 5 0 0 1 26 24H-26A5 5 0 0 1-31 19V-7A5 5 0 0 1-26-12Z";
    let lid = "M-31 30H31V36A5 5 0 0 1 26 41H-26A5 5 0 0 1-31 36Z";
    lid_view(is_open, opening, lid)
}

fn lid_view(is_open: Option<bool>, opening: &'static str, lid: &'static str) -> AnyView {
    match is_open {
        Some(false) => view! { <path class="part part-closed part-thin" d=opening /> }.into_any(),
        None => view! { <path class="part part-untold" d=opening /> }.into_any(),
        Some(true) => view! {
            <path class="part part-open" d=opening />
            <path class="part part-lid" d=lid />
        }
        .into_any(),
    }
}
