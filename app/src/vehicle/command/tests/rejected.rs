use super::*;

fn alert_of(view: &CarView) -> String {
    markup(super::super::alert(view.rejected.as_ref()))
}

/// Every mistake that is of a field, with its form and field.
fn of_a_field() -> Vec<(CommandName, Mistake, &'static str, &'static str)> {
    let field = |field: &str| field.to_owned();
    vec![
        (
            CommandName::SetChargeLimit,
            Mistake::ChargeLimit,
            "percent",
            "Charge limit",
        ),
        (
            CommandName::SetChargeLimit,
            Mistake::Missing {
                field: field("percent"),
            },
            "percent",
            "Charge limit",
        ),
        (
            CommandName::SetDestination,
            Mistake::Latitude,
            "latitude",
            "Latitude",
        ),
        (
            CommandName::SetDestination,
            Mistake::Longitude,
            "longitude",
            "Longitude",
        ),
        (
            CommandName::CreateDailySchedule,
            Mistake::Latitude,
            "latitude",
            "Latitude",
        ),
        (
            CommandName::CreateDailySchedule,
            Mistake::TimeOfDay {
                field: field("daily-start"),
            },
            "daily-start",
            "Every day, from",
        ),
        (
            CommandName::CreateWeeklySchedule,
            Mistake::EndsAsItBegins {
                field: field("sunday-stop"),
            },
            "sunday-stop",
            "Sunday, until",
        ),
        (
            CommandName::CreateWorkweekSchedule,
            Mistake::EndsBeforeItBegins {
                field: field("weekdays-stop"),
            },
            "weekdays-stop",
            "Monday to Friday, until",
        ),
        (
            CommandName::CreateWorkweekSchedule,
            Mistake::Missing {
                field: field("weekends-start"),
            },
            "weekends-start",
            "Saturday and Sunday, from",
        ),
    ]
}

#[test]
fn a_mistake_stands_at_its_field_and_at_the_top_with_the_way_to_it() {
    for (command, mistake, field, label) in of_a_field() {
        let message = mistake.to_string();
        let id = format!("{}-{field}", command.as_str());
        let view = rejected(Some(command), mistake, &[(field, HOSTILE)]);

        let alert = alert_of(&view);
        assert!(alert.contains(r#"role="alert""#), "{alert}");
        let way = format!("<a href=\"#{id}\" rel=\"external\">{label}</a>: {message}");
        assert!(alert.contains(&way), "{alert}");

        let html = controls_of(&view);
        let tag = tag_of(&html, &id);
        assert!(tag.contains(r#"aria-invalid="true""#), "{tag}");
        assert!(
            tag.contains(&format!("aria-describedby=\"{id}-mistake\"")),
            "{tag}"
        );
        assert!(
            tag.contains(r#"value="&quot;"#),
            "what was filled in is kept: {tag}"
        );
        assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
        assert_eq!(html.matches(&message).count(), 1, "{html}");
        assert!(!html.contains("<script"), "{html}");
        let has_fold = command != CommandName::SetChargeLimit;
        assert_eq!(open_folds(&html), usize::from(has_fold), "{html}");
    }
}

#[test]
fn all_that_was_filled_in_is_shown_again_and_only_in_its_form() {
    let values = [
        ("latitude", "1.5"),
        ("longitude", "2.5"),
        ("monday-start", "08:00"),
        ("monday-stop", "07:00"),
        ("unknown", "never shown"),
    ];
    let mistake = Mistake::EndsBeforeItBegins {
        field: "monday-stop".to_owned(),
    };
    let html = controls_of(&rejected(
        Some(CommandName::CreateWeeklySchedule),
        mistake,
        &values,
    ));
    let form = form_of(&html, CommandName::CreateWeeklySchedule);
    for (field, value) in &values[..4] {
        let tag = tag_of(form, &format!("create-weekly-schedule-{field}"));
        assert!(tag.contains(&format!("value=\"{value}\"")), "{tag}");
    }
    assert!(!html.contains("never shown"));
    assert!(!form_of(&html, CommandName::SetDestination).contains("1.5"));
    assert!(!form_of(&html, CommandName::CreateDailySchedule).contains("1.5"));
}

#[test]
fn a_mistake_of_no_field_is_an_alert_alone() {
    for (command, mistake) in [
        (Some(CommandName::Lock), Mistake::Busy),
        (Some(CommandName::Unlock), Mistake::OldPage),
        (Some(CommandName::StartCharging), Mistake::PressedBefore),
        (Some(CommandName::StopCharging), Mistake::NotAllowed),
        (Some(CommandName::DeleteSchedule), Mistake::ScheduleGone),
        (None, Mistake::Malformed),
        (None, Mistake::ChargeLimit),
    ] {
        let message = mistake.to_string();
        let view = rejected(command, mistake, &[("percent", "7")]);
        let alert = alert_of(&view);
        assert!(alert.contains(&format!("<p>{message}</p>")), "{alert}");
        let html = controls_of(&view);
        assert!(!html.contains("aria-invalid"), "{html}");
        assert_eq!(open_folds(&html), 0, "{html}");
    }
    assert_eq!(alert_of(&view()), "");
}

#[test]
fn what_was_to_be_confirmed_is_open_to_be_confirmed() {
    let view = rejected(Some(CommandName::Unlock), Mistake::NotConfirmed, &[]);
    let html = controls_of(&view);
    let before = html.split(r#"value="unlock""#).next().unwrap_or_default();
    assert_eq!(open_folds(before), 1, "{before}");
    assert!(alert_of(&view).contains("Unlocking asks once more."));
}

#[test]
fn a_schedule_without_a_window_is_open_again() {
    let view = rejected(
        Some(CommandName::CreateWeeklySchedule),
        Mistake::NoWindow,
        &[("latitude", "1"), ("longitude", "2")],
    );
    let html = controls_of(&view);
    assert_eq!(open_folds(&html), 1, "{html}");
    assert!(alert_of(&view).contains("<p>Give at least one start and end.</p>"));
}

#[test]
fn a_field_that_is_none_of_ours_is_named_nowhere() {
    let mistake = Mistake::Missing {
        field: HOSTILE.to_owned(),
    };
    let view = rejected(
        Some(CommandName::SetDestination),
        mistake,
        &[(HOSTILE, "x")],
    );
    let alert = alert_of(&view);
    assert!(
        !alert.contains("<a") && !alert.contains("script"),
        "{alert}"
    );
    assert!(!controls_of(&view).contains("script"));
}
