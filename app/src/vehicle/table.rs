//! The table of vehicles.

use leptos::prelude::*;

use super::{
    api::Disconnect,
    disconnect::DisconnectForm,
    make::display_make,
    model::Vehicle,
    powertrain::{display_mode, display_powertrain},
};

/// One row a vehicle.
///
/// On a narrow screen the rows become cards. The roles are written out because a browser may drop
/// those of a table whose `display` is another.
#[component]
pub fn VehicleTable(
    /// The vehicles, in the order to show them.
    vehicles: Vec<Vehicle>,
    /// Disconnects one of them.
    disconnect: ServerAction<Disconnect>,
) -> impl IntoView {
    let count = match vehicles.len() {
        1 => "1 car connected".to_owned(),
        count => format!("{count} cars connected"),
    };
    let rows = vehicles
        .into_iter()
        .map(|vehicle| view! { <VehicleRow vehicle disconnect /> })
        .collect_view();

    view! {
        <table class="vehicles" role="table">
            <caption>{count}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"Make"</th>
                    <th role="columnheader" scope="col">"Model"</th>
                    <th role="columnheader" scope="col">"Year"</th>
                    <th role="columnheader" scope="col">"Powertrain"</th>
                    <th role="columnheader" scope="col">"Vehicle ID"</th>
                    <th role="columnheader" scope="col">"Mode"</th>
                    <th role="columnheader" scope="col">
                        <span class="visually-hidden">"Actions"</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

#[component]
fn VehicleRow(vehicle: Vehicle, disconnect: ServerAction<Disconnect>) -> impl IntoView {
    let make = vehicle.make.as_deref().map(display_make);
    let name = vehicle_name(make.as_deref(), vehicle.model.as_deref());
    let powertrain = vehicle
        .powertrain_type
        .as_deref()
        .map(|kind| display_powertrain(kind).to_owned());
    let mode = vehicle
        .mode
        .as_deref()
        .map(|mode| display_mode(mode).to_owned());

    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label="Make">{told(make)}</th>
            <td role="cell" data-label="Model">{told(vehicle.model)}</td>
            <td role="cell" data-label="Year" class="number">
                {told(vehicle.year.map(|year| year.to_string()))}
            </td>
            <td role="cell" data-label="Powertrain">{told(powertrain)}</td>
            <td role="cell" data-label="Vehicle ID" class="identifier">
                <code>{vehicle.id.0.clone()}</code>
            </td>
            <td role="cell" data-label="Mode">{told(mode)}</td>
            <td role="cell" class="actions">
                <DisconnectForm id=vehicle.id name disconnect />
            </td>
        </tr>
    }
}

/// A value, or the word for one that Smartcar has not told.
fn told(value: Option<String>) -> impl IntoView {
    match value {
        Some(value) => view! { <span>{value}</span> }.into_any(),
        None => view! { <span class="untold">"Not told"</span> }.into_any(),
    }
}

/// What to call the vehicle in a sentence or on a button.
fn vehicle_name(make: Option<&str>, model: Option<&str>) -> String {
    match (make, model) {
        (Some(make), Some(model)) => format!("{make} {model}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => "this car".to_owned(),
    }
}
