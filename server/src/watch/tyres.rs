//! Which tyre has too little pressure.

use app::watch::{measure::whole, model::Finding};
use smartcar::signals::{Body, Unit};

/// So much above the threshold, in pascals, a tyre that was low is not low any more: one that is warm in
/// the evening and cold in the morning is one notice.
const MARGIN: u32 = 5_000;

/// Whether a tyre is low; `None` where the car says nothing that can be believed, or one that was low
/// is hardly better.
pub(super) fn is_low(body: &Body, threshold: u32, was_low: bool) -> Option<bool> {
    let least = pressures(body).map(|tyre| tyre.pascals).min()?;
    let enough = threshold.saturating_add(if was_low { MARGIN } else { 0 });
    if least < threshold {
        Some(true)
    } else {
        (least >= enough).then_some(false)
    }
}

/// The lowest tyre.
pub(super) fn finding(body: &Body, threshold: u32) -> Option<Finding> {
    let lowest = pressures(body).min_by_key(|tyre| tyre.pascals)?;
    let rows = pressures(body).filter_map(|tyre| tyre.row).max();
    let low = pressures(body)
        .filter(|tyre| tyre.pascals < threshold)
        .count();
    Some(Finding::Tyre {
        row: lowest.row,
        column: lowest.column,
        rows: rows.map_or(0, |last| last.saturating_add(1)),
        pascals: lowest.pascals,
        low: u8::try_from(low).unwrap_or(u8::MAX),
    })
}

struct Pressure {
    row: Option<u8>,
    column: Option<u8>,
    pascals: u32,
}

/// The pressures that a tyre can have.
fn pressures(body: &Body) -> impl Iterator<Item = Pressure> {
    let tires = match body {
        Body::Tires(tires) => tires.tires.as_slice(),
        _ => &[],
    };
    tires.iter().filter_map(|tire| {
        let pressure = tire.pressure.as_ref().filter(|one| one.is_plausible)?;
        let kilopascals = pressure.quantity.to(Unit::Kilopascal)?.value;
        let place = |number: Option<u64>| number.and_then(|number| u8::try_from(number).ok());
        Some(Pressure {
            row: place(tire.row),
            column: place(tire.column),
            pascals: whole((kilopascals * 1000.).round())?,
        })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use smartcar::signals::Signal;

    use super::*;

    fn body(unit: &str, pressures: &Value) -> Body {
        let values: Vec<Value> = pressures
            .as_array()
            .unwrap()
            .iter()
            .enumerate()
            .map(|(index, pressure)| {
                json!({"row": index / 2, "column": index % 2, "tirePressure": pressure})
            })
            .collect();
        let signal = Signal::from_value(json!({
            "code": "wheel-tires", "status": {"value": "SUCCESS"},
            "body": {"values": values, "unit": unit},
        }));
        signal.unwrap().body.unwrap()
    }

    #[test]
    fn the_lowest_tyre_decides_in_any_unit() {
        for (unit, pressures, is_it) in [
            ("bar", json!([2.3, 2.3, 2.3, 1.9]), Some(true)),
            ("kPa", json!([230, 230, 190, 230]), Some(true)),
            ("psi", json!([33, 33, 27.5, 33]), Some(true)),
            ("bar", json!([2.3, 2.3, 2.3, 2.3]), Some(false)),
            // Low, but not by so little that it comes and goes.
            ("bar", json!([2.3, 2.02]), None),
            ("bar", json!([2.3, 2.05]), Some(false)),
            ("bar", json!([2.0]), None),
            // What was seen of a Jaguar: kilopascals called bar, and nonsense.
            ("bar", json!([258, 699.9]), Some(false)),
            ("bar", json!([699.9, 699.9]), None),
            ("furlong", json!([1.0]), None),
            ("bar", json!([null, null]), None),
            ("bar", json!([]), None),
        ] {
            let body = body(unit, &pressures);
            assert_eq!(is_low(&body, 200_000, true), is_it, "{pressures} {unit}");
        }
        assert_eq!(is_low(&Body::Flag(true), 200_000, false), None);
        let enough = body("bar", &json!([2.0]));
        assert_eq!(is_low(&enough, 200_000, false), Some(false));
    }

    #[test]
    fn it_is_found_with_its_place() {
        let body = body("bar", &json!([2.3, 1.8, 1.9, 2.3]));
        let expected = Finding::Tyre {
            row: Some(0),
            column: Some(1),
            rows: 2,
            pascals: 180_000,
            low: 2,
        };
        assert_eq!(finding(&body, 200_000), Some(expected));
        assert_eq!(finding(&Body::Flag(true), 200_000), None);
    }
}
