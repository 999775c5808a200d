//! `Client::connections`, `::connection` and `::delete_connection`.

use serde_json::{Value, json as value};
use smartcar::{ConnectionFilter, ConnectionId, ErrorKind, ExternalId, Mode, UserId, VehicleId};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{header, method, path, query_param},
};

use crate::support::{
    CONNECTION_ID, USER_ID, VEHICLE_ID, answering, client, json, server, server_with_token,
};

const PAGE: &str = include_str!("../fixtures/connections.json");
const ONE: &str = include_str!("../fixtures/connection.json");

async fn mount_page(server: &MockServer, number: &str, body: &Value) {
    Mock::given(method("GET"))
        .and(path("/v3/connections"))
        .and(query_param("page[number]", number))
        .and(query_param("page[size]", "100"))
        .respond_with(json(200, &body.to_string()))
        .expect(1)
        .mount(server)
        .await;
}

#[tokio::test]
async fn lists_with_every_filter_and_the_token() {
    let server = server_with_token().await;
    Mock::given(method("GET"))
        .and(path("/v3/connections"))
        .and(query_param("filter[userId]", USER_ID))
        .and(query_param("filter[vehicleId]", VEHICLE_ID))
        .and(query_param("filter[vehicle.mode]", "simulated"))
        .and(query_param("filter[user.externalId]", "a&b=c"))
        .and(header("authorization", "Bearer fixture-access-token"))
        .respond_with(json(200, PAGE))
        .expect(1)
        .mount(&server)
        .await;
    let filter = ConnectionFilter::new()
        .user_id(UserId::new(USER_ID))
        .vehicle_id(VehicleId::new(VEHICLE_ID))
        .mode(Mode::Simulated)
        .external_id(ExternalId::new("a&b=c"));
    let connections = client(&server).connections(&filter).await.unwrap();
    assert_eq!(connections.len(), 1);
    assert_eq!(connections[0].id.as_str(), CONNECTION_ID);
    assert!(connections[0].belongs_to(&UserId::new(USER_ID), &ExternalId::new("session-4f1d")));
}

#[tokio::test]
async fn reads_all_pages_and_follows_no_address_of_the_answer() {
    let server = server_with_token().await;
    let elsewhere = self::server().await;
    let next = format!("{}/v3/connections?page=2", elsewhere.uri());
    let first = value!({"data": [{"id": "c-1"}, {"id": "c-2"}], "links": {"next": next},
        "meta": {"totalCount": 3}});
    let second = value!({"data": [{"id": "c-3"}], "links": {"next": null},
        "meta": {"totalCount": 3}});
    mount_page(&server, "1", &first).await;
    mount_page(&server, "2", &second).await;
    let connections = client(&server)
        .connections(&ConnectionFilter::new())
        .await
        .unwrap();
    let ids: Vec<&str> = connections.iter().map(|each| each.id.as_str()).collect();
    assert_eq!(ids, ["c-1", "c-2", "c-3"]);
}

#[tokio::test]
async fn a_failure_on_a_later_page_is_no_shorter_list() {
    let server = server_with_token().await;
    let first = value!({"data": [{"id": "c-1"}], "meta": {"totalCount": 2}});
    mount_page(&server, "1", &first).await;
    Mock::given(method("GET"))
        .and(query_param("page[number]", "2"))
        .respond_with(ResponseTemplate::new(403))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .connections(&ConnectionFilter::new())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Permission);
}

#[tokio::test]
async fn a_malformed_item_is_left_out() {
    let server = server_with_token().await;
    let page = value!({"data": [{"type": "connection"}, {"id": "c-1"}, "c-2"]});
    mount_page(&server, "1", &page).await;
    let connections = client(&server)
        .connections(&ConnectionFilter::new())
        .await
        .unwrap();
    assert_eq!(connections.len(), 1);
}

#[tokio::test]
async fn an_empty_filter_is_not_sent() {
    let server = server().await;
    let filter = ConnectionFilter::new().external_id(ExternalId::new(""));
    let error = client(&server).connections(&filter).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}

#[tokio::test]
async fn reads_one() {
    let server = server_with_token().await;
    let at = format!("/v3/connections/{CONNECTION_ID}");
    answering("GET", &at, json(200, ONE))
        .expect(1)
        .mount(&server)
        .await;
    let connection = client(&server)
        .connection(&ConnectionId::new(CONNECTION_ID))
        .await
        .unwrap();
    assert_eq!(connection.vehicle_id, Some(VehicleId::new(VEHICLE_ID)));
}

#[tokio::test]
async fn one_without_an_identifier_is_not_a_connection() {
    let server = server_with_token().await;
    let at = format!("/v3/connections/{CONNECTION_ID}");
    answering("GET", &at, json(200, r#"{"data": {"type": "connection"}}"#))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .connection(&ConnectionId::new(CONNECTION_ID))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn deletes_one() {
    let server = server_with_token().await;
    let at = format!("/v3/connections/{CONNECTION_ID}");
    answering("DELETE", &at, ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    client(&server)
        .delete_connection(&ConnectionId::new(CONNECTION_ID))
        .await
        .unwrap();
}

#[tokio::test]
async fn one_that_is_gone_is_not_found() {
    let server = server_with_token().await;
    let at = format!("/v3/connections/{CONNECTION_ID}");
    answering("DELETE", &at, ResponseTemplate::new(404))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .delete_connection(&ConnectionId::new(CONNECTION_ID))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}
