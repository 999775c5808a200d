//! The charge schedules of a car that can be deleted: those that the car's own signal names, and
//! those that were made here and that it does not name yet.

use app::vehicle::{
    command::model::{DeletableSchedule, Repeats},
    value::{Entry, Fact},
};
use smartcar::{
    commands::Command,
    signals::{Body, ChargeTimer, Signal},
};

use super::action;
use crate::{
    garage::readings,
    storage::{CommandState, StoredCommand, StoredSignal},
};

/// The schedules, those of the car's signal first. `commands` are the newest of the ledger, newest
/// first.
pub(super) fn deletable(
    signals: &[StoredSignal],
    commands: &[StoredCommand],
) -> Vec<DeletableSchedule> {
    let mut schedules: Vec<DeletableSchedule> = timers(signals)
        .into_iter()
        .filter_map(|timer| {
            Some(DeletableSchedule {
                id: timer.schedule_id.clone()?,
                description: in_words(readings::charge_timer(timer)),
            })
        })
        .collect();
    let mut deleted = Vec::new();
    for stored in commands {
        let took_it = matches!(stored.state, CommandState::Accepted | CommandState::Seen);
        let command: Option<Command> = serde_json::from_str(&stored.command).ok();
        match (took_it, command) {
            (true, Some(Command::DeleteChargeSchedule(id))) => {
                deleted.push(id.as_str().to_owned());
            }
            (true, Some(Command::CreateChargeSchedule(schedule))) => {
                let Some(id) = stored.schedule_id.clone() else {
                    continue;
                };
                let is_known = schedules.iter().any(|known| known.id == id);
                // One that the car has shown and that its signal names no more is gone.
                if !is_known && stored.state == CommandState::Accepted {
                    let (repeats, windows) = action::windows(&schedule);
                    schedules.push(DeletableSchedule {
                        id,
                        description: format!("{}: {}", label(repeats), windows.join("; ")),
                    });
                }
            }
            _ => {}
        }
    }
    schedules.retain(|schedule| !deleted.contains(&schedule.id));
    schedules
}

const fn label(repeats: Repeats) -> &'static str {
    match repeats {
        Repeats::Daily => "Daily",
        Repeats::Weekly => "Weekly",
        Repeats::Workweek => "Workweek",
    }
}

fn timers(signals: &[StoredSignal]) -> Vec<ChargeTimer> {
    signals
        .iter()
        .filter(|signal| signal.code == "charge-chargetimers")
        .filter_map(|signal| serde_json::from_str(&signal.good.as_ref()?.json).ok())
        .filter_map(Signal::from_value)
        .find_map(|signal| match signal.body {
            Some(Body::ChargeTimers(timers)) => Some(timers),
            _ => None,
        })
        .unwrap_or_default()
}

fn in_words(entry: Entry) -> String {
    let facts: Vec<String> = entry
        .facts
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Text(label, text) => Some(format!("{} {text}", label.to_lowercase())),
            _ => None,
        })
        .collect();
    format!("{}: {}", entry.title, facts.join("; "))
}
