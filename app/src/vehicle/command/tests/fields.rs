use super::*;
use crate::vehicle::value::Location;

fn limit_of(active: f64) -> String {
    let limits = Value::ChargeLimits {
        active: Some(active),
        limits: Vec::new(),
    };
    let reading = test_car::reading("charge-chargelimits", limits, NOW, Some(minutes_ago(1)));
    controls_of(&view_of(vec![reading]))
}

#[test]
fn the_charge_limit_starts_where_the_car_has_it_and_the_slider_goes_with_it() {
    for (active, value) in [(80., "80"), (72.6, "73"), (30., "50"), (100., "100")] {
        let html = limit_of(active);
        let (number, slider) = (
            tag_of(&html, "set-charge-limit-percent"),
            tag_of(&html, "charge-limit-slider"),
        );
        for tag in [number, slider] {
            assert!(
                tag.contains(&format!("value=\"{value}\"")),
                "{active}: {tag}"
            );
            assert!(
                tag.contains(r#"min="50""#) && tag.contains(r#"max="100""#),
                "{tag}"
            );
        }
        assert!(
            number.contains(r#"data-number="charge-limit-slider""#),
            "{number}"
        );
        assert!(number.contains(r#"name="percent""#), "{number}");
        assert!(
            slider.contains(r#"data-number="set-charge-limit-percent""#),
            "{slider}"
        );
        assert!(
            !slider.contains(" name="),
            "only the number is sent: {slider}"
        );
    }
    for unknown in [f64::NAN, -1., 101.] {
        let html = limit_of(unknown);
        assert!(tag_of(&html, "set-charge-limit-percent").contains(r#"value="""#));
    }
}

#[test]
fn a_schedule_is_where_the_car_is_and_a_destination_is_not() {
    let place = |latitude, longitude| {
        let location = Value::Location(Location {
            latitude,
            longitude,
            heading: None,
            direction: None,
            is_last_parked: None,
        });
        test_car::reading("location-preciselocation", location, NOW, None)
    };
    let html = controls_of(&view_of(vec![place(48.137, -11.575)]));
    for form in ["daily", "weekly", "workweek"] {
        let tag = tag_of(&html, &format!("create-{form}-schedule-latitude"));
        assert!(tag.contains(r#"value="48.13700""#), "{tag}");
        let tag = tag_of(&html, &format!("create-{form}-schedule-longitude"));
        assert!(tag.contains(r#"value="-11.57500""#), "{tag}");
    }
    assert!(tag_of(&html, "set-destination-latitude").contains(r#"value="""#));

    let html = controls_of(&view_of(vec![place(f64::NAN, 1e300)]));
    assert!(tag_of(&html, "create-daily-schedule-latitude").contains(r#"value="""#));
}

#[test]
fn every_field_of_a_schedule_has_its_name_and_label() {
    use crate::vehicle::command::schedule_fields::{DAILY, DAYS, WEEKDAYS, WEEKENDS, start, stop};

    let html = controls_of(&view());
    for (command, windows, is_required) in [
        (CommandName::CreateDailySchedule, vec![DAILY], true),
        (CommandName::CreateWeeklySchedule, DAYS.to_vec(), false),
        (
            CommandName::CreateWorkweekSchedule,
            vec![WEEKDAYS, WEEKENDS],
            false,
        ),
    ] {
        let form = form_of(&html, command);
        assert_eq!(form.matches(r#"type="time""#).count(), windows.len() * 2);
        for field in windows
            .into_iter()
            .flat_map(|window| [start(window), stop(window)])
        {
            let id = format!("{}-{field}", command.as_str());
            let tag = tag_of(form, &id);
            assert!(tag.contains(&format!("name=\"{field}\"")), "{tag}");
            assert_eq!(tag.contains("required"), is_required, "{tag}");
            assert!(form.contains(&format!("<label for=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn a_schedule_is_deleted_by_its_id_whatever_that_is() {
    let mut view = view();
    view.commands.schedules = vec![schedule(HOSTILE, HOSTILE), schedule("two", "Weekly")];
    let html = controls_of(&view);
    assert!(!html.contains("<script"), "{html}");
    let form = form_of(&html, CommandName::DeleteSchedule);
    assert!(form.contains(r#"name="schedule" value="&quot;"#), "{form}");
    assert!(html.contains(r#"name="schedule" value="two""#), "{html}");
    assert!(html.contains("2 made through Smartcar"), "{html}");
}
