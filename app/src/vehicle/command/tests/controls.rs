use super::*;

#[test]
fn every_command_is_a_plain_form_to_the_page_of_the_car() {
    let mut view = view();
    view.commands.schedules = vec![schedule("sched_1", "Every day, 01:00 to 05:00")];
    let html = controls_of(&view);
    for command in CommandName::ALL {
        let form = form_of(&html, command);
        assert!(
            form.contains(r#"method="post" action="/vehicle/f00d""#),
            "{form}"
        );
        assert!(form.contains(r#"name="key" value="form-key""#), "{form}");
        assert_eq!(form.matches("<button").count(), 1, "{form}");
        assert!(!form.contains("disabled"), "{form}");
    }
    assert_eq!(html.matches("<form").count(), CommandName::ALL.len());
    assert!(!html.contains(" style="), "{html}");
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let distinct: std::collections::HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "{ids:?}");
}

#[test]
fn unlocking_asks_once_more_and_locking_does_not() {
    let html = controls_of(&view());
    let unlock = form_of(&html, CommandName::Unlock);
    assert!(
        unlock.contains(r#"name="confirmed" value="yes""#),
        "{unlock}"
    );
    let before_lock = html.split(r#"value="lock""#).next().unwrap_or_default();
    assert!(!before_lock.contains("<details"), "{before_lock}");
    let before_unlock = html.split(r#"value="unlock""#).next().unwrap_or_default();
    assert!(before_unlock.contains("<details"), "{before_unlock}");
    assert!(!form_of(&html, CommandName::Lock).contains("confirmed"));
}

#[test]
fn the_button_of_what_the_car_says_already_is_the_quiet_one() {
    const LOCKED: &str = "closure-islocked";

    for (readings, lock, unlock) in [
        (
            vec![flag(LOCKED, 1, true)],
            "button button-quiet",
            "button button-primary",
        ),
        (
            vec![flag(LOCKED, 1, false)],
            "button button-primary",
            "button button-quiet",
        ),
        // Old: nobody knows any more.
        (vec![flag(LOCKED, 61, true)], "button", "button"),
        (Vec::new(), "button", "button"),
    ] {
        let html = controls_of(&view_of(readings));
        assert!(tag_before(&html, "Lock</button>").contains(&format!("class=\"{lock}\"")));
        assert!(tag_before(&html, "Unlock</summary>").contains(&format!("class=\"{unlock}\"")));
    }
}

#[test]
fn a_car_at_the_cable_is_to_be_charged_and_one_that_charges_to_be_stopped() {
    const PLUGGED: &str = "charge-ischargingcableconnected";

    for (is_charging, start, stop) in [
        (false, "button-primary", "button-quiet"),
        (true, "button-quiet", "button-primary"),
    ] {
        let readings = vec![
            flag(PLUGGED, 1, true),
            flag("charge-ischarging", 1, is_charging),
        ];
        let html = controls_of(&view_of(readings));
        assert!(
            tag_before(&html, "Start charging</button>").contains(start),
            "{html}"
        );
        assert!(
            tag_before(&html, "Stop charging</button>").contains(stop),
            "{html}"
        );
    }
}

#[test]
fn where_there_is_no_plug_nothing_charges() {
    for (powertrain, has_plug) in [
        (Some("ICE"), false),
        (Some("mhev"), false),
        (Some("BEV"), true),
        (Some("PHEV"), true),
        (Some("FCEV"), true),
        (None, true),
    ] {
        let mut view = view();
        view.car.vehicle.powertrain_type = powertrain.map(str::to_owned);
        let html = controls_of(&view);
        for charging in [
            "Start charging",
            "Set limit",
            "Open charge port",
            "Add daily",
        ] {
            assert_eq!(
                html.contains(charging),
                has_plug,
                "{powertrain:?} {charging}"
            );
        }
        assert!(html.contains("Lock") && html.contains("Send a destination"));
    }
}

#[test]
fn what_is_not_allowed_has_the_way_to_allow_just_that() {
    for (missing, without, words) in [
        (
            "control_security",
            CommandName::ALL[..2].to_vec(),
            "lock and unlock it.",
        ),
        (
            "control_navigation",
            vec![CommandName::SetDestination],
            "send a destination",
        ),
        (
            "control_charge",
            CommandName::ALL
                .into_iter()
                .filter(|command| command.permission() == "control_charge")
                .collect(),
            "start, stop, limit and plan its charging.",
        ),
    ] {
        let mut view = view();
        view.car.permissions.retain(|granted| granted != missing);
        view.commands.schedules = vec![schedule("one", "Every day")];
        let html = controls_of(&view);
        assert!(
            html.contains(&format!("You have not allowed Carport to {words}")),
            "{html}"
        );
        let way = format!(
            r#"href="/login?vehicle=f00d&amp;permission={missing}" rel="external" class="button">Allow it</a>"#
        );
        assert_eq!(html.matches(&way).count(), 1, "{html}");
        for command in CommandName::ALL {
            let form = format!("value=\"{}\"", command.as_str());
            assert_eq!(
                html.contains(&form),
                !without.contains(&command),
                "{command:?}"
            );
        }
    }
}

#[test]
fn the_cost_is_said_and_from_when_on_it_can_be_paid() {
    let mut view = view();
    let html = controls_of(&view);
    assert!(html.contains("Costs a request, as a Refresh does, and up to three more"));
    view.car.allowance.possible_at = Some(NOW + Duration::minutes(4));
    let html = controls_of(&view);
    assert!(
        html.contains("The next request is possible in 4 minutes."),
        "{html}"
    );
}
