//! The corpus of the fuzz targets: what is true of any bytes is true of these, on every run.

use std::{fs, path::Path};

#[path = "../../../fuzz/fuzz_targets/invariants/mod.rs"]
mod invariants;

/// Runs a target's check over its part of the corpus.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let mut count = 0;
    for file in fs::read_dir(folder.join(target)).unwrap() {
        let path = file.unwrap().path();
        let input = fs::read(&path).unwrap();
        let outcome = std::panic::catch_unwind(|| check(&input));
        assert!(outcome.is_ok(), "{}", path.display());
        count += 1;
    }
    assert!(count >= 20, "there are only {count} files");
}

#[test]
fn of_the_event_decoder() {
    replay("event", invariants::event::check);
}

#[test]
fn of_the_signature() {
    replay("signature", invariants::signature::check);
}

pub(super) use invariants::{event::check as check_event, signature::check as check_signature};
