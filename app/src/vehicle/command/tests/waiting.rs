use super::*;

fn busy() -> CarView {
    after(vec![report(
        Action::StartCharging,
        Progress::Sent {
            since: minutes_ago(1),
        },
    )])
}

#[test]
fn while_the_car_is_busy_nothing_can_be_pressed_and_the_reason_is_beside() {
    let mut view = busy();
    view.commands.schedules = vec![schedule("one", "Every day")];
    let html = controls_of(&view);
    assert!(
        html.contains("The car is busy: starting to charge."),
        "{html}"
    );
    assert!(!html.contains("<summary"), "{html}");
    for button in html.split("<button").skip(1) {
        let tag = button.split('>').next().unwrap_or_default();
        assert!(tag.contains("disabled"), "{tag}");
        assert!(tag.contains("aria-describedby=\"ask-busy\""), "{tag}");
    }
    assert!(html.matches("<button").count() >= 11, "{html}");
    assert!(tag_of(&html, "set-charge-limit-percent").contains("disabled"));
    assert!(tag_of(&html, "charge-limit-slider").contains("disabled"));
}

#[test]
fn what_the_maker_has_taken_does_not_keep_the_car_busy() {
    let view = after(vec![report(
        Action::Lock,
        Progress::Accepted { since: NOW },
    )]);
    let html = controls_of(&view);
    assert!(!html.contains("disabled"), "{html}");
    assert!(
        html.contains(r#"id="ask-busy" class="ask-busy"></p>"#),
        "{html}"
    );
}

#[test]
fn what_was_filled_in_meanwhile_is_not_lost() {
    let mut view = rejected(
        Some(CommandName::SetDestination),
        Mistake::Busy,
        &[("latitude", "48.1"), ("longitude", "11.5")],
    );
    view.commands = busy().commands;
    let html = controls_of(&view);
    let form = form_of(&html, CommandName::SetDestination);
    assert!(form.contains(r#"value="48.1""#) && form.contains(r#"value="11.5""#));
    assert!(!form.contains("disabled"), "{form}");
    assert!(form_of(&html, CommandName::Lock).contains("disabled"));
}

#[test]
fn what_smartcar_said_this_car_cannot_is_said_below_the_button() {
    const NOTE: &str = "When it was last asked, Smartcar said that this car cannot.";

    let cannot = report(
        Action::OpenChargePort,
        Progress::Refused {
            at: NOW,
            refusal: refusal(Condition::Cannot, "COMPATIBILITY", "VEHICLE_NOT_CAPABLE"),
        },
    );
    let html = controls_of(&after(vec![cannot.clone()]));
    assert_eq!(html.matches(NOTE).count(), 1, "{html}");
    let form = form_of(&html, CommandName::OpenChargePort);
    assert!(form.contains(NOTE) && !form.contains("disabled"), "{form}");
    assert!(form.contains(r#"aria-describedby="open-charge-port-cannot""#));

    // It was asked again since, and that was another answer.
    let again = report(Action::OpenChargePort, Progress::Seen { at: NOW });
    let html = controls_of(&after(vec![again, cannot]));
    assert!(!html.contains(NOTE), "{html}");
}
