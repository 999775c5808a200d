//! Answers that go wrong on purpose.

mod apply;
mod book;
mod distortion;
mod dropped_connection;
mod gate;
mod kind;

pub(crate) use apply::{apply_faults, connection_of, drop_connection};
pub(crate) use book::{Fault, FaultBook, FaultOrder};
pub(crate) use dropped_connection::{DroppedConnection, SeverableConnection, SeverableListener};
pub(crate) use gate::Gate;
pub(crate) use kind::{FaultKind, StatusFault};
