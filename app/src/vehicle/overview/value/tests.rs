use time::macros::datetime;

use super::*;
use crate::vehicle::value::{ChargeLimit, Entry, Fact, Location, Opening, Tyre, Unit};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

/// The words of a value, without its markup.
fn words(code: &str, value: &Value) -> String {
    let html = view(code, value, NOW).to_html();
    let mut words = String::new();
    for piece in html.split('<') {
        let text = piece.split_once('>').map_or(piece, |(_, text)| text);
        if !text.is_empty() && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(text);
    }
    words
        .replace('\u{202f}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn kilometres(value: f64) -> Quantity {
    Quantity {
        value,
        unit: Unit::Kilometres,
    }
}

fn opening(row: u8, column: u8, is_open: bool) -> Opening {
    Opening {
        row: Some(row),
        column: Some(column),
        is_open: Some(is_open),
        is_locked: Some(true),
    }
}

#[test]
fn a_yes_has_the_word_of_its_signal() {
    assert_eq!(words("closure-islocked", &Value::Flag(true)), "Locked");
    assert_eq!(
        words("charge-ischarging", &Value::Flag(false)),
        "Not charging"
    );
    assert_eq!(words("new-signal", &Value::Flag(true)), "Yes");
}

#[test]
fn words_are_plain_and_names_are_left_alone() {
    let text = |text: &str| Value::Text(text.to_owned());
    assert_eq!(
        words("charge-detailedchargingstatus", &text("NOT_CHARGING")),
        "Not charging"
    );
    assert_eq!(
        words("vehicleidentification-nickname", &text("BUTTERCUP")),
        "BUTTERCUP"
    );
    assert_eq!(words("transmission-drivemode", &text("")), "Nothing");
    assert_eq!(
        words("vehicleidentification-packages", &Value::Texts(Vec::new())),
        "None"
    );
    let packages = Value::Texts(vec!["Winter".to_owned(), "Tow hitch".to_owned()]);
    assert_eq!(
        words("vehicleidentification-packages", &packages),
        "Winter Tow hitch"
    );
}

#[test]
fn doors_that_are_alike_are_one_line() {
    let doors = Value::Openings(vec![opening(0, 0, false), opening(0, 1, false)]);
    assert_eq!(words("closure-doors", &doors), "All 2: closed, locked");
    let doors = Value::Openings(vec![opening(0, 0, true), opening(0, 1, false)]);
    assert_eq!(
        words("closure-doors", &doors),
        "Front left: open, locked Front right: closed, locked"
    );
    assert_eq!(
        words("closure-doors", &Value::Openings(Vec::new())),
        "Not told"
    );
}

#[test]
fn covers_tyres_ranges_and_limits() {
    let cover = Value::Cover {
        is_open: None,
        is_locked: Some(false),
    };
    assert_eq!(
        words("closure-reartrunk", &cover),
        "Not told whether open, not locked"
    );
    let tyre = |pressure: f64, is_implausible| Tyre {
        row: Some(0),
        column: Some(0),
        pressure: Some(Quantity {
            value: pressure,
            unit: Unit::Bar,
        }),
        is_implausible,
    };
    assert_eq!(
        words(
            "wheel-tires",
            &Value::Tyres(vec![tyre(2.5, false), tyre(258., true)])
        ),
        "Front left: 2.5 bar Front left: 258.0 bar doubtful"
    );
    let range = Value::Range {
        range: Some(kilometres(312.)),
        others: vec![("IDEAL_CONDITIONS".to_owned(), kilometres(340.))],
    };
    assert_eq!(
        words("tractionbattery-range", &range),
        "312 km Ideal conditions: 340 km"
    );
    let limits = Value::ChargeLimits {
        active: Some(80.),
        limits: vec![ChargeLimit {
            kind: "location".to_owned(),
            percent: None,
            condition: Some("Home".to_owned()),
        }],
    };
    assert_eq!(
        words("charge-chargelimits", &limits),
        "80 % now At a place (Home): not told"
    );
}

#[test]
fn a_place_leads_to_a_map_that_is_told_nothing_unasked() {
    let place = |latitude, longitude| {
        Value::Location(Location {
            latitude,
            longitude,
            heading: None,
            direction: Some("NW".to_owned()),
            is_last_parked: Some(true),
        })
    };
    let html = view("location-preciselocation", &place(-33.8568, 151.2153), NOW).to_html();
    for words in [
        "33.85680°\u{202f}S, 151.21530°\u{202f}E",
        "https://www.openstreetmap.org/?mlat=-33.85680&amp;mlon=151.21530#map=17/-33.85680/151.21530",
        r#"rel="external noreferrer noopener""#,
        r#"referrerpolicy="no-referrer""#,
        "Nothing is sent there unless you press it.",
        "Heading north-west",
        "Parked there last",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    for (latitude, longitude) in [(f64::NAN, 0.), (91., 0.), (0., f64::INFINITY)] {
        let html = view("location-preciselocation", &place(latitude, longitude), NOW).to_html();
        assert!(
            html.contains("not on Earth") && !html.contains("href"),
            "{html}"
        );
    }
}

#[test]
fn a_system_says_how_it_is() {
    let diagnostic = |is_alert, status: &str| Value::Diagnostic {
        is_alert,
        status: status.to_owned(),
        description: Some("Rear left is low.".to_owned()),
    };
    let told = |value| words("diagnostics-tirepressure", &value);
    assert_eq!(
        told(diagnostic(Some(true), "ALERT")),
        "Needs attention Rear left is low."
    );
    assert_eq!(told(diagnostic(Some(false), "OK")), "OK Rear left is low.");
    assert_eq!(
        told(diagnostic(None, "CHECK_SOON")),
        "Check soon Rear left is low."
    );
}

#[test]
fn a_long_list_is_folded() {
    let entries = |count: usize| {
        let entry = Entry {
            title: "Home".to_owned(),
            facts: vec![
                Fact::Quantity("Range", kilometres(20.)),
                Fact::Instant("Began", datetime!(2026-11-21 12:00 UTC)),
            ],
        };
        Value::Entries(vec![entry; count])
    };
    assert_eq!(words("charge-chargerecords", &entries(0)), "None");
    assert_eq!(
        words("charge-chargerecords", &entries(1)),
        "Home Range 20 km Began 21 November 2026, 12:00 UTC, 2 days ago"
    );
    let html = view("charge-chargerecords", &entries(12), NOW).to_html();
    assert!(html.contains("<summary>12 entries</summary>"), "{html}");
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</pre><script>alert(1)</script>";
    for value in [
        Value::Text(hostile.to_owned()),
        Value::Texts(vec![hostile.to_owned()]),
        Value::Raw(hostile.to_owned()),
        Value::Diagnostic {
            is_alert: None,
            status: hostile.to_owned(),
            description: Some(hostile.to_owned()),
        },
        Value::Entries(vec![Entry {
            title: hostile.to_owned(),
            facts: vec![Fact::Text("Place", hostile.to_owned())],
        }]),
        Value::Quantity(Quantity {
            value: f64::NAN,
            unit: Unit::Stated(hostile.to_owned()),
        }),
    ] {
        let html = view("new-signal", &value, NOW).to_html();
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("NaN"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }
}
