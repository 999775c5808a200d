//! The forms, posted as a browser without JavaScript posts them, and fetched as the script does.

use std::sync::Arc;

use app::{
    error::AppError,
    vehicle::{
        car::Car,
        model::{Vehicle, VehicleId},
    },
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use crate::{
    cars::{tesla, untold},
    support::{Answer, FakeGarage, ask, open},
};

const DISCONNECT: &str = "/api/vehicle/disconnect";
const REFRESH: &str = "/api/vehicle/refresh";
const SIGN_OUT: &str = "/api/account/sign-out";
const ERASE: &str = "/api/account/erase";

async fn send(garage: &Arc<FakeGarage>, path: &str, form: &str, accept: &str) -> Answer {
    let request = Request::post(path)
        .header(header::ACCEPT, accept)
        .header(header::REFERER, "http://localhost:8000/vehicle")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()))
        .unwrap();
    ask(garage, request).await
}

async fn post(garage: &Arc<FakeGarage>, path: &str, form: &str) -> Answer {
    send(garage, path, form, "text/html,*/*").await
}

fn garage(failure: Option<AppError>) -> Arc<FakeGarage> {
    Arc::new(FakeGarage {
        failure,
        ..FakeGarage::with(vec![tesla(), untold()])
    })
}

fn left(garage: &FakeGarage) -> Option<Vec<Vehicle>> {
    let cars = garage.cars.lock().unwrap();
    let vehicles = |cars: &Vec<Car>| cars.iter().map(|car| car.vehicle.clone()).collect();
    cars.as_ref().map(vehicles)
}

#[tokio::test]
async fn disconnecting_takes_one_car_and_says_so() {
    let garage = garage(None);
    let answer = post(
        &garage,
        DISCONNECT,
        "vehicle=36ab27d0-fd9d-4455-823a-ce30af709ffc",
    )
    .await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(
        answer.header(header::LOCATION),
        "/vehicle?notice=disconnected"
    );
    assert_eq!(left(&garage), Some(vec![untold()]));
}

#[tokio::test]
async fn refreshing_leads_back_to_the_car_and_says_so() {
    let answer = post(&garage(None), REFRESH, "vehicle=f00dbabe").await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(
        answer.header(header::LOCATION),
        "/vehicle/f00dbabe?notice=refreshed"
    );
    let answer = post(&garage(None), REFRESH, "vehicle=stranger").await;
    assert!(answer.header(header::LOCATION).contains("__err="));
}

#[tokio::test]
async fn signing_out_and_erasing_lead_home() {
    for (path, location) in [
        (SIGN_OUT, "/?notice=signed-out"),
        (ERASE, "/?notice=erased"),
    ] {
        let garage = garage(None);
        let answer = post(&garage, path, "").await;
        assert_eq!(answer.status, StatusCode::FOUND, "{path}");
        assert_eq!(answer.header(header::LOCATION), location);
        assert_eq!(left(&garage), None, "{path}");
    }
}

#[tokio::test]
async fn a_failure_comes_back_to_the_page_as_an_alert() {
    for path in [DISCONNECT, REFRESH, SIGN_OUT, ERASE] {
        let garage = garage(Some(AppError::SmartcarUnavailable));
        let answer = post(&garage, path, "vehicle=f00dbabe").await;
        assert_eq!(answer.status, StatusCode::FOUND, "{path}");
        let location = answer.header(header::LOCATION);
        let (_, address) = location
            .split_once("localhost:8000")
            .expect("the page before");
        assert!(address.starts_with("/vehicle?"), "{location}");

        let page = open(FakeGarage::with(vec![tesla()]), address).await;
        assert_eq!(page.status, StatusCode::OK);
        let alert = page.between(r#"role="alert""#, "</div>");
        assert!(alert.contains("Smartcar did not answer"), "{path}: {alert}");
    }
}

#[tokio::test]
async fn an_error_made_up_in_the_address_shows_only_words_of_ours() {
    for error in ["", "%00", "PHNjcmlwdD4=", "not-base64!", "IkJvbyI="] {
        let page = open(
            FakeGarage::with(vec![tesla()]),
            &format!("/vehicle?__path=/api/account/erase&__err={error}"),
        )
        .await;
        let alert = page.between(r#"role="alert""#, "</div>");
        assert!(
            alert.contains("Carport could not read that request."),
            "{error}: {alert}"
        );
    }
}

#[tokio::test]
async fn a_fetch_gets_the_status_of_its_error() {
    for (vehicle, failure, status) in [
        ("stranger", None, StatusCode::NOT_FOUND),
        (
            "f00dbabe",
            Some(AppError::SmartcarUnavailable),
            StatusCode::BAD_GATEWAY,
        ),
        (
            "f00dbabe",
            Some(AppError::SignedOut),
            StatusCode::UNAUTHORIZED,
        ),
    ] {
        let garage = garage(failure);
        let form = format!("vehicle={vehicle}");
        let answer = send(&garage, DISCONNECT, &form, "application/json").await;
        assert_eq!(answer.status, status, "{vehicle}");
        assert_eq!(left(&garage).map(|some| some.len()), Some(2));
    }
}

#[tokio::test]
async fn the_id_of_a_stranger_is_not_an_order() {
    let garage = garage(None);
    let stranger = VehicleId("00000000-0000-0000-0000-000000000000".to_owned());
    let answer = post(&garage, DISCONNECT, &format!("vehicle={}", stranger.0)).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert!(answer.header(header::LOCATION).contains("__err="));
    assert_eq!(left(&garage).map(|some| some.len()), Some(2));
}

#[tokio::test]
async fn the_site_and_the_vehicles_can_be_fetched() {
    for (path, words) in [
        ("/api/site", "Live"),
        ("/api/page?page=/vehicle", "Model 3"),
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let answer = ask(&garage(None), request).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains(words), "{path}: {}", answer.body);
    }
}
