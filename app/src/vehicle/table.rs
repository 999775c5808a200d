//! The table of vehicles.

use leptos::prelude::*;

use super::{
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
) -> AnyView {
    let count = match vehicles.len() {
        1 => "1 car connected".to_owned(),
        count => format!("{count} cars connected"),
    };

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
            <tbody role="rowgroup">
                {vehicles.into_iter().map(row).collect::<Vec<_>>()}
            </tbody>
        </table>
    }
    .into_any()
}

fn row(vehicle: Vehicle) -> impl IntoView {
    let make = vehicle.make.as_deref().map(display_make);
    let name = vehicle.name_in_sentence();
    let powertrain = vehicle.powertrain_type.as_deref().map(display_powertrain);
    let mode = vehicle.mode.as_deref().map(display_mode);
    let (make_class, make) = told(make);
    let cells = [
        cell("Model", told(vehicle.model)),
        cell("Year", told(vehicle.year.map(|year| year.to_string()))),
        cell("Powertrain", told(powertrain.map(str::to_owned))),
        cell("Vehicle ID", ("identifier", vehicle.id.0.clone())),
        cell("Mode", told(mode.map(str::to_owned))),
    ];

    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label="Make" class=make_class>
                {make}
            </th>
            {cells.into_iter().collect::<Vec<_>>()}
            <td role="cell" class="actions">
                <DisconnectForm id=vehicle.id name />
            </td>
        </tr>
    }
}

fn cell(label: &'static str, (class, text): (&'static str, String)) -> impl IntoView {
    view! {
        <td role="cell" data-label=label class=class>
            {text}
        </td>
    }
}

/// The class and the words of a value, which Smartcar may not have told.
fn told(value: Option<String>) -> (&'static str, String) {
    value.map_or_else(
        || ("untold", "Not told".to_owned()),
        |value| ("told", value),
    )
}
