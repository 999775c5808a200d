//! The commands that a car was sent, and those that are to come.

use std::collections::VecDeque;

use serde_json::Value;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{CommandKind, Effect, Scenario, Seen};
use crate::fault::Gate;

/// More commands than this are not remembered: the oldest goes.
const CAPACITY: usize = 200;

/// The commands of one car.
#[derive(Debug)]
pub(crate) struct CommandBook {
    /// When the signals usually tell of a command.
    pub(crate) usually_seen: Seen,
    scenarios: VecDeque<Scenario>,
    entries: VecDeque<CommandEntry>,
    pending: Vec<PendingEffect>,
    /// Where slow commands wait for their release.
    gate: Gate,
}

/// An effect that is not seen yet.
#[derive(Debug, Clone)]
pub(crate) struct PendingEffect {
    pub(crate) executed: OffsetDateTime,
    pub(crate) due: OffsetDateTime,
    pub(crate) effect: Effect,
}

/// A command that was sent.
#[derive(Debug, Clone)]
pub(crate) struct CommandEntry {
    pub(crate) id: String,
    pub(crate) kind: CommandKind,
    pub(crate) user_id: Uuid,
    pub(crate) parameters: Option<Value>,
    pub(crate) sent: OffsetDateTime,
    pub(crate) conclusion: Conclusion,
    /// When the signals tell of it.
    pub(crate) seen: Option<OffsetDateTime>,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Conclusion {
    /// It is under way: a `202` without its result.
    UnderWay,
    Succeeded,
    /// It was refused with this type and code.
    Refused(String),
    /// The connection was closed without a result; whether the car has done it.
    Lost {
        is_done: bool,
    },
}

impl Default for CommandBook {
    fn default() -> Self {
        Self {
            usually_seen: Seen::AfterSeconds(2),
            scenarios: VecDeque::new(),
            entries: VecDeque::new(),
            pending: Vec::new(),
            gate: Gate::default(),
        }
    }
}

impl CommandBook {
    /// Says what is to become of the next commands, after those already spoken of.
    pub(crate) fn plan(&mut self, scenario: Scenario) {
        self.scenarios.push_back(scenario);
    }

    pub(crate) fn planned(&self) -> impl Iterator<Item = &Scenario> {
        self.scenarios.iter()
    }

    pub(crate) fn forget_plans(&mut self) {
        self.scenarios.clear();
    }

    /// What is to become of a command that comes now.
    pub(crate) fn take_scenario(&mut self, kind: CommandKind) -> Option<Scenario> {
        let index = self
            .scenarios
            .iter()
            .position(|scenario| scenario.applies_to(kind))?;
        let scenario = self.scenarios.get_mut(index)?;
        scenario.times = scenario.times.saturating_sub(1);
        let taken = scenario.clone();
        if taken.times == 0 {
            self.scenarios.remove(index);
        }
        Some(taken)
    }

    pub(crate) fn log(&mut self, entry: CommandEntry) {
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &CommandEntry> {
        self.entries.iter()
    }

    pub(crate) fn conclude(&mut self, id: &str, conclusion: Conclusion) {
        if let Some(entry) = self.entries.iter_mut().rfind(|entry| entry.id == id) {
            entry.conclusion = conclusion;
        }
    }

    /// Notes that the car has done something, and when its signals will tell.
    pub(crate) fn expect(
        &mut self,
        id: &str,
        effect: Effect,
        now: OffsetDateTime,
        seen: Option<Seen>,
    ) {
        let Seen::AfterSeconds(seconds) = seen.unwrap_or(self.usually_seen) else {
            return;
        };
        let due = now + Duration::seconds(i64::try_from(seconds).unwrap_or(i64::from(u32::MAX)));
        self.pending.push(PendingEffect {
            executed: now,
            due,
            effect,
        });
        self.pending.sort_by_key(|effect| effect.due);
        if let Some(entry) = self.entries.iter_mut().rfind(|entry| entry.id == id) {
            entry.seen = Some(due);
        }
    }

    pub(crate) fn pending(&self) -> impl Iterator<Item = &Effect> {
        self.pending.iter().map(|pending| &pending.effect)
    }

    /// When the next effect is to be seen.
    pub(crate) fn next_due(&self) -> Option<OffsetDateTime> {
        self.pending.first().map(|effect| effect.due)
    }

    /// The next effect that is to be seen by now.
    pub(crate) fn take_due(&mut self, now: OffsetDateTime) -> Option<PendingEffect> {
        let is_due = self.pending.first().is_some_and(|effect| effect.due <= now);
        is_due.then(|| self.pending.remove(0))
    }

    /// Where a slow command waits that comes now.
    pub(crate) fn gate(&self) -> Gate {
        self.gate.clone()
    }

    /// Lets the slow commands go that wait now.
    pub(crate) fn release(&mut self) {
        self.gate.open();
        self.gate = Gate::default();
    }
}

impl Drop for CommandBook {
    /// Nothing waits for a gate that nobody can open any more.
    fn drop(&mut self) {
        self.gate.open();
    }
}
