//! The page of the history: its charts, what stands behind them, and what it says where there is
//! nothing.

use std::sync::Arc;

use app::{
    error::AppError,
    history::{
        model::{Measure, Point, Reach, Recorded, Series, Session},
        span::{Period, SpanProblem},
    },
    vehicle::{
        model::{Vehicle, VehicleId},
        value::Unit,
    },
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use time::{Duration, OffsetDateTime, macros::datetime};

use crate::{
    cars::tesla,
    support::{Answer, FakeGarage, NOW, ask, open},
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

#[tokio::test]
async fn the_ways_are_plain_links() {
    let answer = page(vec![battery()], vec![]).await;
    for link in [
        format!("<a href=\"{ADDRESS}?period=day&amp;at=2026-11-23\""),
        format!("<a href=\"{ADDRESS}?period=week&amp;at=2026-11-23\" aria-current=\"true\">Week</a>"),
        format!("href=\"{ADDRESS}?period=week&amp;at=2026-11-16\" rel=\"prev\" aria-label=\"Earlier: 16 to 22 November 2026\""),
        format!("href=\"{ADDRESS}?period=month&amp;at=2026-11-01\" class=\"zoom-out\">Zoom out to November 2026</a>"),
        "<a href=\"/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc\">Back to Tesla Model 3</a>".to_owned(),
        "<a href=\"/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc/export.csv\" rel=\"external\" download".to_owned(),
        "/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc/commands.json\" rel=\"external\" download".to_owned(),
    ] {
        let body = answer.body.replace("?period=day&at", "?period=day&amp;at");
        assert!(body.contains(&link), "{link} in {body}");
    }
    // The week that has now in it is the last.
    assert!(!answer.body.contains("rel=\"next\""));
    let form = answer.between("<form method=\"get\"", "</form>");
    assert!(form.contains(&format!("action=\"{ADDRESS}\"")));
    assert!(
        form.contains("name=\"from\" value=\"2026-11-23T00:00\""),
        "{form}"
    );
}

#[tokio::test]
async fn a_car_of_which_nothing_was_kept_says_why_and_what_to_do() {
    let answer = open(FakeGarage::with(vec![tesla()]), ADDRESS).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Nothing kept yet"));
    assert!(answer.body.contains("Refresh"));
    assert!(!answer.body.contains("<figure"));
    assert!(!answer.body.contains("Nothing from this time"));
}

#[tokio::test]
async fn a_time_without_readings_leads_to_one_with_some() {
    for (first, last, words) in [
        (-300, -200, "4 to 10 May 2026"),
        (300, 400, "13 to 19 September 2027"),
        (-300, 0, "23 to 29 November 2026"),
    ] {
        let garage = FakeGarage {
            reach: Some(Reach {
                first: NOW + Duration::days(first),
                last: NOW + Duration::days(last),
            }),
            ..garage(vec![], vec![])
        };
        let answer = open(garage, ADDRESS).await;
        let lack = answer.between("Nothing from this time", "</section>");
        assert!(lack.contains(&format!(">{words}</a>")), "{words} in {lack}");
        assert!(!answer.body.contains("<figure"));
    }
}

#[tokio::test]
async fn a_span_that_cannot_be_looked_at_is_said_with_400() {
    let garage = FakeGarage {
        recorded: Err(SpanProblem::Reversed),
        ..garage(vec![], vec![])
    };
    let answer = open(garage, &format!("{ADDRESS}?from=b&until=a")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let alert = answer.between("role=\"alert\"", "</div>");
    assert!(
        alert.contains("This span ends before it begins."),
        "{alert}"
    );
    assert!(
        answer
            .body
            .contains("<nav aria-label=\"Period\" class=\"periods\">")
    );
    assert!(!answer.body.contains("<figure"));
}

#[tokio::test]
async fn the_query_reaches_the_garage_as_it_stands_in_the_address() {
    for query in ["", "?period=day&at=2026-11-23", "?a=%0A%26&b=%3Cscript%3E"] {
        let garage = Arc::new(garage(vec![battery()], vec![]));
        let request = Request::get(format!("{ADDRESS}{query}"))
            .header(header::ACCEPT, "text/html")
            .body(Body::empty())
            .unwrap();
        ask(&garage, request).await;
        let queries = garage.queries.lock().unwrap();
        let asked: Vec<&str> = queries
            .iter()
            .map(|asked| asked.trim_start_matches('?'))
            .collect();
        assert_eq!(asked, [query.trim_start_matches('?')]);
    }
}

#[tokio::test]
async fn a_strange_car_is_not_found_and_a_visitor_is_led_home() {
    let answer = open(garage(vec![battery()], vec![]), "/vehicle/stranger/history").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.body.contains("<figure"));
    let answer = open(FakeGarage::signed_out(), ADDRESS).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.header(header::LOCATION), "/");
    let failing = FakeGarage {
        failure: Some(AppError::Internal),
        ..garage(vec![], vec![])
    };
    let answer = open(failing, ADDRESS).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn hostile_readings_stay_in_the_plot() {
    let values = [f64::MAX, f64::MIN, -0., 0., f64::MIN_POSITIVE, 1e308];
    let mut points: Vec<Point> = values
        .into_iter()
        .zip(0..)
        .map(|(value, hours)| point(hours, value, value))
        .collect();
    points.push(Point {
        mean: f64::NAN,
        ..point(7, f64::INFINITY, f64::NEG_INFINITY)
    });
    let measures = [
        (Measure::Battery, Unit::Percent),
        (Measure::Odometer, Unit::Kilometres),
        (Measure::InsideTemperature, Unit::Celsius),
        (
            Measure::TyrePressure {
                row: 255,
                column: 255,
            },
            Unit::Bar,
        ),
        (Measure::ChargePower, Unit::Kilowatts),
    ];
    let series = measures.map(|(measure, unit)| series(measure, unit, points.clone()));
    let answer = page(series.to_vec(), vec![]).await;
    for place in answer
        .body
        .split("y=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("%\""))
    {
        let place: f64 = place.0.parse().unwrap_or(50.);
        assert!((0. ..=100.).contains(&place), "{place}");
    }
}

#[tokio::test]
async fn a_hostile_name_and_a_hostile_id_stay_text() {
    let hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    let vehicle = Vehicle {
        id: VehicleId(hostile.to_owned()),
        given_name: Some(hostile.to_owned()),
        ..tesla()
    };
    let garage = FakeGarage {
        recorded: Ok(Recorded {
            span: Period::Week.around(NOW.date()),
            series: vec![battery()],
            sessions: vec![session()],
        }),
        ..FakeGarage::with(vec![vehicle])
    };
    let encoded = "%22%27%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E";
    let answer = open(garage, &format!("/vehicle/{encoded}/history")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("alert(1)"));
    assert!(!answer.body.contains("<script>alert"));
    assert!(!answer.body.contains("<img"));
}

#[tokio::test]
async fn the_car_leads_to_its_history() {
    let answer = crate::cars::page(crate::cars::electric()).await;
    let spoke = answer.between("car-spoke\">", "</p>");
    assert!(
        spoke.contains(
            "<a href=\"/vehicle/e1ec781c/history\" rel=\"external\">What it said before</a>"
        ),
        "{spoke}"
    );
}
