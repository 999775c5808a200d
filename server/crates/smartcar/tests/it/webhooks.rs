//! What is delivered, good and bad.

mod bad_input;
mod corpus;
mod meaning;
mod shapes;
mod signature;
mod spelling;
