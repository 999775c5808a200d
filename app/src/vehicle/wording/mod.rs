//! Values in words: numbers, quantities, places, instants, ages, reasons. Nothing here knows which
//! signal it is about.

pub(super) mod age;
pub(super) mod condition;
pub(super) mod coordinates;
pub(super) mod instant;
pub(super) mod number;
pub(super) mod place;
pub(super) mod plain;
pub(super) mod quantity;
