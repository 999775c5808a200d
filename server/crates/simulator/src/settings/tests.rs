//! Which settings describe an application.

use super::*;

fn problem(change: impl FnOnce(&mut Settings)) -> Option<SettingsError> {
    let mut settings = Settings::default();
    change(&mut settings);
    settings.validate().err()
}

#[test]
fn the_default_is_valid() {
    assert_eq!(problem(|_| ()), None);
}

#[test]
fn the_swapped_credentials_of_reference_0_5_are_named() {
    assert_eq!(
        problem(|settings| settings.application_id = DEVELOPMENT_CLIENT_ID.to_owned()),
        Some(SettingsError::ApplicationId)
    );
    assert_eq!(
        problem(|settings| settings.client_id = DEVELOPMENT_APPLICATION_ID.to_owned()),
        Some(SettingsError::ClientId)
    );
}

#[test]
fn there_are_one_to_three_secrets() {
    let secrets = |count: usize| vec!["secret".to_owned(); count];
    assert_eq!(
        problem(|settings| settings.client_secrets = secrets(3)),
        None
    );
    for count in [0, 4] {
        assert_eq!(
            problem(|settings| settings.client_secrets = secrets(count)),
            Some(SettingsError::ClientSecrets)
        );
    }
}

#[test]
fn only_the_documented_redirect_uris_are_registrable() {
    let application_id = DEVELOPMENT_APPLICATION_ID;
    for good in [
        "http://localhost:8000/exchange",
        "http://127.0.0.1:1/",
        "https://app.example/exchange?tenant=1",
        "scb3f9d6a2-5c41-4e0f-8a77-1d2c9e64f035://exchange",
    ] {
        assert!(is_registrable(good, application_id), "{good}");
    }
    for bad in [
        "http://app.example/exchange",
        "https://app.example/#fragment",
        "javascript:alert(1)",
        "scother://exchange",
        "/exchange",
    ] {
        assert!(!is_registrable(bad, application_id), "{bad}");
    }
}

#[test]
fn there_are_one_to_three_management_tokens_and_none_is_empty() {
    let tokens = |tokens: &[&str]| {
        let tokens = tokens.iter().map(ToString::to_string).collect();
        problem(|settings| settings.management_tokens = tokens)
    };
    assert_eq!(tokens(&["new", "old"]), None);
    for bad in [&[][..], &[""], &[" new"], &["a", "b", "c", "d"], &["a,b"]] {
        assert_eq!(
            tokens(bad),
            Some(SettingsError::ManagementTokens),
            "{bad:?}"
        );
    }
}

#[test]
fn a_webhook_to_another_machine_needs_the_permission_for_that() {
    let elsewhere = || {
        Some(WebhookSettings::new(
            Url::parse("https://app.example").unwrap(),
        ))
    };
    let refused = problem(|settings| settings.webhook = elsewhere());
    assert!(matches!(refused, Some(SettingsError::Webhook(_))));
    let allowed = problem(|settings| {
        settings.webhook = elsewhere();
        settings.deliver_anywhere = true;
    });
    assert_eq!(allowed, None);
}

#[test]
fn debug_output_keeps_the_secrets() {
    let shown = format!("{:?}", Settings::default());
    assert!(!shown.contains(DEVELOPMENT_CLIENT_SECRET));
    assert!(!shown.contains(DEVELOPMENT_MANAGEMENT_TOKEN));
}
