use std::collections::HashSet;

use super::*;

const CONDITIONS: [Condition; 8] = [
    Condition::Cannot,
    Condition::NotAllowed,
    Condition::NotNow,
    Condition::LogInLapsed,
    Condition::MakersApp,
    Condition::CarGone,
    Condition::OperatorsPlan,
    Condition::Broken,
];

/// Reference 7.2, whole.
const KNOWN: [(&str, &str); 12] = [
    ("AUTHENTICATION", "UNAUTHORIZED ACCESS_DENIED"),
    (
        "VALIDATION",
        "INVALID_INPUT_FORMAT MISSING_PARAMETER PARAMETER",
    ),
    (
        "RESOURCE_NOT_FOUND",
        "PATH VERSION SIGNAL_NOT_FOUND INVALID_PATH",
    ),
    (
        "BILLING",
        "INVALID_PLAN VEHICLE_LIMIT VEHICLE_REQUEST_LIMIT ACCOUNT_SUSPENDED",
    ),
    (
        "COMPATIBILITY",
        "MAKE_NOT_COMPATIBLE SMARTCAR_NOT_CAPABLE VEHICLE_NOT_CAPABLE PLATFORM_NOT_CAPABLE",
    ),
    (
        "CONNECTED_SERVICES_ACCOUNT",
        "ACCOUNT_ISSUE AUTHENTICATION_FAILED NO_VEHICLES SUBSCRIPTION VEHICLE_MISSING PERMISSION VIRTUAL_KEY_REQUIRED",
    ),
    (
        "VEHICLE_STATE",
        "ASLEEP CHARGING_IN_PROGRESS CHARGING_PLUG_NOT_CONNECTED DOOR_OPEN FULLY_CHARGED NOT_CHARGING CHARGE_FAULT HOOD_OPEN",
    ),
    (
        "VEHICLE_STATE",
        "IGNITION_ON IN_MOTION REMOTE_ACCESS_DISABLED TRUNK_OPEN UNKNOWN UNREACHABLE VEHICLE_OFFLINE_FOR_SERVICE",
    ),
    ("RATE_LIMIT", "SMARTCAR_API VEHICLE"),
    ("SERVER", "INTERNAL MULTIPLE_RECORDS_FOUND RECORD_NOT_FOUND"),
    (
        "UPSTREAM",
        "INVALID_DATA KNOWN_ISSUE NO_RESPONSE RATE_LIMIT UNKNOWN_ISSUE",
    ),
    ("PERMISSION", ""),
];

fn told(error_type: &str, code: Option<&str>) -> Words {
    Words::of(&Refusal {
        condition: Condition::Broken,
        error_type: Some(error_type.to_owned()),
        code: code.map(str::to_owned),
    })
}

#[test]
fn every_known_code_has_words_of_its_own() {
    let mut reasons: HashSet<&str> = CONDITIONS
        .map(|condition| by_condition(condition).reason)
        .into();
    assert_eq!(reasons.len(), CONDITIONS.len());
    let mut count = 0;
    for (error_type, codes) in KNOWN {
        for code in codes.split_whitespace() {
            let words = told(error_type, Some(code));
            assert!(reasons.insert(words.reason), "{error_type}:{code}");
            assert_ne!(words, told(error_type, Some("NEW")), "{error_type}:{code}");
            count += 1;
        }
    }
    assert_eq!(count, 49);
}

#[test]
fn every_known_type_has_words_for_a_code_that_is_new_or_missing() {
    let fallbacks = CONDITIONS.map(by_condition);
    for (error_type, _) in KNOWN {
        for code in [None, Some(""), Some("NEW"), Some("asleep")] {
            assert!(
                !fallbacks.contains(&told(error_type, code)),
                "{error_type}:{code:?}"
            );
        }
    }
}

#[test]
fn everything_says_what_to_do() {
    let known = KNOWN.iter().flat_map(|(error_type, codes)| {
        codes
            .split_whitespace()
            .chain(["NEW"])
            .map(|code| told(error_type, Some(code)))
    });
    for words in known.chain(CONDITIONS.map(by_condition)) {
        assert!(words.reason.ends_with('.'), "{words:?}");
        assert!(!words.remedy.is_empty() || words.way.is_some(), "{words:?}");
    }
}

#[test]
fn what_smartcar_does_not_name_is_told_by_what_it_is() {
    for condition in CONDITIONS {
        for error_type in [None, Some("EARTHQUAKE"), Some("vehicle_state"), Some("")] {
            let words = Words::of(&Refusal {
                condition,
                error_type: error_type.map(str::to_owned),
                code: Some("DOOR_OPEN".to_owned()),
            });
            assert_eq!(words, by_condition(condition));
        }
    }
}

#[test]
fn a_missing_permission_leads_to_the_one_that_is_missing() {
    let id = VehicleId("a b".to_owned());
    let words = told("PERMISSION", None);
    let html = words.view(&id, Some(CommandName::Unlock)).to_html();
    assert!(
        html.contains(
            r#"<a href="/login?vehicle=a%20b&amp;permission=control_security" rel="external">Allow it"#
        ),
        "{html}"
    );
    let html = words.view(&id, None).to_html();
    assert!(
        html.contains(r#"<a href="/login" rel="external">"#),
        "{html}"
    );
}
