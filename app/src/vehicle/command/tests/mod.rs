//! What is asked of a car, as markup: a car to order, and the facts of its page.

mod controls;
mod fields;
mod history;
mod rejected;
mod strip;
mod waiting;

use std::collections::BTreeMap;

use leptos::prelude::*;
use time::{Duration, OffsetDateTime, macros::datetime};

use super::{
    form::{CommandName, Mistake, RejectedForm},
    model::{Action, CommandReport, Commands, DeletableSchedule, Progress, Refusal},
};
use crate::vehicle::{
    car::CarView,
    model::VehicleId,
    reading::{Condition, Reading},
    test_car,
    value::Value,
};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);
const HOSTILE: &str = "\"'></code><script>alert(1)</script>&";

fn minutes_ago(minutes: i64) -> OffsetDateTime {
    NOW - Duration::minutes(minutes)
}

/// The page of a car of which everything is allowed.
fn view_of(readings: Vec<Reading>) -> CarView {
    let mut car = test_car::car(readings);
    car.vehicle.id = VehicleId("f00d".to_owned());
    car.permissions = ["control_security", "control_charge", "control_navigation"]
        .map(str::to_owned)
        .into();
    CarView {
        car,
        commands: Commands {
            reports: Vec::new(),
            has_older: false,
            form_key: "form-key".to_owned(),
            schedules: Vec::new(),
        },
        rejected: None,
        notices: Vec::new(),
        now: NOW,
    }
}

fn view() -> CarView {
    view_of(Vec::new())
}

/// The page after these were asked, the newest first.
fn after(reports: Vec<CommandReport>) -> CarView {
    let mut view = view();
    view.commands.reports = reports;
    view
}

/// Something asked three minutes ago.
fn report(action: Action, progress: Progress) -> CommandReport {
    CommandReport {
        id: "command-id".to_owned(),
        action,
        asked_at: minutes_ago(3),
        progress,
        request_id: Some("request-id".to_owned()),
    }
}

fn refusal(condition: Condition, error_type: &str, code: &str) -> Refusal {
    Refusal {
        condition,
        error_type: Some(error_type.to_owned()),
        code: Some(code.to_owned()),
    }
}

/// The page that answers a form.
fn rejected(command: Option<CommandName>, mistake: Mistake, values: &[(&str, &str)]) -> CarView {
    let values: BTreeMap<String, String> = values
        .iter()
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
        .collect();
    CarView {
        rejected: Some(RejectedForm {
            command,
            mistake,
            values,
        }),
        ..view()
    }
}

fn schedule(id: &str, description: &str) -> DeletableSchedule {
    DeletableSchedule {
        id: id.to_owned(),
        description: description.to_owned(),
    }
}

fn flag(code: &str, minutes: i64, flag: bool) -> Reading {
    test_car::reading(code, Value::Flag(flag), NOW, Some(minutes_ago(minutes)))
}

/// All that can be asked.
fn controls_of(view: &CarView) -> String {
    [
        super::controls(view),
        super::destination(view),
        super::schedules(view),
    ]
    .map(markup)
    .concat()
}

/// Without the marks by which the browser's module finds its places.
fn markup(view: AnyView) -> String {
    view.to_html()
        .replace("<!>", "")
        .replace("<!--<() />-->", "")
        .replace('\u{202f}', " ")
}

/// The opening tag that ends in this text.
fn tag_before<'html>(html: &'html str, text: &str) -> &'html str {
    let end = html
        .find(text)
        .unwrap_or_else(|| panic!("{text} in {html}"));
    let start = html[..end].rfind('<').expect("a tag before it");
    &html[start..end]
}

/// The tag with this id.
fn tag_of<'html>(html: &'html str, id: &str) -> &'html str {
    let place = html
        .find(&format!("id=\"{id}\""))
        .unwrap_or_else(|| panic!("{id} in {html}"));
    let start = html[..place].rfind('<').expect("a tag around it");
    let end = place + html[place..].find('>').expect("an end of the tag");
    &html[start..=end]
}

/// The form of this command.
fn form_of(html: &str, command: CommandName) -> &str {
    let mark = format!("name=\"command\" value=\"{}\"", command.as_str());
    html.split("<form")
        .skip(1)
        .filter_map(|rest| rest.split("</form>").next())
        .find(|form| form.contains(&mark))
        .unwrap_or_else(|| panic!("{mark} in {html}"))
}

/// How many folds are open.
fn open_folds(html: &str) -> usize {
    html.split("<details")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| tag.contains(" open"))
        .count()
}
