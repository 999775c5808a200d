//! The body of a signal as a page shows it.

use app::vehicle::{
    units::Units,
    value::{ChargeLimit, Location, Opening, Quantity, Tyre, Unit, Value},
};
use smartcar::signals::{Body, ChargeLimits, DiagnosticStatus, LimitCondition, LocationKind, Tire};

use super::{entries, quantity};

/// The body in the reader's units.
pub(super) fn shown(body: Body, units: Units) -> Value {
    match body {
        Body::Flag(flag) => Value::Flag(flag),
        Body::Number(number) => Value::Quantity(quantity::shown(&number, units)),
        Body::Count(count) => Value::Quantity(Quantity {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a count that a page shows is far below 2^53"
            )]
            value: count as f64,
            unit: Unit::Count,
        }),
        Body::Text(text) => Value::Text(text),
        Body::Texts(texts) => Value::Texts(texts),
        Body::ChargeLimits(limits) => charge_limits(limits),
        Body::ChargeRecords(records) => {
            Value::Entries(records.into_iter().map(entries::charge_record).collect())
        }
        Body::ChargeTimers(timers) => {
            Value::Entries(timers.into_iter().map(entries::charge_timer).collect())
        }
        Body::Doors(doors) => Value::Openings(
            doors
                .doors
                .into_iter()
                .map(|door| opening(door.row, door.column, door.is_open, door.is_locked))
                .collect(),
        ),
        Body::Windows(windows) => Value::Openings(
            windows
                .windows
                .into_iter()
                .map(|window| opening(window.row, window.column, window.is_open, None))
                .collect(),
        ),
        Body::Cover(cover) => Value::Cover {
            is_open: cover.is_open,
            is_locked: None,
        },
        Body::Trunk(trunk) => Value::Cover {
            is_open: trunk.is_open,
            is_locked: trunk.is_locked,
        },
        Body::Diagnostic(diagnostic) => Value::Diagnostic {
            is_alert: match diagnostic.status {
                Some(DiagnosticStatus::Ok) => Some(false),
                Some(DiagnosticStatus::Alert) => Some(true),
                _ => None,
            },
            status: diagnostic
                .status
                .map(|status| status.as_str().to_owned())
                .unwrap_or_default(),
            description: diagnostic.description,
        },
        Body::TroubleCodes(codes) => {
            Value::Entries(codes.into_iter().map(entries::trouble_code).collect())
        }
        Body::Location(location) => Value::Location(Location {
            latitude: location.coordinates.latitude(),
            longitude: location.coordinates.longitude(),
            heading: location.heading,
            direction: location
                .direction
                .map(|direction| direction.as_str().to_owned()),
            is_last_parked: location.kind.and_then(|kind| match kind {
                LocationKind::Current => Some(false),
                LocationKind::LastParked => Some(true),
                _ => None,
            }),
        }),
        Body::ServiceRecords(records) => {
            Value::Entries(records.into_iter().map(entries::service_record).collect())
        }
        Body::NominalCapacity(capacity) => entries::nominal_capacity(capacity, units),
        Body::Range(range) => Value::Range {
            range: Some(quantity::shown(&range.value, units)),
            others: range
                .additional
                .into_iter()
                .filter_map(|other| {
                    let value = quantity::shown(&other.value?, units);
                    Some((other.kind?.as_str().to_owned(), value))
                })
                .collect(),
        },
        Body::DriveMode(mode) => {
            Value::Text(mode.oem_display_name.or(mode.canonical).unwrap_or_default())
        }
        Body::Tires(tires) => Value::Tyres(
            tires
                .tires
                .into_iter()
                .map(|tire| tyre(tire, units))
                .collect(),
        ),
        Body::Raw(json) => raw(&json),
        // A shape that is newer than this program.
        other => Value::Raw(format!("{other:?}")),
    }
}

fn raw(json: &serde_json::Value) -> Value {
    Value::Raw(serde_json::to_string_pretty(json).unwrap_or_else(|_| json.to_string()))
}

fn opening(
    row: Option<u64>,
    column: Option<u64>,
    is_open: Option<bool>,
    is_locked: Option<bool>,
) -> Opening {
    Opening {
        row: place(row),
        column: place(column),
        is_open,
        is_locked,
    }
}

/// A row or a column; one that no car has is as good as none.
fn place(number: Option<u64>) -> Option<u8> {
    number.and_then(|number| u8::try_from(number).ok())
}

fn tyre(tire: Tire, units: Units) -> Tyre {
    Tyre {
        row: place(tire.row),
        column: place(tire.column),
        is_implausible: tire
            .pressure
            .as_ref()
            .is_some_and(|pressure| !pressure.is_plausible),
        pressure: tire
            .pressure
            .map(|pressure| quantity::shown(&pressure.quantity, units)),
    }
}

fn charge_limits(limits: ChargeLimits) -> Value {
    Value::ChargeLimits {
        active: limits.active.map(|active| active.value),
        limits: limits
            .limits
            .into_iter()
            .map(|limit| ChargeLimit {
                kind: limit
                    .kind
                    .map(|kind| kind.as_str().to_owned())
                    .unwrap_or_default(),
                percent: limit.limit.map(|limit| limit.value),
                condition: limit.condition.and_then(condition),
            })
            .collect(),
    }
}

/// Where or with what a limit or a timer holds, in a few words.
pub(super) fn condition(condition: LimitCondition) -> Option<String> {
    condition
        .place
        .name
        .or(condition.place.address)
        .or(condition.connector_type)
}
