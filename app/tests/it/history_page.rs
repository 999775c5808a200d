//! The page of the history: its charts, what stands behind them, and what it says where there is
//! nothing.

mod hostile;
mod ways;

use app::{
    history::{
        model::{Measure, Point, Reach, Recorded, Series, Session},
        span::Period,
    },
    vehicle::value::Unit,
};
use axum::http::StatusCode;
use time::{Duration, OffsetDateTime, macros::datetime};

use crate::{
    cars::tesla,
    support::{Answer, FakeGarage, NOW, open},
};

/// Monday of the week that is shown: 23 November 2026.
const MONDAY: OffsetDateTime = datetime!(2026-11-23 0:00 UTC);
const ADDRESS: &str = "/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc/history";

fn point(hours: i64, low: f64, high: f64) -> Point {
    Point {
        at: MONDAY + Duration::hours(hours),
        length: Duration::HOUR,
        low,
        mean: f64::midpoint(low, high),
        high,
        last: high,
        readings: 4,
    }
}

fn series(measure: Measure, unit: Unit, points: Vec<Point>) -> Series {
    Series {
        measure,
        unit,
        points,
    }
}

fn battery() -> Series {
    let points = [(0, 80., 80.), (1, 70., 78.), (2, 64., 69.), (9, 60., 62.)];
    let points = points.map(|(hours, low, high)| point(hours, low, high));
    series(Measure::Battery, Unit::Percent, points.to_vec())
}

fn session() -> Session {
    Session {
        started_at: MONDAY + Duration::hours(3),
        ended_at: Some(MONDAY + Duration::minutes(270)),
        start_percent: Some(64.),
        end_percent: Some(80.),
        energy_added: Some(11.2),
    }
}

fn garage(series: Vec<Series>, sessions: Vec<Session>) -> FakeGarage {
    FakeGarage {
        recorded: Ok(Recorded {
            span: Period::Week.around(NOW.date()),
            series,
            sessions,
        }),
        reach: Some(Reach {
            first: MONDAY - Duration::days(100),
            last: NOW,
        }),
        ..FakeGarage::with(vec![tesla()])
    }
}

async fn page(series: Vec<Series>, sessions: Vec<Session>) -> Answer {
    let answer = open(garage(series, sessions), ADDRESS).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.body.contains(" style="), "no inline style");
    assert!(!answer.body.contains("NaN") && !answer.body.contains("inf%"));
    answer
}

#[tokio::test]
async fn a_chart_is_a_figure_with_a_name_and_a_description_in_words() {
    let answer = page(vec![battery()], vec![]).await;
    assert_eq!(answer.heading(), "History of Tesla Model 3");
    let figure = answer.between("<figure", "</figure>");
    for markup in [
        r#"aria-labelledby="battery""#,
        r#"<h2 id="battery">Battery</h2>"#,
        r#"role="img""#,
        r#"aria-labelledby="battery-title""#,
        r#"aria-describedby="battery-words""#,
        r#"<title id="battery-title">Battery, 23 to 29 November 2026</title>"#,
        "From 80\u{202f}% to 62\u{202f}%, at the lowest 60\u{202f}%, at the highest 80\u{202f}%, with 1 gap in which the car said nothing.",
        r#"vector-effect="non-scaling-stroke""#,
        r#"class="plot-band plot-band-0""#,
    ] {
        assert!(figure.contains(markup), "{markup} in {figure}");
    }
}

#[tokio::test]
async fn a_gap_is_no_line_and_a_reading_alone_is_a_spot() {
    let answer = page(vec![battery()], vec![]).await;
    let mut paths = answer.body.split("<path d=\"").skip(1);
    let line = paths
        .find(|path| path.contains("vector-effect"))
        .expect("a line");
    let line = line.split('"').next().unwrap();
    assert_eq!(line.matches('M').count(), 1, "{line}");
    assert_eq!(line.matches('L').count(), 2, "{line}");
    assert_eq!(answer.body.matches("plot-spot plot-spot-0").count(), 1);
}

#[tokio::test]
async fn the_table_has_a_caption_and_what_the_chart_is_made_of() {
    let answer = page(vec![battery()], vec![]).await;
    let fold = answer.between("<summary>Battery as a table</summary>", "</details>");
    for markup in [
        "<caption>Battery in %, each six hours, UTC</caption>",
        r#"<th scope="col">Lowest</th>"#,
        r#"<th scope="row"><time datetime="2026-11-23T00:00:00Z">23 November, 00:00</time></th>"#,
        "<td>64</td><td>74</td><td>80</td><td>69</td>",
        r#"<time datetime="2026-11-23T06:00:00Z">"#,
    ] {
        assert!(fold.contains(markup), "{markup} in {fold}");
    }
    assert_eq!(fold.matches("<tr>").count(), 3);
}

#[tokio::test]
async fn the_script_finds_every_reading_in_the_page() {
    let answer = page(vec![battery()], vec![]).await;
    let slider = answer.between("<div role=\"slider\"", ">");
    for attribute in [
        r#"aria-label="Battery, reading by reading""#,
        r#"aria-valuemax="3""#,
        r#"aria-valuenow="3""#,
        "23 November, 09:00: 61\u{202f}%, from 60 to 62\"",
        r#"data-places="3 9 15 57""#,
        r#"data-from="29923200""#,
        r#"data-minutes="10080""#,
    ] {
        assert!(slider.contains(attribute), "{attribute} in {slider}");
    }
    let words = answer.between("data-words=\"", "\"");
    assert_eq!(words.split('|').count(), 4);
    let mark = answer.between("<circle r=\"4.5\"", ">");
    assert!(mark.contains(r#"data-places="200 260 335 390""#), "{mark}");
}

#[tokio::test]
async fn the_units_are_the_readers() {
    let points = || vec![point(0, 180., 200.)];
    let answer = page(
        vec![
            series(Measure::BatteryRange, Unit::Miles, points()),
            series(Measure::OutsideTemperature, Unit::Fahrenheit, points()),
            series(Measure::FuelAmount, Unit::Gallons, points()),
        ],
        vec![],
    )
    .await;
    for caption in [
        "Electric range in mi, each six hours, UTC",
        "Temperature in °F, each six hours, UTC",
        "Fuel in the tank in gal, each six hours, UTC",
    ] {
        assert!(answer.body.contains(caption), "{caption}");
    }
}

#[tokio::test]
async fn tyres_are_told_apart_by_a_dash_and_a_name() {
    let tyres = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(row, column)| {
        let pressure = 2.2 + f64::from(row) / 10.;
        series(
            Measure::TyrePressure { row, column },
            Unit::Bar,
            vec![point(0, pressure, pressure), point(1, pressure, pressure)],
        )
    });
    let answer = page(tyres.to_vec(), vec![]).await;
    let figure = answer.between("aria-labelledby=\"tyres\"", "</figure>");
    for style in 0..4 {
        assert!(figure.contains(&format!("plot-line-{style}\"")), "{style}");
    }
    for name in [
        ">Front left</text>",
        ">RR</text>",
        r#"<th scope="col">Rear left</th>"#,
    ] {
        assert!(figure.contains(name), "{name} in {figure}");
    }
    assert!(figure.contains("Front right: from 2.2\u{202f}bar to 2.2\u{202f}bar"));
    assert!(figure.contains("23 November, 01:00: front left 2.2\u{202f}bar, front right"));
}

#[tokio::test]
async fn distance_is_bars_and_a_total() {
    let odometer = series(
        Measure::Odometer,
        Unit::Kilometres,
        vec![
            point(-20, 1000., 1010.),
            point(8, 1010., 1040.),
            point(80, 1090., 1100.),
        ],
    );
    let answer = page(vec![odometer], vec![]).await;
    let figure = answer.between("aria-labelledby=\"distance\"", "</figure>");
    for markup in [
        "<span class=\"chart-value\">90<span class=\"unit\">\u{202f}km</span></span>",
        "90\u{202f}km in all, most of it 24 November 2026 to 26 November 2026: 60\u{202f}km.",
        "A bar for each day. An outline: driven somewhen in this time",
        "class=\"plot-bar plot-bar-unsure\"",
        "<caption>Distance driven in km, each day, UTC</caption>",
    ] {
        assert!(figure.contains(markup), "{markup} in {figure}");
    }
    assert_eq!(figure.matches("class=\"plot-bar").count(), 2);
}

#[tokio::test]
async fn charging_is_behind_the_battery_and_listed() {
    let going_on = Session {
        started_at: NOW - Duration::minutes(80),
        ended_at: None,
        start_percent: Some(20.),
        end_percent: None,
        energy_added: None,
    };
    let answer = page(vec![battery()], vec![session(), going_on]).await;
    assert_eq!(answer.body.matches("class=\"plot-charged\"").count(), 2);
    assert!(answer.body.contains("Shaded: charging."));
    let list = answer.between("aria-labelledby=\"sessions\"", "</section>");
    let (first, second) = list
        .split_once("23 November 2026, 03:00")
        .expect("the older one");
    for words in [
        "Still charging",
        "1\u{202f}h\u{202f}20\u{202f}min",
        "Not told",
        "from 20\u{202f}%",
    ] {
        assert!(first.contains(words), "{words} in {first}");
    }
    for words in [
        "04:30",
        "1\u{202f}h\u{202f}30\u{202f}min",
        "11.2\u{202f}kWh",
        "64\u{202f}% to 80\u{202f}%",
    ] {
        assert!(second.contains(words), "{words} in {second}");
    }
    assert!(list.contains("as far as the car says"));
}

#[tokio::test]
async fn many_sessions_are_behind_a_fold() {
    let answer = page(vec![], vec![session(); 20]).await;
    let fold = answer.between("Charging sessions before: 12", "</details>");
    assert_eq!(fold.matches("<th scope=\"row\">").count(), 12);
}
