use std::collections::BTreeMap;

use time::macros::datetime;

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
            form_key: String::new(),
            schedules: Vec::new(),
        },
        rejected: None,
        notices: Vec::new(),
        now: NOW,
    }
}

#[test]
fn the_parts_are_always_as_many() {
    let silent = view_of(Vec::new());
    let locked = test_car::reading("closure-islocked", Value::Flag(true), NOW, None);
    let mut asked = view_of(vec![locked]);
    asked.commands.reports = vec![CommandReport {
        id: String::new(),
        action: Action::Lock,
        asked_at: NOW,
        progress: Progress::Asked,
        request_id: None,
    }];
    asked.rejected = Some(RejectedForm {
        command: Some(CommandName::Lock),
        mistake: Mistake::Busy,
        values: BTreeMap::new(),
    });
    let (silent, asked) = (page(&silent), page(&asked));

    assert_eq!(silent.parts.len(), asked.parts.len());
    assert!(!silent.parts[0].contains("data-waiting"));
    assert!(asked.parts[0].contains("data-waiting"));
    assert!(!silent.parts[1].contains("role=\"alert\""));
    assert!(asked.parts[1].contains("role=\"alert\""));
    for page in [silent, asked] {
        assert_eq!(page.parts.concat().matches("Ask the car").count(), 1);
    }
}
