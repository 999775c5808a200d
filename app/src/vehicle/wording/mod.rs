//! Values in words: numbers, quantities, places, instants, ages, reasons. Nothing here knows which
//! signal it is about.

pub(crate) mod age;
pub(super) mod condition;
pub(super) mod coordinates;
pub(crate) mod instant;
pub(super) mod number;
pub(crate) mod place;
pub(crate) mod plain;
pub(super) mod quantity;
