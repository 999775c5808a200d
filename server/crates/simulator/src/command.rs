//! Commands to a car (reference 5).

mod answer;
mod book;
mod effect;
mod execution;
mod kind;
mod obstacle;
mod parameters;
mod scenario;
mod schedule_parameters;

pub use answer::ErrorShape;
pub(crate) use answer::{Answer, LostWhen, Slow};
pub(crate) use book::{CommandBook, CommandEntry, Conclusion};
pub(crate) use effect::Effect;
pub(crate) use execution::Execution;
pub(crate) use kind::CommandKind;
pub(crate) use obstacle::obstacle_of;
pub(crate) use parameters::{Parameters, read_parameters};
pub(crate) use scenario::{Scenario, Seen};
