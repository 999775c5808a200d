//! What is asked of a car: the forms, what becomes of it, and what was asked before.

pub mod form;
pub mod model;
pub mod schedule_fields;
