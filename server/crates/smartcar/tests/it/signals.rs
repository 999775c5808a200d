//! `Client::signals` and `Client::signal`.

use smartcar::{
    Condition, ErrorKind, SignalCode, UserId, VehicleId,
    signals::{Body, SignalStatus},
};
use wiremock::{
    Mock, ResponseTemplate,
    matchers::{header, method, path},
};

use crate::support::{
    USER_ID, VEHICLE_ID, answering, client, json, server, server_with_token, vehicle_path,
};

const LIST: &str = include_str!("../fixtures/signals.json");
const EMPTY: &str = include_str!("../fixtures/signals_empty.json");
const WRAPPED: &str = include_str!("../fixtures/signal.json");
const BARE: &str = include_str!("../fixtures/signal_bare.json");
const NOT_FOUND: &str = include_str!("../fixtures/error_signal_not_found.json");
const MISSING_USER: &str = include_str!("../fixtures/error_missing_parameter.json");

fn list_path() -> String {
    format!("{}/signals", vehicle_path())
}

fn user() -> UserId {
    UserId::new(USER_ID)
}

fn vehicle() -> VehicleId {
    VehicleId::new(VEHICLE_ID)
}

#[tokio::test]
async fn the_list_comes_in_one_request_that_names_the_owner() {
    let server = server_with_token().await;
    Mock::given(method("GET"))
        .and(path(list_path()))
        .and(header("authorization", "Bearer fixture-access-token"))
        .and(header("sc-user-id", USER_ID))
        .respond_with(json(200, LIST))
        .expect(1)
        .mount(&server)
        .await;
    let list = client(&server).signals(&user(), &vehicle()).await.unwrap();
    assert_eq!(list.signals.len(), 3);
    assert!(list.is_complete());
    let limits = list.get(&"charge-chargelimits".into()).unwrap();
    assert!(matches!(limits.body, Some(Body::ChargeLimits(_))));
    let roof = list.get(&"closure-sunroof".into()).unwrap();
    assert!(
        matches!(&roof.status, SignalStatus::Error(error) if error.condition() == Condition::NotCapable)
    );
}

#[tokio::test]
async fn a_list_that_is_not_complete_is_not_asked_for_again() {
    let server = server_with_token().await;
    let body = r#"{"data":[{"code":"a"}],"meta":{"totalCount":2},"links":{"next":"/page/2"}}"#;
    answering("GET", &list_path(), json(200, body))
        .expect(1)
        .mount(&server)
        .await;
    let list = client(&server).signals(&user(), &vehicle()).await.unwrap();
    assert!(!list.is_complete());
}

#[tokio::test]
async fn an_empty_store_is_an_empty_list_or_not_found() {
    let server = server_with_token().await;
    answering("GET", &list_path(), json(200, EMPTY))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    answering("GET", &list_path(), ResponseTemplate::new(404))
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server);
    let list = client.signals(&user(), &vehicle()).await.unwrap();
    assert_eq!(list.signals, []);
    let error = client.signals(&user(), &vehicle()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn one_signal_comes_wrapped_and_bare() {
    for body in [WRAPPED, BARE] {
        let server = server_with_token().await;
        Mock::given(method("GET"))
            .and(path(format!(
                "{}/tractionbattery-stateofcharge",
                list_path()
            )))
            .and(header("sc-user-id", USER_ID))
            .respond_with(json(200, body))
            .expect(1)
            .mount(&server)
            .await;
        let code = SignalCode::from("tractionbattery-stateofcharge");
        let signal = client(&server)
            .signal(&user(), &vehicle(), &code)
            .await
            .unwrap();
        assert_eq!(signal.code, code);
        assert!(matches!(signal.body, Some(Body::Number(_))));
    }
}

#[tokio::test]
async fn a_signal_that_the_store_lacks_is_not_found() {
    let server = server_with_token().await;
    let at = format!("{}/vin", list_path());
    answering("GET", &at, json(404, NOT_FOUND))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .signal(&user(), &vehicle(), &"vin".into())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.code(), Some("SIGNAL_NOT_FOUND"));
    assert_eq!(error.condition(), Condition::NotNow);
}

#[tokio::test]
async fn what_is_no_signal_is_an_error() {
    for body in [
        "<html>Welcome</html>",
        "",
        "{}",
        "[]",
        r#"{"id":"a"}"#,
        r#"{"data":{"id":"a","attributes":7}}"#,
        r#"{"data":{"attributes":{"code""#,
    ] {
        let server = server_with_token().await;
        let at = format!("{}/a", list_path());
        answering("GET", &list_path(), json(200, body))
            .expect(1)
            .mount(&server)
            .await;
        answering("GET", &at, json(200, body))
            .expect(1)
            .mount(&server)
            .await;
        let client = client(&server);
        let list = client.signals(&user(), &vehicle()).await.unwrap_err();
        assert_eq!(list.kind(), ErrorKind::Decode, "{body}");
        let signal = client
            .signal(&user(), &vehicle(), &"a".into())
            .await
            .unwrap_err();
        assert_eq!(signal.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn a_missing_owner_is_told_by_smartcar_and_an_impossible_one_by_us() {
    let server = server_with_token().await;
    answering("GET", &list_path(), json(400, MISSING_USER))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .signals(&user(), &vehicle())
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some("MISSING_PARAMETER"));

    let silent = crate::support::server().await;
    for user in ["", "a\r\nb"] {
        let error = client(&silent)
            .signals(&user.into(), &vehicle())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}

#[tokio::test]
async fn a_code_is_one_segment_of_the_path() {
    let silent = server().await;
    for code in ["", "..", "a\nb"] {
        let error = client(&silent)
            .signal(&user(), &vehicle(), &code.into())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}
