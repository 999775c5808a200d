//! The readings on the page of a car: where they stand, how old they are, and why some are missing.

use app::vehicle::{
    reading::{Condition, Reading},
    value::{Unit, Value},
};

use crate::cars::{page_of, quantity, reading, text, troubled, without};

#[tokio::test]
async fn each_condition_stands_with_its_remedy() {
    for (condition, reason, remedy) in [
        (
            Condition::NotAllowed,
            "You have not allowed",
            "Connect again and allow it</a>",
        ),
        (
            Condition::NotNow,
            "The car did not answer",
            "Try again later.",
        ),
        (
            Condition::LogInLapsed,
            "has lapsed",
            "Log in at the maker again</a>",
        ),
        (
            Condition::MakersApp,
            "a subscription, a virtual key",
            "Open the maker’s app",
        ),
        (
            Condition::CarGone,
            "has left your account",
            "Go to Disconnect</a>",
        ),
        (
            Condition::OperatorsPlan,
            "plan at Smartcar",
            "Only the operator",
        ),
        (Condition::Broken, "has a fault", "nothing you can mend"),
    ] {
        let kept = troubled(
            reading("closure-islocked", 90, Value::Flag(true)),
            condition,
        );
        let answer = page_of(vec![kept, without("closure-doors", condition)]).await;
        let group = answer.between("id=\"openings\"", "</section>");
        assert_eq!(
            group.matches("Last good value.").count(),
            1,
            "{condition:?}"
        );
        assert!(group.contains(">Locked<"), "{condition:?}: {group}");
        assert_eq!(group.matches(reason).count(), 2, "{condition:?}: {group}");
        assert!(group.contains(remedy), "{condition:?}: {group}");
        let code = format!(
            "<code>TYPE:{}</code>",
            format!("{condition:?}").to_uppercase()
        );
        assert_eq!(group.matches(&code).count(), 2, "{condition:?}: {group}");
        assert!(group.contains("Doors. "), "{condition:?}: {group}");
    }
}

#[tokio::test]
async fn each_permission_that_is_missing_has_a_line_and_a_link() {
    let answer = page_of(vec![
        reading("charge-ischarging", 4, Value::Flag(false)),
        without("charge-chargelimits", Condition::NotAllowed),
        without("charge-chargerecords", Condition::NotAllowed),
        without("charge-voltage", Condition::NotAllowed),
    ])
    .await;
    let group = answer.between("id=\"charge\"", "</section>");
    for (labels, permission) in [
        ("Charge limit and Charging voltage. ", "read_charge"),
        ("Past charges. ", "read_charge_records"),
    ] {
        let line = group
            .split("class=\"missing\"")
            .find(|line| line.contains(labels));
        let line = line.unwrap_or_else(|| panic!("{labels} is missing in {group}"));
        let way =
            format!("&amp;permission={permission}\" rel=\"external\">Connect again and allow");
        assert!(line.contains(&way), "{line}");
    }
}

#[tokio::test]
async fn what_the_car_cannot_tell_is_out_of_the_way() {
    let answer = page_of(vec![
        reading("closure-islocked", 4, Value::Flag(true)),
        without("internalcombustionengine-fuellevel", Condition::Cannot),
        without("hvac-iscabinhvacactive", Condition::Cannot),
        without("new-signal", Condition::Cannot),
    ])
    .await;
    let fold = answer.between("What this car cannot tell (3)", "</details>");
    let permissions = answer.between("What you have allowed (", "</details>");
    let elsewhere = answer.body.replace(permissions, "");
    for words in ["Fuel level", "Climate control", "new-signal"] {
        assert_eq!(elsewhere.matches(words).count(), 1, "{words}");
        assert!(fold.contains(words), "{words}");
    }
    assert!(!answer.body.contains("id=\"climate\""));
    assert!(!answer.body.contains("gauge-fuel"));
}

#[tokio::test]
async fn a_group_without_a_value_is_folded() {
    let answer = page_of(vec![
        reading("closure-islocked", 4, Value::Flag(true)),
        without("climate-internaltemperature", Condition::NotNow),
    ])
    .await;
    assert!(
        answer
            .body
            .contains("<summary>Climate: no value yet</summary>")
    );
    assert!(!answer.body.contains("id=\"climate\""));
}

#[tokio::test]
async fn old_values_are_marked_and_dated() {
    let answer = page_of(vec![
        reading("closure-islocked", 61, Value::Flag(true)),
        reading(
            "odometer-traveleddistance",
            61,
            quantity(5., Unit::Kilometres),
        ),
        reading(
            "vehicleidentification-vin",
            999_999,
            text("5YJ3E1EA7KF317000"),
        ),
    ])
    .await;
    let lock = answer.between("id=\"openings\"", "</section>");
    assert!(lock.contains("reading is-old"), "{lock}");
    assert!(
        lock.contains("<span class=\"old-mark\">Old</span>"),
        "{lock}"
    );
    assert!(lock.contains("1 hour ago</time>"), "{lock}");
    assert!(lock.contains("datetime=\"2026-11-23T10:59:00Z\""), "{lock}");
    for group in ["trip", "identification"] {
        let group = answer.between(&format!("id=\"{group}\""), "</section>");
        assert!(!group.contains("old-mark"), "{group}");
    }
    assert!(
        answer
            .between("<table class=\"times\">", "</table>")
            .contains("23 November 2026, 10:59 UTC")
    );
}

#[tokio::test]
async fn systems_that_are_well_are_one_line_and_the_others_need_a_hand() {
    let system = |code: &str, is_alert, status: &str| {
        let value = Value::Diagnostic {
            is_alert: Some(is_alert),
            status: status.to_owned(),
            description: is_alert.then(|| "Rear left is low.".to_owned()),
        };
        reading(code, 4, value)
    };
    let answer = page_of(vec![
        system("diagnostics-abs", false, "OK"),
        system("diagnostics-airbag", false, "OK"),
        system("diagnostics-tirepressure", true, "ALERT"),
    ])
    .await;
    assert!(answer.body.contains("<summary>2 systems OK</summary>"));
    let attention = answer.between("id=\"attention\"", "</section>");
    assert!(attention.contains("Tyre pressure warning: "), "{attention}");
    assert!(attention.contains("Rear left is low."), "{attention}");
    assert!(answer.body.contains("reading is-alert"));
}

#[tokio::test]
async fn an_unknown_signal_is_shown_by_smartcars_own_name() {
    let unknown = Reading {
        name: Some("SeatMassage".to_owned()),
        ..reading(
            "comfort-seatmassage",
            4,
            Value::Raw("{\n  \"zones\": 3\n}".to_owned()),
        )
    };
    let answer = page_of(vec![unknown]).await;
    let group = answer.between("id=\"other\"", "</section>");
    assert!(group.contains("SeatMassage"), "{group}");
    assert!(
        group.contains("<code>comfort-seatmassage</code>"),
        "{group}"
    );
    assert!(
        group.contains("<pre>{\n  &quot;zones&quot;: 3\n}</pre>")
            || group.contains("<pre>{\n  \"zones\": 3\n}</pre>"),
        "{group}"
    );
}
