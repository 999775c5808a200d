//! Connect's screens, from the first to the redirect (reference 1.2 and 1.3).

use axum::http::StatusCode;

use crate::support::Harness;

const PERMISSIONS: (&str, &str) = ("scope", "required:read_vehicle_info read_odometer read_vin");

#[tokio::test]
async fn every_screen_has_its_one_heading_and_its_buttons() {
    let harness = Harness::new();
    harness.one_car("ann.mfa@example.com").await;
    let walk = harness.begin(&[]).await;
    let seen = async |screen: &str, heading: &str, buttons: &[&str]| {
        let page = walk.see(screen).await;
        assert_eq!(page.status, StatusCode::OK);
        let page = page.text();
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<main>").count(), 1);
        assert!(page.contains("<html lang=\"en\">"));
        assert!(page.contains(&format!("<h1>{heading}</h1>")), "{page}");
        assert!(page.contains("Simulator: end with an error"));
        assert!(!page.contains("<script") && !page.contains("style="));
        for button in buttons {
            assert!(page.contains(&format!("{button}</button>")), "{button}");
        }
    };
    seen("country", "Connect your car", &["Continue"]).await;
    walk.submit("country", &[("country", "DE")]).await;
    seen(
        "brand",
        "Choose your car's brand",
        &["Tesla", "Land Rover", "Škoda"],
    )
    .await;
    walk.submit("brand", &[("make", "TESLA")]).await;
    seen(
        "login",
        "Log in to Tesla",
        &["Log in", "Back to application"],
    )
    .await;
    assert!(
        walk.log_in("ann.mfa@example.com")
            .await
            .location()
            .ends_with("/code")
    );
    seen(
        "code",
        "Enter the code",
        &["Continue", "Back to application"],
    )
    .await;
    walk.submit("code", &[("code", "123456")]).await;
    let buttons = ["Allow access", "Deny access", "Back to application"];
    seen("grant", "Choose what to share", &buttons).await;
}

#[tokio::test]
async fn allowing_access_returns_the_user_and_what_was_sent() {
    let harness = Harness::new();
    let sent = [
        ("state", "a b&c=d"),
        ("external_id", "nonce-1"),
        ("response_type", "code"),
    ];
    let walk = harness.logged_in("ann@example.com", &sent).await;
    let returned = walk.allow(&["read_odometer"]).await.returned();
    assert_eq!(
        returned.names(),
        ["user_id", "state", "code", "external_id"]
    );
    assert_eq!(returned.get("state").as_deref(), Some("a b&c=d"));
    assert_eq!(returned.get("external_id").as_deref(), Some("nonce-1"));

    let listed = harness
        .listing(&[("filter[userId]", &returned.get("user_id").unwrap())])
        .await;
    assert_eq!(
        listed["data"][0]["attributes"]["user"]["externalId"],
        "nonce-1"
    );
}

#[tokio::test]
async fn without_state_code_and_external_id_only_the_user_comes_back() {
    let harness = Harness::new();
    let walk = harness
        .logged_in("ann@example.com", &[("external_id", "not valid")])
        .await;
    assert_eq!(
        walk.allow(&["read_odometer"]).await.returned().names(),
        ["user_id"]
    );
}

#[tokio::test]
async fn required_permissions_are_locked_and_granted_and_unticked_ones_are_not() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let walk = harness.logged_in("ann@example.com", &[PERMISSIONS]).await;
    let page = walk.see("grant").await.text();
    assert!(page.contains(r#"value="read_vehicle_info" checked disabled"#));
    assert!(!page.contains(r#"value="read_odometer" checked disabled"#));
    walk.allow(&["read_odometer", "control_security"]).await;
    let granted = &harness.listing(&[]).await["data"][0]["attributes"]["permissions"];
    assert_eq!(
        *granted,
        serde_json::json!(["read_vehicle_info", "read_odometer"])
    );
}

#[tokio::test]
async fn at_least_one_car_and_one_permission_must_stay_ticked() {
    let harness = Harness::new();
    let walk = harness
        .logged_in("ann@example.com", &[("scope", "read_vin")])
        .await;
    let none = walk.allow(&[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Choose at least one permission."));
    let stranger = [
        ("vehicle", "6b8a2f0e-0000-4000-8000-000000000000"),
        ("permission", "read_vin"),
    ];
    let no_car = walk.submit("grant", &stranger).await;
    assert!(no_car.text().contains("Choose at least one car."));
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 0);
}

#[tokio::test]
async fn a_preset_brand_skips_the_brand_screen() {
    let harness = Harness::new();
    let walk = harness.begin(&[("make", "LAND_ROVER")]).await;
    let next = walk.submit("country", &[("country", "GB")]).await;
    assert!(next.location().ends_with("/login"));
    assert!(
        walk.see("login")
            .await
            .text()
            .contains("Log in to Land Rover")
    );
}

#[tokio::test]
async fn the_brand_search_narrows_the_list() {
    let harness = Harness::new();
    let walk = harness.begin(&[]).await;
    walk.submit("country", &[("country", "DE")]).await;
    let found = walk.see("brand?search=volv").await.text();
    assert!(found.contains("Volvo</button>") && !found.contains("Tesla</button>"));
    let nothing = walk.see("brand?search=%3Cb%3E").await.text();
    assert!(nothing.contains("No brand matches “&lt;b&gt;”."));
}

#[tokio::test]
async fn wrong_credentials_and_codes_are_refused_on_their_screens() {
    let harness = Harness::new();
    let walk = harness.begin(&[]).await;
    walk.choose_brand("KIA").await;
    for (email, password, words) in [
        (
            "ann@example.com",
            "wrong",
            "The e-mail address or the password is wrong.",
        ),
        ("ann@example.com", "", "Enter your password."),
        ("ann", "any", "Enter your e-mail address."),
    ] {
        let reply = walk
            .submit("login", &[("email", email), ("password", password)])
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains(words) && reply.text().contains("role=\"alert\""));
    }
    walk.log_in("mfa@example.com").await;
    for code in ["000000", "12345", "abcdef"] {
        let reply = walk.submit("code", &[("code", code)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn single_select_offers_one_choice_and_takes_no_more() {
    let harness = Harness::new();
    let changes = [("single_select", "true")];
    let walk = harness.logged_in("3-vehicles@smartcar.com", &changes).await;
    let page = walk.see("grant").await.text();
    assert_eq!(page.matches(r#"type="radio" name="vehicle""#).count(), 3);
    assert!(
        walk.allow(&["read_vin"])
            .await
            .text()
            .contains("Choose one car only.")
    );
}
