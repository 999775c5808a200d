//! Spoiling a JSON answer.

use serde_json::Value;

/// Fields without which an answer cannot be understood.
const NEEDED: [&str; 5] = ["access_token", "attributes", "id", "links", "meta"];

/// The same value without the fields that it must have.
pub(super) fn without_needed_fields(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(name, _)| !NEEDED.contains(&name.as_str()))
            .map(|(name, field)| (name, without_needed_fields(field)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_needed_fields).collect(),
        leaf => leaf,
    }
}

/// The same shape with a number for each text and a text for each number.
pub(super) fn with_wrong_types(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, field)| (name, with_wrong_types(field)))
            .collect(),
        Value::Array(items) => items.into_iter().map(with_wrong_types).collect(),
        Value::String(text) => Value::from(text.len()),
        Value::Number(number) => Value::from(format!("about {number}")),
        Value::Bool(_) | Value::Null => Value::from("perhaps"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn needed_fields_are_gone_at_every_depth_and_the_rest_stays() {
        let answer = json!({"data": [{"id": "1", "type": "vehicle", "relationships": {"user": {"id": "2"}}}], "meta": {}});
        assert_eq!(
            without_needed_fields(answer),
            json!({"data": [{"type": "vehicle", "relationships": {"user": {}}}]})
        );
    }

    #[test]
    fn every_leaf_changes_its_kind() {
        let answer = json!({"year": 2020, "make": "KIA", "next": null, "list": [true]});
        assert_eq!(
            with_wrong_types(answer),
            json!({"year": "about 2020", "make": 3, "next": "perhaps", "list": ["perhaps"]})
        );
    }
}
