use super::*;
use crate::vehicle::command::model::Repeats;

fn history_of(view: &CarView) -> String {
    markup(super::super::history(view))
}

#[test]
fn each_action_has_words_of_its_own() {
    let schedule = |repeats| Action::CreateChargeSchedule {
        repeats,
        windows: vec!["Monday 08:00 to 10:00".to_owned(), HOSTILE.to_owned()],
    };
    let actions = [
        (Action::Lock, "Locking"),
        (Action::Unlock, "Unlocking"),
        (Action::StartCharging, "Starting to charge"),
        (Action::StopCharging, "Stopping the charge"),
        (
            Action::SetChargeLimit { percent: 80 },
            "Charge limit to 80 %",
        ),
        (Action::OpenChargePort, "Opening the charge port"),
        (Action::CloseChargePort, "Closing the charge port"),
        (
            Action::SetDestination {
                latitude: 48.137,
                longitude: -11.575,
            },
            "Destination 48.13700° N, 11.57500° W",
        ),
        (
            schedule(Repeats::Daily),
            "Daily charge schedule: Monday 08:00 to 10:00, ",
        ),
        (schedule(Repeats::Weekly), "Weekly charge schedule: "),
        (
            schedule(Repeats::Workweek),
            "Charge schedule for workdays and weekends: ",
        ),
        (Action::DeleteChargeSchedule, "Deleting a charge schedule"),
        (Action::Unreadable, "Something that a newer Carport asked"),
    ];
    let reports = actions
        .iter()
        .map(|(action, _)| report(action.clone(), Progress::Seen { at: NOW }))
        .collect();
    let html = history_of(&after(reports));
    let mut rest = html.as_str();
    for (_, words) in &actions {
        let Some((_, after)) = rest.split_once(&format!("<strong>{words}")) else {
            panic!("{words} in {rest}");
        };
        rest = after;
    }
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn it_says_what_when_what_became_of_it_and_what_support_wants_to_know() {
    let html = history_of(&after(vec![report(
        Action::Lock,
        Progress::Refused {
            at: NOW,
            refusal: refusal(Condition::NotNow, "VEHICLE_STATE", "TRUNK_OPEN"),
        },
    )]));
    for fact in [
        "What was asked before (1)",
        r#"<time datetime="2026-11-23T11:57:00Z">23 November 2026, 11:57 UTC</time>, 3 minutes ago"#,
        "The trunk is open. Close it, then ask again.",
        "<code>VEHICLE_STATE:TRUNK_OPEN</code>",
        "<code>request-id</code>",
        "<code>command-id</code>",
    ] {
        assert!(html.contains(fact), "{fact} in {html}");
    }
    assert!(!html.contains("The last"), "{html}");
}

#[test]
fn it_says_when_it_is_not_all_of_it() {
    let mut view = after(vec![report(Action::Lock, Progress::Seen { at: NOW }); 50]);
    view.commands.has_older = true;
    let html = history_of(&view);
    assert!(
        html.contains("What was asked before (50 and more)"),
        "{html}"
    );
    assert!(
        html.contains("The last 50. What is older is kept, and not shown."),
        "{html}"
    );
    assert_eq!(html.matches("<li id=\"asked-").count(), 50);
    assert_eq!(history_of(&super::view()), "");
}
