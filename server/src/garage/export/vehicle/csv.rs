//! Everything about a car as one table, a row for whatever there is to say.

use super::super::{
    Export,
    cell::{self, Rows},
    history::stretches,
    instant, instant_if,
    stream::{Broken, Chunks},
};
use crate::storage::{Measure, Point, Resolution};

/// The columns. Which of them a row fills depends on its kind, in the first.
const COLUMNS: [&str; 18] = [
    "record",
    "name",
    "from_utc",
    "until_utc",
    "value",
    "unit",
    "low",
    "mean",
    "high",
    "last",
    "readings",
    "start_battery_percent",
    "end_battery_percent",
    "energy_added_kwh",
    "car_said_utc",
    "smartcar_fetched_utc",
    "carport_received_utc",
    "text",
];

/// A row. Text is made safe for spreadsheets; numbers and instants are what they are.
#[derive(Default)]
struct Row {
    record: &'static str,
    name: String,
    from: Option<String>,
    until: Option<String>,
    value: Option<f64>,
    unit: &'static str,
    point: Option<Point>,
    percents: (Option<f64>, Option<f64>),
    energy: Option<f64>,
    car: Option<String>,
    smartcar: Option<String>,
    carport: Option<String>,
    text: String,
}

impl Row {
    fn cells(self) -> [String; COLUMNS.len()] {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let of_point = |get: fn(&Point) -> f64| number(self.point.as_ref().map(get));
        [
            self.record.to_owned(),
            cell::text(&self.name).into_owned(),
            self.from.unwrap_or_default(),
            self.until.unwrap_or_default(),
            number(self.value),
            self.unit.to_owned(),
            of_point(|point| point.low),
            of_point(|point| point.mean),
            of_point(|point| point.high),
            of_point(|point| point.last),
            self.point
                .map(|point| point.readings.to_string())
                .unwrap_or_default(),
            number(self.percents.0),
            number(self.percents.1),
            number(self.energy),
            self.car.unwrap_or_default(),
            self.smartcar.unwrap_or_default(),
            self.carport.unwrap_or_default(),
            cell::text(&self.text).into_owned(),
        ]
    }
}

/// Writes the table.
pub(in super::super) async fn csv(export: Export, mut chunks: Chunks) -> Result<Chunks, Broken> {
    let mut rows = Rows::new();
    rows.push(COLUMNS)?;
    for row in identity(&export)? {
        rows.push(row.cells())?;
    }
    for signal in export.signals().await? {
        let row = Row {
            record: if signal.is_good {
                "signal"
            } else {
                "signal without a value"
            },
            name: signal.code,
            car: signal.car,
            smartcar: signal.smartcar,
            carport: Some(signal.carport),
            text: signal.says.to_string(),
            ..Row::default()
        };
        rows.push(row.cells())?;
    }
    for session in export.charging_sessions().await? {
        let row = Row {
            record: "charging session",
            from: Some(instant(session.started_at)?),
            until: instant_if(session.ended_at)?,
            percents: (session.start_percent, session.end_percent),
            energy: session.energy_added,
            ..Row::default()
        };
        rows.push(row.cells())?;
    }
    rows.write(&mut chunks).await?;
    for span in export.measures().await? {
        for (record, resolution) in [("day", Resolution::Day), ("hour", Resolution::Hour)] {
            for stretch in stretches(&span, resolution) {
                let points = export.sums(span.measure, resolution, stretch).await?;
                let mut rows = Rows::new();
                for point in points {
                    rows.push(sum(record, span.measure, point, resolution)?.cells())?;
                }
                rows.write(&mut chunks).await?;
            }
        }
        write_readings(&export, span.measure, &mut chunks).await?;
    }
    Ok(chunks)
}

async fn write_readings(
    export: &Export,
    measure: Measure,
    chunks: &mut Chunks,
) -> Result<(), Broken> {
    let mut last = None;
    loop {
        let readings = export.readings_after(measure, last).await?;
        let Some(reading) = readings.last() else {
            return Ok(());
        };
        last = Some(reading.at);
        let mut rows = Rows::new();
        for reading in readings {
            let row = Row {
                record: "reading",
                name: measure.to_string(),
                from: Some(instant(reading.at)?),
                value: Some(reading.value),
                unit: measure.unit(),
                ..Row::default()
            };
            rows.push(row.cells())?;
        }
        rows.write(chunks).await?;
    }
}

fn sum(
    record: &'static str,
    measure: Measure,
    point: Point,
    resolution: Resolution,
) -> Result<Row, Broken> {
    Ok(Row {
        record,
        name: measure.to_string(),
        from: Some(instant(point.from)?),
        until: Some(instant(point.from + resolution.length())?),
        unit: measure.unit(),
        point: Some(point),
        ..Row::default()
    })
}

/// What is known of the car itself, a row each.
fn identity(export: &Export) -> Result<Vec<Row>, Broken> {
    let (row, vehicle) = (&export.vehicle, &export.vehicle.vehicle);
    let description = &vehicle.description;
    let known = [
        ("exported_at_utc", Some(instant(export.now)?)),
        ("id", Some(vehicle.vehicle.as_str().to_owned())),
        ("given_name", row.given_name.clone()),
        ("make", description.make.clone()),
        ("model", description.model.clone()),
        ("year", description.year.map(|year| year.to_string())),
        ("powertrain_type", description.powertrain_type.clone()),
        ("mode", description.mode.clone()),
        ("permissions", Some(vehicle.permissions.join(" "))),
        ("connected_at_utc", Some(instant(vehicle.connected_at)?)),
        ("described_at_utc", Some(instant(vehicle.read_at)?)),
        ("signals_read_at_utc", instant_if(row.budget.read_at)?),
    ];
    Ok(known
        .into_iter()
        .filter_map(|(name, text)| {
            Some(Row {
                record: "vehicle",
                name: name.to_owned(),
                text: text?,
                ..Row::default()
            })
        })
        .collect())
}
