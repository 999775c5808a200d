//! The errors of Connect (reference 1.4), and the forged callback (1.7).

use crate::support::Harness;

#[tokio::test]
async fn denying_access_returns_access_denied() {
    let harness = Harness::new();
    let walk = harness
        .logged_in("ann@example.com", &[("state", "s")])
        .await;
    let returned = walk
        .submit("grant", &[("decision", "deny")])
        .await
        .returned();
    assert_eq!(returned.names(), ["error", "error_description", "state"]);
    assert_eq!(returned.get("error").as_deref(), Some("access_denied"));
    let description = returned.get("error_description");
    assert_eq!(
        description.as_deref(),
        Some("User denied access to application.")
    );
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 0);
}

#[tokio::test]
async fn the_way_back_to_the_application_is_an_error_of_its_own() {
    let harness = Harness::new();
    let walk = harness.begin(&[]).await;
    walk.choose_brand("TESLA").await;
    let returned = walk.submit("return", &[]).await.returned();
    let error = returned.get("error");
    assert_eq!(
        error.as_deref(),
        Some("user_manually_returned_to_application")
    );
    let description = returned.get("error_description");
    let words = "The user exited Connect before granting your application access";
    assert_eq!(description.as_deref(), Some(words));
}

#[tokio::test]
async fn each_of_the_seven_errors_has_its_button_and_its_extra_parameters() {
    let harness = Harness::new();
    let page = harness.begin(&[]).await.see("country").await.text();
    for (code, extra) in [
        ("access_denied", &[][..]),
        (
            "vehicle_incompatible",
            &[
                ("vin", "V"),
                ("make", "AUDI"),
                ("year", "2019"),
                ("model", "A6"),
            ],
        ),
        ("invalid_subscription", &[]),
        ("no_vehicles", &[]),
        (
            "configuration_error",
            &[("status_code", "400"), ("error_message", "no")],
        ),
        ("server_error", &[]),
        ("user_manually_returned_to_application", &[]),
    ] {
        assert!(
            page.contains(&format!("End with {code}</button>")),
            "{code}"
        );
        let walk = harness.begin(&[]).await;
        let fields: Vec<_> = [("error", code)]
            .into_iter()
            .chain(extra.iter().copied())
            .collect();
        let returned = walk.submit("end", &fields).await.returned();
        assert_eq!(returned.get("error").as_deref(), Some(code));
        assert_ne!(returned.get("error_description").unwrap(), "");
        for (name, value) in extra {
            assert_eq!(returned.get(name).as_deref(), Some(*value), "{name}");
        }
        assert_eq!(returned.names().len(), 2 + extra.len());
    }
}

#[tokio::test]
async fn jumping_ahead_ends_with_configuration_error() {
    let harness = Harness::new();
    for screen in ["brand", "login", "code", "grant"] {
        let returned = harness.begin(&[]).await.see(screen).await.returned();
        assert_eq!(
            returned.get("error").as_deref(),
            Some("configuration_error"),
            "{screen}"
        );
        assert_eq!(returned.get("status_code").as_deref(), Some("400"));
    }
    let walk = harness.begin(&[]).await;
    walk.choose_brand("TESLA").await;
    walk.log_in("mfa@example.com").await;
    let returned = walk.see("grant").await.returned();
    assert_eq!(
        returned.get("error").as_deref(),
        Some("configuration_error")
    );
}

#[tokio::test]
async fn a_forged_callback_names_another_user_than_the_one_who_granted() {
    let harness = Harness::new();
    let victim = harness.grant("victim@example.com", Some("theirs")).await;
    let victim_id = victim["userId"].as_str().unwrap();
    let walk = harness
        .logged_in("thief@example.com", &[("external_id", "mine")])
        .await;
    assert!(walk.see("grant").await.text().contains(victim_id));

    let forged = [("known_user", victim_id), ("other_user_id", "")];
    let returned = walk
        .decide("forge", &["read_vin"], &forged)
        .await
        .returned();
    assert_eq!(returned.get("user_id").as_deref(), Some(victim_id));
    assert_eq!(returned.get("external_id").as_deref(), Some("mine"));

    let of_victim = harness.listing(&[("filter[userId]", victim_id)]).await;
    assert_eq!(
        of_victim["data"][0]["attributes"]["user"]["externalId"],
        "theirs"
    );
    let of_session = harness
        .listing(&[("filter[user.externalId]", "mine")])
        .await;
    assert_ne!(of_session["data"][0]["attributes"]["user"]["id"], victim_id);
}

#[tokio::test]
async fn a_typed_user_id_is_returned_as_it_is() {
    let harness = Harness::new();
    let walk = harness.logged_in("thief@example.com", &[]).await;
    let nothing = walk.decide("forge", &["read_vin"], &[]).await;
    assert!(nothing.text().contains("Say which user id to return with."));
    let typed = [("other_user_id", "whoever")];
    let returned = walk.decide("forge", &["read_vin"], &typed).await.returned();
    assert_eq!(returned.get("user_id").as_deref(), Some("whoever"));
}
