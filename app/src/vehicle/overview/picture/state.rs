//! What the drawing has to show, taken from the readings.

use crate::vehicle::{
    car::Car,
    charging::Charging,
    lookup::Lid,
    value::{Opening, Tyre, Value},
    wording::place::row_count,
};

/// How many rows of doors and windows can be drawn.
const ROWS: usize = 3;

/// What the drawing shows.
#[derive(Debug)]
pub(super) struct State {
    /// How full it is, from 0 to 100: the battery if there is one, else the tank.
    pub(super) level: Option<f64>,
    /// Up to where it charges, from 0 to 100.
    pub(super) limit: Option<f64>,
    /// The doors.
    pub(super) doors: Rows,
    /// The windows.
    pub(super) windows: Rows,
    /// The lid at the front; `None` inside: not told.
    pub(super) front: Option<bool>,
    /// The lid at the rear.
    pub(super) rear: Option<bool>,
    /// The sunroof, if the car has one.
    pub(super) sunroof: Option<Lid>,
    /// The four tyres: front left, front right, rear left, rear right.
    pub(super) tyres: [Option<Tyre>; 4],
    /// Where it is charged, if it is.
    pub(super) port: Option<Port>,
    /// Whether it is locked.
    pub(super) is_locked: Option<bool>,
}

/// Doors or windows, a row from the front each, left and right: open, closed, or not told.
pub(super) type Rows = Vec<[Option<bool>; 2]>;

/// Where the car is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Port {
    /// Whether its flap is open.
    pub(super) flap: Option<bool>,
    /// Whether the cable is in.
    pub(super) cable: Option<bool>,
    /// Whether energy flows.
    pub(super) is_charging: bool,
}

impl State {
    /// What is known of this car.
    pub(super) fn of(car: &Car) -> Self {
        let battery = car.percent("tractionbattery-stateofcharge");
        let fuel = car.percent("internalcombustionengine-fuellevel");
        let either = |codes: [&str; 2]| {
            let told: Vec<bool> = codes
                .into_iter()
                .filter_map(|code| car.lid(code)?.is_open)
                .collect();
            (!told.is_empty()).then(|| told.contains(&true))
        };
        Self {
            level: battery.or(fuel),
            limit: battery.and_then(|_| car.charge_limit()),
            doors: rows(car, "closure-doors"),
            windows: rows(car, "closure-windows"),
            front: either(["closure-fronttrunk", "closure-enginecover"]),
            rear: either(["closure-reartrunk", "closure-tailgate"]),
            sunroof: car.lid("closure-sunroof"),
            tyres: tyres(car),
            port: port(car),
            is_locked: car.flag("closure-islocked"),
        }
    }
}

/// Two rows of which nothing is told, when nothing is told.
fn rows(car: &Car, code: &str) -> Rows {
    let openings: &[Opening] = match car.value(code) {
        Some(Value::Openings(openings)) => openings,
        _ => &[],
    };
    let count = match row_count(openings.iter().map(|opening| opening.row)) {
        0 => 2,
        count => count.min(ROWS),
    };
    let mut rows = vec![[None; 2]; count];
    for opening in openings {
        let place = opening
            .row
            .zip(opening.column)
            .and_then(|(row, column)| rows.get_mut(usize::from(row))?.get_mut(usize::from(column)));
        if let Some(place) = place {
            *place = opening.is_open;
        }
    }
    rows
}

fn tyres(car: &Car) -> [Option<Tyre>; 4] {
    let tyres: &[Tyre] = match car.value("wheel-tires") {
        Some(Value::Tyres(tyres)) => tyres,
        _ => &[],
    };
    let rear = row_count(tyres.iter().map(|tyre| tyre.row))
        .saturating_sub(1)
        .max(1);
    [(0, 0), (0, 1), (rear, 0), (rear, 1)].map(|(row, column)| {
        tyres
            .iter()
            .find(|tyre| tyre.row.map(usize::from) == Some(row) && tyre.column == Some(column))
            .cloned()
    })
}

fn port(car: &Car) -> Option<Port> {
    let flap = car.flag("charge-ischargingportflapopen");
    let cable = car.flag("charge-ischargingcableconnected");
    let charging = Charging::of(car);
    if flap.is_none() && cable.is_none() && charging.is_none() {
        return None;
    }
    let is_charging = charging == Some(Charging::Now);
    Some(Port {
        flap,
        cable: cable.or(is_charging.then_some(true)),
        is_charging,
    })
}

#[cfg(test)]
mod tests;
