#![no_main]

#[path = "invariants/event/mod.rs"]
mod event;

libfuzzer_sys::fuzz_target!(|input: &[u8]| event::check(input));
