//! What a car or an owner may say that is no good.

use app::{
    history::{
        model::{Measure, Point, Recorded},
        span::Period,
    },
    vehicle::{
        model::{Vehicle, VehicleId},
        value::Unit,
    },
};
use axum::http::StatusCode;

use super::{battery, page, point, series, session};
use crate::{
    cars::tesla,
    support::{FakeGarage, NOW, open},
};

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
