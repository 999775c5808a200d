//! Everything that was asked of a car.

use serde_json::{Value, json};

use super::{
    Export,
    cell::{self, Rows},
    instant, instant_if,
    stream::{Broken, Chunks},
    vehicle::Items,
};
use crate::storage::StoredCommand;

/// How many commands are read at once.
const COMMANDS: u32 = 200;

const COLUMNS: [&str; 11] = [
    "id",
    "command",
    "argument",
    "state",
    "asked_at_utc",
    "sent_at_utc",
    "answered_at_utc",
    "seen_at_utc",
    "refusal",
    "smartcar_request_id",
    "schedule_id",
];

impl Export {
    /// The commands after this one; none when there are no more.
    async fn commands_after(
        &self,
        last: Option<&StoredCommand>,
    ) -> Result<Vec<StoredCommand>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let store = &self.state.store;
        Ok(store
            .commands_after(&vehicle.owner, &vehicle.vehicle, last, COMMANDS)
            .await?)
    }
}

/// Writes them as a table, the first one first.
pub(super) async fn csv(export: Export, mut chunks: Chunks) -> Result<Chunks, Broken> {
    let mut rows = Rows::new();
    rows.push(COLUMNS)?;
    let mut last = None;
    loop {
        let commands = export.commands_after(last.as_ref()).await?;
        for command in &commands {
            rows.push(cells(&export, command)?)?;
        }
        rows.write(&mut chunks).await?;
        rows = Rows::new();
        last = commands.into_iter().next_back();
        if last.is_none() {
            return Ok(chunks);
        }
    }
}

fn cells(export: &Export, command: &StoredCommand) -> Result<[String; COLUMNS.len()], Broken> {
    let (name, argument) = asked(command);
    let text = |text: Option<&str>| cell::text(text.unwrap_or_default()).into_owned();
    let argument = argument.map(|argument| match argument {
        Value::String(text) => text,
        other => other.to_string(),
    });
    Ok([
        text(Some(&command.id)),
        text(Some(&name)),
        text(argument.as_deref()),
        command.state_at(export.now).as_str().to_owned(),
        instant(command.asked_at)?,
        instant_if(command.sent_at)?.unwrap_or_default(),
        instant_if(command.answered_at)?.unwrap_or_default(),
        instant_if(command.seen_at)?.unwrap_or_default(),
        text(command.refusal.as_deref()),
        text(command.request_id.as_deref()),
        text(command.schedule_id.as_deref()),
    ])
}

/// Writes them as a JSON document, the first one first.
pub(super) async fn json(export: Export, mut chunks: Chunks) -> Result<Chunks, Broken> {
    chunks.write(b"{\"exported_at\":").await?;
    chunks.write_json(&instant(export.now)?).await?;
    let id = export.vehicle.vehicle.vehicle.as_str().to_owned();
    chunks.write(b",\n\"vehicle_id\":").await?;
    chunks.write_json(&id).await?;
    chunks.write(b",\n\"commands\":[").await?;
    let (mut items, mut last) = (Items::default(), None);
    loop {
        let commands = export.commands_after(last.as_ref()).await?;
        for command in &commands {
            let item = object(&export, command)?;
            items.write(&mut chunks, &item).await?;
        }
        last = commands.into_iter().next_back();
        if last.is_none() {
            break;
        }
    }
    chunks.write(b"]}\n").await?;
    Ok(chunks)
}

fn object(export: &Export, command: &StoredCommand) -> Result<Value, Broken> {
    let (name, argument) = asked(command);
    Ok(json!({
        "id": command.id,
        "command": name,
        "argument": argument,
        "state": command.state_at(export.now).as_str(),
        "asked_at": instant(command.asked_at)?,
        "sent_at": instant_if(command.sent_at)?,
        "answered_at": instant_if(command.answered_at)?,
        "seen_at": instant_if(command.seen_at)?,
        "refusal": command.refusal.as_deref().map(json_or_text),
        "smartcar_request_id": command.request_id,
        "schedule_id": command.schedule_id,
    }))
}

/// What was asked, and for what. A command that cannot be read is told as it is stored.
fn asked(command: &StoredCommand) -> (String, Option<Value>) {
    let stored = json_or_text(&command.command);
    match stored.get("command").and_then(Value::as_str) {
        Some(name) => (name.to_owned(), stored.get("argument").cloned()),
        None => (command.command.clone(), None),
    }
}

fn json_or_text(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}
