//! What became of a command.

use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

use crate::{ScheduleId, decode::scalar, open_enum::caseless_enum};

caseless_enum! {
    /// How a command ended, in Smartcar's words (reference 5). Only the first was ever seen.
    CommandStatus {
        /// The car maker took it.
        Success = "SUCCESS",
        /// It failed.
        Failure = "FAILURE",
        /// It has not ended.
        Pending = "PENDING",
        /// It failed.
        Error = "ERROR",
    }
}

/// What Smartcar answers to a command (reference 5).
///
/// It says that the car maker took the command, and nothing of the vehicle's state: that shows in
/// its signals, perhaps later.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CommandOutcome {
    /// Smartcar's identifier of the execution.
    pub execution_id: Option<String>,
    /// How it ended. An empty [`CommandStatus::Other`] if the answer does not say; an answer
    /// without a body (`204`) is a success.
    pub status: CommandStatus,
    /// The schedule that was made.
    pub schedule_id: Option<ScheduleId>,
    /// When it was begun.
    pub executed_at: Option<OffsetDateTime>,
    /// When it ended.
    pub completed_at: Option<OffsetDateTime>,
    /// The identifier to quote to Smartcar's support.
    pub request_id: Option<String>,
}

impl CommandOutcome {
    /// Whether the car maker took it. A status that is not known is not counted as a success.
    pub fn is_success(&self) -> bool {
        self.status == CommandStatus::Success
    }

    /// Of an answer without a body.
    pub(super) fn done() -> Self {
        Self {
            execution_id: None,
            status: CommandStatus::Success,
            schedule_id: None,
            executed_at: None,
            completed_at: None,
            request_id: None,
        }
    }
}

/// The body of an answer: an execution, which is an error if it is none.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
pub(super) struct ExecutionRecord(pub(super) CommandOutcome);

impl TryFrom<Value> for ExecutionRecord {
    type Error = &'static str;

    fn try_from(execution: Value) -> Result<Self, Self::Error> {
        let attributes = execution.get("attributes");
        let attributes = attributes.filter(|part| part.is_object());
        let attributes = attributes.ok_or("no execution")?;
        let status = attributes.get("status");
        let status = status.and_then(|status| status.get("value").or(Some(status))?.as_str());
        let instant = |name: &str| {
            let instant = scalar::instant(execution.get("meta")?.get(name)?)?;
            scalar::is_known(&instant).then_some(instant)
        };
        let schedule = attributes.get("scheduleId").and_then(Value::as_str);
        Ok(Self(CommandOutcome {
            execution_id: execution.get("id").and_then(scalar::text),
            status: CommandStatus::from(status.unwrap_or_default()),
            schedule_id: schedule.map(ScheduleId::from),
            executed_at: instant("executedAt"),
            completed_at: instant("completedAt"),
            request_id: None,
        }))
    }
}
