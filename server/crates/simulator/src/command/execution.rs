//! The answer to a command (reference 5).

use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{CommandKind, Effect, Parameters};
use crate::instant::second_timestamp;
use crate::quirks::Quirks;

/// A command that was carried out.
#[derive(Debug)]
pub(crate) struct Execution<'a> {
    pub(crate) id: &'a str,
    pub(crate) vehicle_id: Uuid,
    pub(crate) kind: CommandKind,
    pub(crate) parameters: &'a Parameters,
    pub(crate) executed: OffsetDateTime,
    pub(crate) completed: OffsetDateTime,
}

impl Execution<'_> {
    pub(crate) fn json(&self, quirks: &Quirks) -> Value {
        let mut attributes = json!({
            "status": { "value": "SUCCESS" },
            "executionMode": "sync",
        });
        let mut resource = json!({
            "id": self.id,
            "type": "command-execution",
            "meta": {
                "executedAt": second_timestamp(self.executed, quirks),
                "completedAt": second_timestamp(self.completed, quirks),
                "durationInSeconds": (self.completed - self.executed).whole_seconds(),
            },
        });
        match (self.kind, &self.parameters.effect) {
            (CommandKind::CreateSchedule(kind), Effect::AddSchedule(schedule)) => {
                attributes["action"] = "create".into();
                attributes["scheduleType"] = kind.name().into();
                attributes["scheduleId"] = schedule.id.as_str().into();
                resource["type"] = "charge-schedule-execution".into();
                let link = format!(
                    "/vehicles/{}/charge-schedules/{}",
                    self.vehicle_id, schedule.id
                );
                resource["links"] = json!({ "schedule": link });
            }
            (CommandKind::DeleteSchedule, Effect::DropSchedule(id)) => {
                attributes["action"] = "delete".into();
                attributes["scheduleId"] = id.as_str().into();
                resource["type"] = "charge-schedule-execution".into();
            }
            _ => attributes["commandType"] = self.kind.name().into(),
        }
        if let Some(parameters) = &self.parameters.shown {
            attributes["parameters"] = parameters.clone();
        }
        resource["attributes"] = attributes;
        json!({ "data": resource })
    }
}
