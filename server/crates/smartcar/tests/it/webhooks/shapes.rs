//! An event says the same however it is written.

use proptest::{collection::vec, prelude::*};
use smartcar::{
    SignalCode,
    signals::{Body, SignalStatus},
    webhooks::{ErrorState, Event, TriggerKind},
};
use time::OffsetDateTime;

use super::{
    meaning::{Meaning, Name, Outcome, Said, meaning},
    spelling::Spelling,
};

fn instant(milliseconds: Option<i64>) -> Option<OffsetDateTime> {
    let nanoseconds = i128::from(milliseconds?) * 1_000_000;
    Some(OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap())
}

fn code((_, _, code): Name) -> SignalCode {
    SignalCode::new(code)
}

fn assert_says(event: &Event, meaning: &Meaning) {
    assert_eq!(event.id.as_ref().unwrap().as_str(), meaning.id);
    assert_eq!(event.user.as_ref().unwrap().as_str(), meaning.user);
    let vehicle = event.vehicle.as_ref().unwrap();
    assert_eq!(vehicle.id.as_str(), meaning.vehicle);
    assert_eq!(vehicle.attributes.make.as_deref(), Some("TESLA"));
    assert_eq!(vehicle.attributes.year, meaning.year);
    assert_eq!(event.mode.as_ref().unwrap().as_str(), meaning.mode);
    assert_eq!(event.is_test(), meaning.mode == "test");
    assert_eq!(event.delivered_at, instant(meaning.delivered_at));
    assert_eq!(event.sequence, meaning.sequence);

    assert_eq!(event.unreadable_signals, 0);
    assert_eq!(event.signals.len(), meaning.signals.len());
    for (signal, said) in event.signals.iter().zip(&meaning.signals) {
        assert_eq!(signal.code, code(said.name));
        assert_eq!(signal.oem_updated_at, instant(said.oem_updated_at));
        assert_eq!(signal.retrieved_at, instant(said.retrieved_at));
        assert_outcome(&signal.status, signal.body.as_ref(), said);
    }

    assert_eq!(event.errors.len(), meaning.troubles.len());
    for (error, trouble) in event.errors.iter().zip(&meaning.troubles) {
        assert_eq!(error.error.error_type.as_deref(), Some(trouble.kind));
        assert_eq!(error.state == ErrorState::Resolved, trouble.is_over);
        assert_eq!(error.state == ErrorState::Error, !trouble.is_over);
        let named = trouble.signals.as_ref();
        let named = named.map(|names| names.iter().map(|name| code(*name)).collect());
        assert_eq!(error.signals, named);
    }

    assert_eq!(event.triggers.len(), meaning.triggers.len());
    for (trigger, expected) in event.triggers.iter().zip(&meaning.triggers) {
        let is_first = trigger.kind == TriggerKind::FirstDelivery;
        assert_eq!(is_first, expected.is_none());
        assert_eq!(trigger.signal, expected.map(code));
    }
    assert_eq!(event.is_first_delivery(), meaning.triggers.contains(&None));
}

fn assert_outcome(status: &SignalStatus, body: Option<&Body>, said: &Said) {
    match (&said.outcome, status, body) {
        (Outcome::Number(number), SignalStatus::Success, Some(Body::Number(quantity))) => {
            assert!((quantity.value - f64::from(*number)).abs() < f64::EPSILON);
        }
        (Outcome::Flag(flag), SignalStatus::Success, Some(Body::Flag(said))) => {
            assert_eq!(flag, said);
        }
        (Outcome::Error(kind, code), SignalStatus::Error(error), None) => {
            assert_eq!(error.error_type.as_deref(), Some(*kind));
            assert_eq!(error.code.as_deref(), *code);
        }
        (Outcome::Unavailable, SignalStatus::Unavailable, None) => {}
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn a_meaning_survives_each_of_its_spellings(
        meaning in meaning(),
        choices in vec(vec(any::<u8>(), 1..64), 3),
    ) {
        for choices in choices {
            let event = Spelling::of(choices).event(&meaning);
            assert_says(&Event::decode(event.to_string().as_bytes()).unwrap(), &meaning);
        }
    }

    /// Whatever becomes of its bytes, it is an event or an error.
    #[test]
    fn no_damage_upsets_the_decoder(
        meaning in meaning(),
        choices in vec(any::<u8>(), 1..64),
        damages in vec((any::<prop::sample::Index>(), damage()), 1..6),
    ) {
        let mut body = Spelling::of(choices).event(&meaning).to_string().into_bytes();
        for (place, damage) in damages {
            let place = place.index(body.len() + 1);
            let end = (place + damage.removed).min(body.len());
            body.splice(place..end, damage.inserted);
        }
        super::corpus::check_event(&body);
    }
}

#[derive(Clone, Debug)]
struct Damage {
    removed: usize,
    inserted: Vec<u8>,
}

fn damage() -> impl Strategy<Value = Damage> {
    let parts = [
        "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e400", "\\u0000", "\\ud800",
    ];
    let inserted = prop_oneof![
        vec(any::<u8>(), 0..4),
        prop::sample::select(parts.to_vec()).prop_map(|part| part.as_bytes().to_vec()),
    ];
    (0..12_usize, inserted).prop_map(|(removed, inserted)| Damage { removed, inserted })
}
