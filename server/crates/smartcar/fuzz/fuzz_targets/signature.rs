#![no_main]

#[path = "invariants/signature.rs"]
mod signature;

libfuzzer_sys::fuzz_target!(|input: &[u8]| signature::check(input));
