//! What is asked of a car: the forms, what becomes of it, and what was asked before.

mod action_words;
mod alert;
mod control;
mod field;
pub mod form;
mod history;
pub mod model;
mod outcome;
mod page_facts;
mod press;
mod refusal;
pub mod schedule_fields;
mod steps;
mod strip;

pub(super) use alert::alert;
pub(super) use control::{controls, destination, schedules};
pub(super) use history::history;
pub(super) use strip::strip;

#[cfg(test)]
mod tests;
