//! Smartcar down, slow in coming, and answering rubbish: a clear page, and nothing lost.

use serde_json::{Value, json};

use crate::support::TestCarport;

async fn meets_at_exchange(route: &str, kind: Value) -> String {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    // A car that is there already must stay, whatever happens to the next.
    let owned = carport.connect(&mut browser, "first@example.com").await;
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("second@example.com", Some(&attempt.external_id))
        .await;
    carport.smartcar.fault(route, kind).await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    let garage = browser.get("/vehicle").await;
    garage.assert_status(200).assert_shows(&owned.vehicles[0]);
    page.location().to_owned()
}

#[tokio::test]
async fn no_answer_of_smartcar_to_the_owner_check_lets_anybody_in() {
    for kind in [
        json!({ "status": { "code": 400, "type": "VALIDATION", "errorCode": "INVALID_INPUT_FORMAT" } }),
        json!({ "html": 400 }),
        json!("malformedJson"),
        json!("truncated"),
        json!("empty"),
    ] {
        let words = kind.to_string();
        let location = meets_at_exchange("connections.list", kind).await;
        assert_eq!(location, "/connect/smartcar_unavailable", "{words}");
    }
    for kind in [json!("missingFields"), json!("wrongTypes")] {
        let words = kind.to_string();
        let location = meets_at_exchange("connections.list", kind).await;
        assert!(
            ["/connect/smartcar_unavailable", "/connect/not_confirmed"]
                .contains(&location.as_str()),
            "{words}: {location}"
        );
    }
}

#[tokio::test]
async fn a_car_that_cannot_be_read_is_shown_by_what_the_list_says() {
    for kind in [
        json!({ "status": { "code": 404, "type": "RESOURCE_NOT_FOUND", "errorCode": "PATH" } }),
        json!("malformedJson"),
        json!("missingFields"),
        json!("wrongTypes"),
        json!("empty"),
    ] {
        let words = kind.to_string();
        let location = meets_at_exchange("vehicles.get", kind).await;
        assert_eq!(location, "/vehicle", "{words}");
    }
}

#[tokio::test]
async fn refused_credentials_are_the_operators_fault() {
    let carport = TestCarport::start_with(&["--smartcar-client-secret=wrong"]).await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let page = browser.get(&attempt.callback("someone")).await;
    assert_eq!(page.location(), "/connect/configuration_error");
}
