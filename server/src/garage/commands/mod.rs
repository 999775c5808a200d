//! What is asked of a vehicle: from the pressed button to the vehicle's own signal (design 6).

mod confirmation;
mod form;
mod form_key;
mod handler;
mod looking;
mod press;
mod sending;
mod views;

pub(super) use confirmation::settle;
pub(crate) use handler::ask;
pub(super) use views::{commands, ledger};
