//! What an event can say.

use proptest::{collection::vec, option, prelude::*, sample::select};

/// A signal's group, name and code.
pub(super) type Name = (&'static str, &'static str, &'static str);

pub(super) const CHARGE: Name = (
    "TractionBattery",
    "StateOfCharge",
    "tractionbattery-stateofcharge",
);
pub(super) const LOCKED: Name = ("Closure", "IsLocked", "closure-islocked");
pub(super) const DISTANCE: Name = ("Odometer", "TraveledDistance", "odometer-traveleddistance");

#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) id: String,
    pub(super) user: String,
    pub(super) vehicle: String,
    pub(super) year: Option<u16>,
    pub(super) mode: &'static str,
    pub(super) signals: Vec<Said>,
    pub(super) troubles: Vec<Trouble>,
    /// The first delivery, or what has changed.
    pub(super) triggers: Vec<Option<Name>>,
    /// In milliseconds, as all instants here.
    pub(super) delivered_at: Option<i64>,
    pub(super) sequence: Option<i64>,
}

#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) name: Name,
    pub(super) outcome: Outcome,
    pub(super) oem_updated_at: Option<i64>,
    pub(super) retrieved_at: Option<i64>,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Number(u32),
    Flag(bool),
    Error(&'static str, Option<&'static str>),
    Unavailable,
}

#[derive(Clone, Debug)]
pub(super) struct Trouble {
    pub(super) kind: &'static str,
    pub(super) is_over: bool,
    pub(super) signals: Option<Vec<Name>>,
}

fn name() -> impl Strategy<Value = Name> {
    select(vec![CHARGE, LOCKED, DISTANCE])
}

/// From 1973, as far back as milliseconds can be told from seconds, to 2100. Some are whole seconds.
fn instant() -> impl Strategy<Value = Option<i64>> {
    let milliseconds = 100_000_000_000_i64..4_102_444_800_000;
    let seconds = (100_000_000_i64..4_102_444_800).prop_map(|seconds| seconds * 1000);
    option::of(prop_oneof![milliseconds, seconds])
}

fn said() -> impl Strategy<Value = Said> {
    let outcome =
        (name(), any::<u16>(), any::<bool>(), 0..6_u8).prop_map(|(name, number, flag, kind)| {
            match kind {
                0 => (name, Outcome::Unavailable),
                1 => (name, Outcome::Error("PERMISSION", None)),
                2 => (name, Outcome::Error("VEHICLE_STATE", Some("ASLEEP"))),
                _ if name == LOCKED => (name, Outcome::Flag(flag)),
                // A share without a unit is another matter.
                _ => (name, Outcome::Number(u32::from(number) + 2)),
            }
        });
    (outcome, instant(), instant()).prop_map(|((name, outcome), oem_updated_at, retrieved_at)| {
        Said {
            name,
            outcome,
            oem_updated_at,
            retrieved_at,
        }
    })
}

fn trouble() -> impl Strategy<Value = Trouble> {
    let kind = select(vec!["PERMISSION", "VEHICLE_STATE", "COMPATIBILITY"]);
    let signals = option::of(vec(name(), 0..3));
    (kind, any::<bool>(), signals).prop_map(|(kind, is_over, signals)| Trouble {
        kind,
        is_over,
        signals,
    })
}

prop_compose! {
    pub(super) fn meaning()(
        id in "[a-z0-9-]{1,36}",
        user in "[^\\x00]{1,10}",
        vehicle in "[^\\x00]{1,10}",
        year in option::of(1990..2100_u16),
        mode in select(vec!["live", "test", "simulated"]),
        signals in vec(said(), 0..4),
        troubles in vec(trouble(), 0..3),
        triggers in vec(option::of(name()), 0..3),
        delivered_at in instant(),
        sequence in option::of(any::<i64>()),
    ) -> Meaning {
        Meaning {
            id, user, vehicle, year, mode, signals, troubles, triggers, delivered_at, sequence,
        }
    }
}
