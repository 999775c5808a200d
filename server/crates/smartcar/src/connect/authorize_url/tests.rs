//! Every parameter, and none by accident.

use proptest::prelude::*;
use url::Url;

use super::AuthorizeUrl;
use crate::{
    ErrorKind, ExternalId, Mode, Origins,
    connect::{ApprovalPrompt, ResponseType, Scope},
};

fn pairs(builder: &AuthorizeUrl) -> Vec<(String, String)> {
    let url = builder.build(&Origins::default()).unwrap();
    Url::parse(url.as_str())
        .unwrap()
        .query_pairs()
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

fn refusal(builder: &AuthorizeUrl) -> String {
    let error = builder.build(&Origins::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    error.to_string()
}

#[test]
fn every_parameter_of_the_reference() {
    let builder = AuthorizeUrl::new("app")
        .response_type(ResponseType::Code)
        .redirect_uri("scapp://exchange")
        .scope("read_vin".parse().unwrap())
        .mode(Mode::Test)
        .state("s")
        .external_id(&ExternalId::new("e"))
        .user("u")
        .approval_prompt(ApprovalPrompt::Force)
        .make("TESLA")
        .single_select_vin("0SCAUDI037A5ADB1C")
        .flag("color", "00819D")
        .country("gb")
        .app_origin("https://app.example".parse().unwrap())
        .sdk("iOS", "6.1.0");
    let expected = [
        ("application_id", "app"),
        ("response_type", "code"),
        ("redirect_uri", "scapp://exchange"),
        ("scope", "read_vin"),
        ("mode", "test"),
        ("state", "s"),
        ("external_id", "e"),
        ("user", "u"),
        ("approval_prompt", "force"),
        ("make", "TESLA"),
        ("single_select", "true"),
        ("single_select_vin", "0SCAUDI037A5ADB1C"),
        ("flags", "color:00819D country:GB"),
        ("app_origin", "https://app.example"),
        ("sdk_platform", "iOS"),
        ("sdk_version", "6.1.0"),
    ];
    assert_eq!(
        pairs(&builder),
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[test]
fn what_is_not_set_is_not_sent() {
    assert_eq!(
        AuthorizeUrl::new("app")
            .build(&Origins::default())
            .unwrap()
            .as_str(),
        "https://connect.smartcar.com/oauth/authorize?application_id=app&response_type=none"
    );
}

#[test]
fn another_origin() {
    let origins = Origins::all_at("http://localhost:9000".parse().unwrap());
    let url = AuthorizeUrl::new("app").build(&origins).unwrap();
    assert!(
        url.as_str()
            .starts_with("http://localhost:9000/oauth/authorize?")
    );
}

#[test]
fn clearing_is_asked_for_by_name_and_not_by_a_value() {
    let builder = AuthorizeUrl::new("app").clear_external_id();
    assert!(pairs(&builder).contains(&("external_id".to_owned(), "null".to_owned())));
    let builder = AuthorizeUrl::new("app").external_id(&ExternalId::new("null"));
    assert!(refusal(&builder).contains("would clear"));
}

#[test]
fn what_connect_would_refuse_or_misread_is_refused() {
    let start = || AuthorizeUrl::new("app");
    assert!(refusal(&AuthorizeUrl::new("")).contains("application_id is empty"));
    assert!(refusal(&start().state("")).contains("state is empty"));
    assert!(refusal(&start().response_type(ResponseType::Code)).contains("redirect_uri"));
    assert!(refusal(&start().scope(Scope::new())).contains("no permission"));
    assert!(refusal(&start().scope(Scope::new().with("a b".into()))).contains("character"));
    assert!(refusal(&start().flag("a:b", "c")).contains("flag"));
    assert!(refusal(&start().flag("a", "b country:US")).contains("flag"));
    assert!(refusal(&start().country("Germany")).contains("two letters"));
    let torn = start()
        .single_select_vin("0SCAUDI037A5ADB1C")
        .single_select(false);
    assert!(refusal(&torn).contains("single_select"));
}

#[test]
fn the_last_word_on_a_flag_counts() {
    let builder = AuthorizeUrl::new("app").country("us").country("de");
    assert!(pairs(&builder).contains(&("flags".to_owned(), "country:DE".to_owned())));
}

#[test]
fn debug_shows_neither_the_state_nor_the_owner() {
    let builder = AuthorizeUrl::new("app")
        .state("hunter2")
        .external_id(&ExternalId::new("hunter2"))
        .user("hunter2")
        .single_select_vin("hunter2");
    assert!(!format!("{builder:?}").contains("hunter2"));
}

proptest! {
    #[test]
    fn no_value_smuggles_another_parameter(
        application in ".+", redirect in ".+", state in ".+", external in ".+", make in ".+",
    ) {
        prop_assume!(external != "null");
        let builder = AuthorizeUrl::new(application.clone())
            .redirect_uri(redirect.clone())
            .state(state.clone())
            .external_id(&ExternalId::new(external.clone()))
            .make(make.clone());
        let expected = vec![
            ("application_id".to_owned(), application),
            ("response_type".to_owned(), "none".to_owned()),
            ("redirect_uri".to_owned(), redirect),
            ("state".to_owned(), state),
            ("external_id".to_owned(), external),
            ("make".to_owned(), make),
        ];
        prop_assert_eq!(pairs(&builder), expected);
    }
}
