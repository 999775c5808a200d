//! Values in words: numbers, quantities, places, instants, ages, reasons. Nothing here knows which
//! signal it is about.

pub(crate) mod age;
pub(crate) mod condition;
pub(crate) mod coordinates;
pub(crate) mod instant;
pub(crate) mod number;
pub(crate) mod place;
pub(crate) mod plain;
pub(crate) mod quantity;
