use std::collections::BTreeMap;

use time::{Duration, macros::datetime};

use super::*;
use crate::vehicle::{
    command::{
        form::{CommandName, Mistake, RejectedForm},
        model::{Action, CommandReport, Commands, Progress},
    },
    reading::Reading,
    test_car,
    value::Value,
};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn view_of(readings: Vec<Reading>) -> CarView {
    CarView {
        car: test_car::car(readings),
        commands: Commands {
            reports: Vec::new(),
            has_older: false,
            form_key: "key-1".to_owned(),
            schedules: Vec::new(),
        },
        rejected: None,
        notices: Vec::new(),
        now: NOW,
    }
}

#[test]
fn a_form_gets_a_newer_key_with_the_next_command_or_after_minutes() {
    let locked = test_car::reading("closure-islocked", Value::Flag(true), NOW, None);
    let mut view = view_of(vec![locked]);
    view.car.permissions = vec!["control_security".to_owned()];
    let shown = page(&view);
    assert!(
        shown
            .parts
            .iter()
            .flatten()
            .any(|part| part.contains("key-1"))
    );
    "key-2".clone_into(&mut view.commands.form_key);
    let parts = |view: &CarView| page(view).without(&shown.marks.join(",")).parts;
    assert!(parts(&view).iter().all(Option::is_none));

    let has_newer_key = |view: &CarView| {
        parts(view)
            .iter()
            .flatten()
            .any(|part| part.contains("key-2"))
    };
    view.now = NOW + Duration::minutes(5);
    assert!(has_newer_key(&view));
    view.now = NOW;
    view.commands.reports = vec![lock()];
    assert!(has_newer_key(&view));
}

fn lock() -> CommandReport {
    CommandReport {
        id: "1".to_owned(),
        action: Action::Lock,
        asked_at: NOW,
        progress: Progress::Seen { at: NOW },
        request_id: None,
    }
}

#[test]
fn the_parts_are_always_as_many() {
    let silent = view_of(Vec::new());
    let locked = test_car::reading("closure-islocked", Value::Flag(true), NOW, None);
    let mut asked = view_of(vec![locked]);
    asked.commands.reports = vec![CommandReport {
        progress: Progress::Asked,
        ..lock()
    }];
    asked.rejected = Some(RejectedForm {
        command: Some(CommandName::Lock),
        mistake: Mistake::Busy,
        values: BTreeMap::new(),
    });
    let (silent, asked) = (page(&silent), page(&asked));

    assert_eq!(silent.parts.len(), asked.parts.len());
    let [silent, asked] = [silent, asked].map(|page| {
        let parts = page.parts.into_iter().flatten();
        parts.collect::<Vec<_>>()
    });
    assert!(!silent[0].contains("data-waiting"));
    assert!(asked[0].contains("data-waiting"));
    assert!(!silent[1].contains("role=\"alert\""));
    assert!(asked[1].contains("role=\"alert\""));
    for page in [silent, asked] {
        assert_eq!(page.concat().matches("Ask the car").count(), 1);
    }
}
