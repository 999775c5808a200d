//! The program `smartcar-simulator`.

fn main() {}
