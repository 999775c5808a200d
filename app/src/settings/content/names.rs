//! A name of one's own for each car.

use leptos::prelude::*;

use crate::{
    routes,
    settings::{
        given_name::{LONGEST, NameProblem},
        model::{Form, Refused},
    },
    vehicle::model::Vehicle,
};

/// A form a car; nothing where there is no car.
pub(super) fn names(vehicles: &[Vehicle], refused: Option<&Refused>) -> AnyView {
    if vehicles.is_empty() {
        return ().into_any();
    }
    let forms: Vec<AnyView> = vehicles
        .iter()
        .enumerate()
        .map(|(index, vehicle)| form(index, vehicle, vehicles, refused))
        .collect();

    view! {
        <section class="settings" aria-labelledby="names">
            <h2 id="names">"The names of your cars"</h2>
            <p class="settings-aside">
                "A name of your own stands wherever Carport names the car, in every browser in which you connect it. Without one, the car is called as Smartcar calls it."
            </p>
            {forms}
        </section>
    }
    .into_any()
}

fn form(
    index: usize,
    vehicle: &Vehicle,
    vehicles: &[Vehicle],
    refused: Option<&Refused>,
) -> AnyView {
    let (field, problem_id) = (format!("name-{index}"), format!("name-{index}-problem"));
    let label = label(vehicle, vehicles);
    let (typed, problem) = match refused {
        Some(Refused::Name {
            vehicle: id,
            typed,
            problem,
        }) if *id == vehicle.id => (typed.clone(), Some(*problem)),
        _ => (vehicle.given_name.clone().unwrap_or_default(), None),
    };
    let described_by = problem.map(|_| problem_id.clone());

    view! {
        <form class="name-form" method="post" action=routes::SETTINGS>
            <input type="hidden" name=Form::FIELD value=Form::NAME />
            <input type="hidden" name="vehicle" value=vehicle.id.0.clone() />
            <label for=field.clone()>{label.clone()}</label>
            <div class="name-row">
                <input
                    type="text"
                    class="text-field"
                    id=field
                    name="name"
                    value=typed
                    placeholder=vehicle.smartcar_name().unwrap_or_else(|| "A car".to_owned())
                    maxlength=LONGEST.to_string()
                    autocomplete="off"
                    autofocus=problem.is_some()
                    aria-invalid=problem.map(|_| "true")
                    aria-describedby=described_by
                />
                <button type="submit" class="button">
                    "Save"<span class="visually-hidden">" the name of " {label}</span>
                </button>
            </div>
            {problem.map(|problem| sentence(problem_id, problem))}
        </form>
    }
    .into_any()
}

fn sentence(id: String, problem: NameProblem) -> AnyView {
    view! {
        <p class="field-problem" id=id role="alert">
            {problem.to_string()}
        </p>
    }
    .into_any()
}

/// Which car it is, as Smartcar tells it; where that fits several, with the end of its id.
fn label(vehicle: &Vehicle, vehicles: &[Vehicle]) -> String {
    let told = |vehicle: &Vehicle| {
        let name = vehicle
            .smartcar_name()
            .unwrap_or_else(|| "A car that Smartcar has not described".to_owned());
        match vehicle.year {
            Some(year) => format!("{name}, {year}"),
            None => name,
        }
    };
    let label = told(vehicle);
    let alike = vehicles.iter().filter(|other| told(other) == label).count();
    if alike < 2 {
        return label;
    }
    let id = &vehicle.id.0;
    let end: String = id
        .chars()
        .skip(id.chars().count().saturating_sub(6))
        .collect();
    format!("{label}, ID ending in {end}")
}
