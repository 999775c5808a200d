//! Lists of things with facts: charging sessions, timers, services, trouble codes, capacities.

use app::vehicle::{
    units::Units,
    value::{Entry, Fact, Quantity, Unit, Value},
};
use smartcar::signals::{
    ChargeRecord, ChargeTimer, NominalCapacity, ServiceRecord, TroubleCode, Weekday,
};

use super::{quantity, value};

fn text(label: &'static str, text: Option<String>) -> Option<Fact> {
    text.map(|text| Fact::Text(label, text))
}

fn number(label: &'static str, value: Option<f64>, unit: Unit) -> Option<Fact> {
    value.map(|value| Fact::Quantity(label, Quantity { value, unit }))
}

fn instant(label: &'static str, instant: Option<time::OffsetDateTime>) -> Option<Fact> {
    instant.map(|instant| Fact::Instant(label, instant))
}

fn entry<const FACTS: usize>(title: String, facts: [Option<Fact>; FACTS]) -> Entry {
    Entry {
        title,
        facts: facts.into_iter().flatten().collect(),
    }
}

pub(super) fn charge_record(record: ChargeRecord) -> Entry {
    let (place, address) = record
        .location
        .map(|place| (place.name, place.address))
        .unwrap_or_default();
    let title = place.unwrap_or_else(|| {
        match record.is_public_charger {
            Some(true) => "Public charger",
            _ => "Charging session",
        }
        .to_owned()
    });
    let cost = record.cost.and_then(|cost| {
        let amounts: Vec<f64> = [cost.energy_amount, cost.other_amount]
            .into_iter()
            .flatten()
            .collect();
        let sum: f64 = amounts.iter().sum();
        (!amounts.is_empty()).then(|| format!("{sum:.2} {}", cost.currency.unwrap_or_default()))
    });
    entry(
        title,
        [
            instant("From", record.start_time),
            instant("Until", record.end_time),
            number("Energy added", record.energy_added, Unit::KilowattHours),
            number("At the start", record.start_state_of_charge, Unit::Percent),
            number("At the end", record.end_state_of_charge, Unit::Percent),
            text("Connector", record.connector_type.or(record.charging_type)),
            text("Cost", cost.map(|cost| cost.trim().to_owned())),
            text("Address", address),
        ],
    )
}

pub(in crate::garage) fn charge_timer(timer: ChargeTimer) -> Entry {
    let title = timer
        .condition
        .and_then(value::condition)
        .or(timer.kind)
        .unwrap_or_else(|| "Timer".to_owned());
    let mut facts: Vec<Fact> = text(
        "Repeats",
        timer.schedule_type.map(|kind| kind.as_str().to_lowercase()),
    )
    .into_iter()
    .collect();
    for times in timer.schedules {
        let window = format!(
            "{} to {}{}",
            times.start.as_deref().unwrap_or("any time"),
            times.end.as_deref().unwrap_or("when full"),
            on(&times.days)
        );
        facts.push(Fact::Text("Charges from", window));
    }
    for departure in timer.departure_timers {
        if let Some(time) = departure.time {
            facts.push(Fact::Text(
                "Ready at",
                format!("{time}{}", on(&departure.days)),
            ));
        }
    }
    Entry { title, facts }
}

/// `, on Monday and …`; nothing where the days are not named.
fn on(days: &[Weekday]) -> String {
    if days.is_empty() {
        return String::new();
    }
    let names: Vec<String> = days
        .iter()
        .map(|day| {
            let name = day.as_str();
            let (first, rest) = name.split_at_checked(1).unwrap_or((name, ""));
            format!("{}{}", first.to_uppercase(), rest.to_lowercase())
        })
        .collect();
    format!(", {}", names.join(", "))
}

pub(super) fn trouble_code(trouble: TroubleCode) -> Entry {
    entry(
        trouble.code.unwrap_or_else(|| "Code not told".to_owned()),
        [instant("Noted", trouble.timestamp)],
    )
}

pub(super) fn service_record(record: ServiceRecord) -> Entry {
    let done: Vec<String> = record
        .tasks
        .into_iter()
        .chain(record.details)
        .filter_map(|item| item.description)
        .collect();
    let title = if done.is_empty() {
        "Service".to_owned()
    } else {
        done.join(", ")
    };
    let cost = record.cost.and_then(|cost| {
        cost.amount
            .map(|amount| format!("{amount:.2} {}", cost.currency.unwrap_or_default()))
    });
    entry(
        title,
        [
            instant("On", record.time),
            // Reference 4.5 names no unit.
            number("Odometer", record.odometer, Unit::Stated(String::new())),
            text("Cost", cost.map(|cost| cost.trim().to_owned())),
        ],
    )
}

/// One capacity is a quantity; where the maker offers several, each is listed.
pub(super) fn nominal_capacity(capacity: NominalCapacity, units: Units) -> Value {
    let others: Vec<Entry> = capacity
        .available
        .into_iter()
        .filter_map(|available| {
            let held = quantity::shown(&available.capacity?, units);
            Some(Entry {
                title: available
                    .description
                    .unwrap_or_else(|| "Possible capacity".to_owned()),
                facts: vec![Fact::Quantity("Capacity", held)],
            })
        })
        .collect();
    match capacity.capacity.map(|held| quantity::shown(&held, units)) {
        Some(held) if others.is_empty() => Value::Quantity(held),
        Some(held) => {
            let current = Entry {
                title: "Of this car".to_owned(),
                facts: vec![Fact::Quantity("Capacity", held)],
            };
            Value::Entries(std::iter::once(current).chain(others).collect())
        }
        None => Value::Entries(others),
    }
}
