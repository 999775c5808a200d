//! The program `carport`.

fn main() {}
