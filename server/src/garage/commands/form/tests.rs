use proptest::prelude::*;
use serde_json::json;

use super::*;

fn read(body: &str) -> Result<Command, Mistake> {
    Form::read(&Bytes::from(body.to_owned()))?.command()
}

fn stored(body: &str) -> serde_json::Value {
    serde_json::to_value(read(body).unwrap()).unwrap()
}

#[test]
fn each_form_is_its_command() {
    for (body, command) in [
        ("command=lock", "lock"),
        ("command=unlock&confirmed=yes", "unlock"),
        ("command=start-charging", "startCharging"),
        ("command=stop-charging", "stopCharging"),
        ("command=set-charge-limit&percent=80", "setChargeLimit"),
        ("command=open-charge-port", "openChargePort"),
        ("command=close-charge-port", "closeChargePort"),
        (
            "command=set-destination&latitude=48.1&longitude=11,5",
            "setDestination",
        ),
        (
            "command=create-daily-schedule&latitude=0&longitude=0&daily-start=01:00&daily-stop=05:00",
            "createChargeSchedule",
        ),
        (
            "command=delete-schedule&schedule=sched_1",
            "deleteChargeSchedule",
        ),
    ] {
        assert_eq!(stored(body)["command"], command, "{body}");
    }
}

#[test]
fn a_week_has_the_days_that_are_filled_in() {
    let command = stored(
        "command=create-weekly-schedule&latitude=1&longitude=2&monday-start=01:00&monday-stop=05:00\
         &tuesday-start=&tuesday-stop=&sunday-start=22:30&sunday-stop=23:59",
    );
    assert_eq!(
        command["argument"]["times"]["weekly"],
        json!({
            "monday": {"startTime": "01:00", "stopTime": "05:00"},
            "sunday": {"startTime": "22:30", "stopTime": "23:59"},
        })
    );
}

#[test]
fn a_workweek_has_both_halves() {
    let form = "command=create-workweek-schedule&latitude=1&longitude=2\
        &weekends-start=01:00&weekends-stop=05:00";
    assert_eq!(
        read(form),
        Err(Mistake::Missing {
            field: "weekdays-start".to_owned()
        })
    );
    let command = stored(&format!("{form}&weekdays-start=00:00&weekdays-stop=06:30"));
    assert_eq!(
        command["argument"]["times"]["workweek"],
        json!({
            "weekdays": {"startTime": "00:00", "stopTime": "06:30"},
            "weekends": {"startTime": "01:00", "stopTime": "05:00"},
        })
    );
}

#[test]
fn a_charge_limit_is_a_whole_number_from_50_to_100() {
    for percent in [
        "5", "49", "101", "80abc", "1e9", "80.5", "-80", "80%25", "0x50",
    ] {
        assert_eq!(
            read(&format!("command=set-charge-limit&percent={percent}")),
            Err(Mistake::ChargeLimit),
            "{percent}"
        );
    }
    for missing in ["", "&percent=", "&percent=++"] {
        assert_eq!(
            read(&format!("command=set-charge-limit{missing}")),
            Err(Mistake::Missing {
                field: PERCENT.to_owned()
            })
        );
    }
}

#[test]
fn a_place_is_on_the_earth() {
    for (latitude, longitude, mistake) in [
        ("90.1", "0", Mistake::Latitude),
        ("-91", "0", Mistake::Latitude),
        ("north", "0", Mistake::Latitude),
        ("NaN", "0", Mistake::Latitude),
        ("0", "180.5", Mistake::Longitude),
        ("0", "1e2", Mistake::Longitude),
    ] {
        let body = format!("command=set-destination&latitude={latitude}&longitude={longitude}");
        assert_eq!(read(&body), Err(mistake), "{body}");
    }
}

#[test]
fn a_window_has_two_ends_in_order() {
    let daily = |times: &str| {
        read(&format!(
            "command=create-daily-schedule&latitude=0&longitude=0&{times}"
        ))
        .unwrap_err()
    };
    let (start, stop) = ("daily-start".to_owned(), "daily-stop".to_owned());
    for (times, mistake) in [
        (
            "",
            Mistake::Missing {
                field: start.clone(),
            },
        ),
        (
            "daily-start=01:00",
            Mistake::Missing {
                field: stop.clone(),
            },
        ),
        (
            "daily-stop=01:00",
            Mistake::Missing {
                field: start.clone(),
            },
        ),
        (
            "daily-start=22:00&daily-stop=06:00",
            Mistake::EndsBeforeItBegins {
                field: stop.clone(),
            },
        ),
        (
            "daily-start=22:00&daily-stop=22:00",
            Mistake::EndsAsItBegins {
                field: stop.clone(),
            },
        ),
        (
            "daily-start=24:00&daily-stop=25:00",
            Mistake::TimeOfDay { field: start },
        ),
        (
            "daily-start=01:00&daily-stop=5 o'clock",
            Mistake::TimeOfDay { field: stop },
        ),
    ] {
        assert_eq!(daily(times), mistake, "{times}");
    }
}

#[test]
fn a_week_without_a_window_is_refused() {
    let form = "command=create-weekly-schedule&latitude=0&longitude=0";
    assert_eq!(read(form), Err(Mistake::NoWindow));
}

#[test]
fn unlocking_without_the_second_button_is_refused() {
    for body in [
        "command=unlock",
        "command=unlock&confirmed=",
        "command=unlock&confirmed=no",
        "command=unlock&confirmed=YES",
    ] {
        assert_eq!(read(body), Err(Mistake::NotConfirmed), "{body}");
    }
}

#[test]
fn what_is_no_form_of_ours_is_malformed() {
    let fields: Vec<String> = (0..40).map(|number| format!("f{number}=1")).collect();
    let many = fields.join("&");
    for body in [
        "",
        "command=",
        "command=explode",
        "command=lock&command=unlock",
        "command=lock&command=lock",
        "{\"command\":\"lock\"}",
        &format!("{many}&command=lock"),
        "\0\0",
    ] {
        assert_eq!(read(body), Err(Mistake::Malformed), "{body}");
    }
}

proptest! {
    #[test]
    fn no_body_is_too_much(body in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(form) = Form::read(&Bytes::from(body)) {
            let _ = form.command();
        }
    }
}
