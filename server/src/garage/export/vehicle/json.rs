//! Everything about a car as one JSON document.

use serde_json::{Value, json};

use super::super::{
    Export,
    history::stretches,
    instant, instant_if,
    stream::{Broken, Chunks},
};
use crate::storage::{MeasureSpan, Resolution};

/// Writes the document.
pub(in super::super) async fn json(export: Export, mut chunks: Chunks) -> Result<Chunks, Broken> {
    chunks.write(b"{\"exported_at\":").await?;
    chunks.write_json(&instant(export.now)?).await?;
    chunks.write(b",\n\"vehicle\":").await?;
    chunks.write_json(&identity(&export)?).await?;
    chunks.write(b",\n\"signals\":[").await?;
    let mut signals = Items::default();
    for signal in export.signals().await? {
        let (body, status) = if signal.is_good {
            (Some(signal.says), None)
        } else {
            (None, Some(signal.says))
        };
        let item = json!({
            "code": signal.code,
            "body": body,
            "status": status,
            "car_said_at": signal.car,
            "smartcar_fetched_at": signal.smartcar,
            "carport_received_at": signal.carport,
        });
        signals.write(&mut chunks, &item).await?;
    }
    chunks.write(b"],\n\"charging_sessions\":[").await?;
    let mut sessions = Items::default();
    for session in export.charging_sessions().await? {
        let item = json!({
            "started_at": instant(session.started_at)?,
            "ended_at": instant_if(session.ended_at)?,
            "start_battery_percent": session.start_percent,
            "end_battery_percent": session.end_percent,
            "energy_added_kwh": session.energy_added,
        });
        sessions.write(&mut chunks, &item).await?;
    }
    chunks.write(b"],\n\"history\":[").await?;
    let mut is_first = true;
    for span in export.measures().await? {
        if !std::mem::take(&mut is_first) {
            chunks.write(b",").await?;
        }
        write_measure(&export, &span, &mut chunks).await?;
    }
    chunks.write(b"]}\n").await?;
    Ok(chunks)
}

/// Items of an array, one a line.
#[derive(Default)]
pub(in super::super) struct Items {
    has_some: bool,
}

impl Items {
    pub(in super::super) async fn write(
        &mut self,
        chunks: &mut Chunks,
        item: &Value,
    ) -> Result<(), Broken> {
        let separator: &[u8] = if std::mem::replace(&mut self.has_some, true) {
            b",\n"
        } else {
            b"\n"
        };
        chunks.write(separator).await?;
        chunks.write_json(item).await
    }
}

async fn write_measure(
    export: &Export,
    span: &MeasureSpan,
    chunks: &mut Chunks,
) -> Result<(), Broken> {
    chunks.write(b"\n{\"measure\":").await?;
    chunks.write_json(&span.measure.to_string()).await?;
    chunks.write(b",\"unit\":").await?;
    chunks.write_json(&span.measure.unit()).await?;
    for (name, resolution) in [("days", Resolution::Day), ("hours", Resolution::Hour)] {
        chunks.write(format!(",\n\"{name}\":[").as_bytes()).await?;
        let mut items = Items::default();
        for stretch in stretches(span, resolution) {
            for point in export.sums(span.measure, resolution, stretch).await? {
                let item = json!({
                    "from": instant(point.from)?,
                    "low": point.low,
                    "mean": point.mean,
                    "high": point.high,
                    "last": point.last,
                    "readings": point.readings,
                });
                items.write(chunks, &item).await?;
            }
        }
        chunks.write(b"]").await?;
    }
    chunks.write(b",\n\"readings\":[").await?;
    let (mut items, mut last) = (Items::default(), None);
    loop {
        let readings = export.readings_after(span.measure, last).await?;
        let Some(reading) = readings.last() else {
            break;
        };
        last = Some(reading.at);
        for reading in readings {
            let item = json!({"at": instant(reading.at)?, "value": reading.value});
            items.write(chunks, &item).await?;
        }
    }
    chunks.write(b"]}").await
}

fn identity(export: &Export) -> Result<Value, Broken> {
    let (row, vehicle) = (&export.vehicle, &export.vehicle.vehicle);
    let description = &vehicle.description;
    Ok(json!({
        "id": vehicle.vehicle.as_str(),
        "given_name": row.given_name,
        "make": description.make,
        "model": description.model,
        "year": description.year,
        "powertrain_type": description.powertrain_type,
        "mode": description.mode,
        "permissions": vehicle.permissions,
        "connected_at": instant(vehicle.connected_at)?,
        "described_at": instant(vehicle.read_at)?,
        "signals_read_at": instant_if(row.budget.read_at)?,
    }))
}
