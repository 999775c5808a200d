//! The car itself, from above, in the state it is in; and the same in words beside it.

mod charge_port;
mod dial;
mod doors;
mod lids;
mod lock;
mod state;
mod tyres;
mod windows;
mod words;

use leptos::prelude::*;

use self::state::State;
use crate::vehicle::car::Car;

pub(super) use words::legend;

/// The drawing. It is centred on the car, its front at the top, as [`crate::components::TopView`]
/// is. What is closed is drawn in outline, what is open is solid and stands out, what is not told is
/// dashed. A screen reader has the words of [`legend`] instead.
pub(super) fn picture(car: &Car) -> AnyView {
    let state = State::of(car);

    view! {
        <div class="picture"><svg
            class="top-view car-view"
            viewBox="-240 -240 480 480"
            width="480"
            height="480"
            aria-hidden="true"
            focusable="false"
        >
            {dial::dial(state.level, state.limit)}
            {tyres::tyres(&state.tyres)}
            <path class="mirror" d="M70-58 84-53C90-50 90-41 85-40L71-43Z" />
            <path class="mirror" d="M-70-58-84-53C-90-50-90-41-85-40L-71-43Z" />
            <path
                class="body"
                d="M-38-178C-14-184 14-184 38-178 57-173 66-160 68-138 70-116 71-98 71-76L71 84C71 112 70 132 67 150 64 168 55 176 38 179 14 183-14 183-38 179-55 176-64 168-67 150-70 132-71 112-71 84L-71-76C-71-98-70-116-68-138-66-160-57-173-38-178Z"
            />
            <path class="glass" d="M-57-62C-34-83 34-83 57-62L47-24C25-31-25-31-47-24Z" />
            <path class="glass" d="M-46 98C-24 104 24 104 46 98L53 130C30 141-30 141-53 130Z" />
            {windows::windows(&state.windows)}
            <path class="light" d="M42-173C56-169 63-158 65-137L60-143C57-155 52-163 42-168Z" />
            <path class="light" d="M-42-173C-56-169-63-158-65-137L-60-143C-57-155-52-163-42-168Z" />
            <path class="light light-rear" d="M41 175C55 172 62 165 65 151L60 155C57 163 51 168 41 170Z" />
            <path
                class="light light-rear"
                d="M-41 175C-55 172-62 165-65 151L-60 155C-57 163-51 168-41 170Z"
            />
            {lids::front(state.front)}
            {lids::rear(state.rear)}
            {state.sunroof.map(|lid| lids::sunroof(lid.is_open))}
            {doors::doors(&state.doors)}
            {state.port.map(charge_port::charge_port)}
            {lock::lock(state.is_locked)}
        </svg></div>
    }
    .into_any()
}
