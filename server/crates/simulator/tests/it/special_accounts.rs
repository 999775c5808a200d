//! E-mail addresses with a meaning of their own (reference 1.6).

use crate::support::{Harness, Reply};

async fn log_in(harness: &Harness, email: &str, changes: &[(&str, &str)]) -> Reply {
    let walk = harness.begin(changes).await;
    walk.choose_brand("AUDI").await;
    walk.log_in(email).await
}

async fn error_of(email: &str, changes: &[(&str, &str)]) -> String {
    let reply = log_in(&Harness::new(), email, changes).await;
    reply.returned().get("error").unwrap()
}

#[tokio::test]
async fn a_number_of_vehicles_is_on_the_grant_screen_and_in_the_list() {
    let harness = Harness::new();
    let walk = harness.logged_in("14-vehicles@smartcar.com", &[]).await;
    assert_eq!(walk.cars().await.len(), 14);
    walk.allow(&["read_vin"]).await.returned();
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 14);
}

#[tokio::test]
async fn the_error_accounts_end_with_their_errors() {
    let incompatible = log_in(&Harness::new(), "smartcar@vehicle-incompatible.com", &[]).await;
    let returned = incompatible.returned();
    assert_eq!(
        returned.get("error").as_deref(),
        Some("vehicle_incompatible")
    );
    assert_eq!(returned.get("vin").as_deref(), Some("0SCAUDI012FE3B132"));
    assert_eq!(returned.get("make").as_deref(), Some("AUDI"));
    assert!(returned.get("year").is_some());
    assert_eq!(
        error_of("smartcar@invalid-subscription.com", &[]).await,
        "invalid_subscription"
    );
    assert_eq!(
        error_of("smartcar@no-vehicles.com", &[]).await,
        "no_vehicles"
    );
    let email = "0SCAUDI0000000001@incompatible.smartcar.com";
    assert_eq!(error_of(email, &[]).await, "vehicle_incompatible");
}

#[tokio::test]
async fn the_level_of_a_vin_account_limits_what_can_be_granted() {
    let scope = [("scope", "read_battery read_fuel read_vin")];
    for (level, granted) in [
        ("compatible", vec!["read_battery", "read_fuel", "read_vin"]),
        ("phev", vec!["read_battery", "read_fuel", "read_vin"]),
        ("bev", vec!["read_battery", "read_vin"]),
        ("fuel", vec!["read_fuel", "read_vin"]),
    ] {
        let harness = Harness::new();
        let email = format!("0SCTESL0000000001@{level}.smartcar.com");
        let walk = harness.logged_in(&email, &scope).await;
        walk.allow(&["read_battery", "read_fuel", "read_vin"])
            .await
            .returned();
        let connection = &harness.listing(&[]).await["data"][0]["attributes"];
        assert_eq!(
            connection["permissions"],
            serde_json::json!(granted),
            "{level}"
        );
    }
    let only_fuel = [("scope", "read_fuel")];
    let email = "0SCAUDI0000000001@bev.smartcar.com";
    assert_eq!(error_of(email, &only_fuel).await, "vehicle_incompatible");
}

#[tokio::test]
async fn only_the_wanted_vin_can_be_chosen_and_it_decides_the_brand() {
    let vin = [
        ("single_select", "true"),
        ("single_select_vin", "0SCAUDI037A5ADB1C"),
        ("make", "TESLA"),
    ];
    let harness = Harness::new();
    let walk = harness.begin(&vin).await;
    walk.submit("country", &[("country", "US")]).await;
    assert!(walk.see("login").await.text().contains("Log in to Audi"));
    walk.log_in("smartcar@successful-request.com").await;
    assert_eq!(walk.cars().await.len(), 1);
    assert!(walk.see("grant").await.text().contains("VIN ends 5ADB1C"));
    assert_eq!(error_of("ann@example.com", &vin).await, "no_vehicles");
}

#[tokio::test]
async fn test_vins_are_an_error_in_live_mode_and_special_addresses_are_ordinary() {
    let live = ("mode", "live");
    let email = "0SCAUDI0000000001@bev.smartcar.com";
    assert_eq!(error_of(email, &[live]).await, "configuration_error");
    let wanted = [
        live,
        ("single_select", "true"),
        ("single_select_vin", "1SCAUDI0000000001"),
    ];
    assert_eq!(
        error_of("ann@example.com", &wanted).await,
        "configuration_error"
    );
    let plain = log_in(&Harness::new(), "smartcar@no-vehicles.com", &[live]).await;
    assert!(plain.location().ends_with("/grant"));
}
