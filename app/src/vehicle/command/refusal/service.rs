//! What Smartcar, the maker's service or the operator's plan stands in the way with.

use super::{Words, words};

const OPERATOR: &str = "Only the operator of this Carport can change that.";
const LATER: &str = "Ask again in some minutes.";
/// Carport's own fault.
const OURS: &str = "That is a fault of Carport’s: tell its operator, with the details.";

/// `BILLING`: the operator's plan at Smartcar.
pub(super) fn billing(code: &str) -> Words {
    match code {
        "INVALID_PLAN" => words(
            "This Carport’s plan at Smartcar does not include it.",
            OPERATOR,
        ),
        "VEHICLE_LIMIT" => words(
            "This Carport has more cars than its plan at Smartcar includes.",
            OPERATOR,
        ),
        "VEHICLE_REQUEST_LIMIT" => words(
            "This car’s requests of this month are used up.",
            "Ask again next month, or let the operator of this Carport have a larger plan.",
        ),
        "ACCOUNT_SUSPENDED" => words("This Carport’s account at Smartcar is suspended.", OPERATOR),
        _ => words(
            "This Carport’s plan at Smartcar stands in the way.",
            OPERATOR,
        ),
    }
}

/// `RATE_LIMIT`: too many requests in a short time.
pub(super) fn rate_limit(code: &str) -> Words {
    match code {
        "SMARTCAR_API" => words(
            "Smartcar takes no more requests from this Carport at this moment.",
            LATER,
        ),
        "VEHICLE" => words(
            "Smartcar takes no more requests for this car at this moment.",
            LATER,
        ),
        _ => words("Smartcar was asked too much in too short a time.", LATER),
    }
}

/// `UPSTREAM`: the service of the car's maker.
pub(super) fn upstream(code: &str) -> Words {
    match code {
        "INVALID_DATA" => words(
            "The maker’s service gave an answer that Smartcar could not read.",
            LATER,
        ),
        "KNOWN_ISSUE" => words(
            "The maker’s service has a fault that Smartcar knows of.",
            "Ask again later.",
        ),
        "NO_RESPONSE" => words("The car or the maker’s service did not answer.", LATER),
        "RATE_LIMIT" => words(
            "The maker takes no more requests for this car at this moment.",
            "Ask again in an hour.",
        ),
        "UNKNOWN_ISSUE" => words("The maker’s service failed, and does not say why.", LATER),
        _ => words("The maker’s service has a fault.", LATER),
    }
}

/// `SERVER`: Smartcar's own faults.
pub(super) fn server(code: &str) -> Words {
    match code {
        "INTERNAL" => words("Smartcar has a fault of its own.", LATER),
        "MULTIPLE_RECORDS_FOUND" => words(
            "Smartcar has more than one record of this car.",
            "Tell the operator of this Carport, with the details.",
        ),
        "RECORD_NOT_FOUND" => words(
            "Smartcar does not find its record of this car.",
            "Refresh the page’s values; if they fail too, connect the car again.",
        ),
        _ => words("Smartcar has a fault.", LATER),
    }
}

/// `VALIDATION`: Smartcar does not take what Carport sent.
pub(super) fn validation(code: &str) -> Words {
    match code {
        "INVALID_INPUT_FORMAT" => words(
            "Smartcar could not read what Carport sent.",
            "Try another value; if that fails too, tell the operator of this Carport.",
        ),
        "MISSING_PARAMETER" => words("Smartcar misses something in what Carport sent.", OURS),
        "PARAMETER" => words(
            "Smartcar does not take this value.",
            "Try another one; if that fails too, tell the operator of this Carport.",
        ),
        _ => words("Smartcar did not take what Carport sent.", OURS),
    }
}

/// `RESOURCE_NOT_FOUND`: Smartcar knows no such thing.
pub(super) fn not_found(code: &str) -> Words {
    match code {
        "PATH" => words("Smartcar knows no such command for this car.", OURS),
        "INVALID_PATH" => words("Smartcar knows no such command.", OURS),
        "VERSION" => words("Smartcar does not offer this command any more.", OURS),
        "SIGNAL_NOT_FOUND" => words("Smartcar does not find what the command is about.", OURS),
        _ => words(
            "Smartcar does not find the car, or what the command is about.",
            "Refresh; if that fails too, connect the car again.",
        ),
    }
}
