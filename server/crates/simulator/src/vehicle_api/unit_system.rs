//! `SC-Unit-System` (reference 4.4).

use axum::http::HeaderMap;
use serde_json::Value;

use super::ApiError;
use crate::signal::number;

/// In which units values come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitSystem {
    Metric,
    Imperial,
}

impl UnitSystem {
    pub(super) fn asked_for(headers: &HeaderMap) -> Result<Self, ApiError> {
        match headers.get("sc-unit-system").map(|value| value.to_str()) {
            None | Some(Ok("metric")) => Ok(Self::Metric),
            Some(Ok("imperial")) => Ok(Self::Imperial),
            Some(_) => {
                let words = "SC-Unit-System must be metric or imperial";
                Err(ApiError::invalid_input(words))
            }
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Imperial => "imperial",
        }
    }

    /// A body in these units. The names `miles`, `psi` and `gallons` were met, the other two are
    /// ours.
    pub(super) fn convert(self, mut body: Value) -> Value {
        let Some((unit, factor, offset)) = body["unit"].as_str().and_then(imperial) else {
            return body;
        };
        if self == Self::Metric {
            return body;
        }
        let convert = |value: &mut Value| {
            if let Some(metric) = value.as_f64() {
                *value = number(metric * factor + offset, 1);
            }
        };
        if let Some(value) = body.get_mut("value") {
            convert(value);
        }
        for (list, field) in [("values", "tirePressure"), ("additionalValues", "value")] {
            let entries = body.get_mut(list).and_then(Value::as_array_mut);
            for entry in entries.into_iter().flatten() {
                if let Some(value) = entry.get_mut(field) {
                    convert(value);
                }
            }
        }
        body["unit"] = unit.into();
        body
    }
}

/// The imperial unit in place of a metric one, with factor and offset.
fn imperial(unit: &str) -> Option<(&'static str, f64, f64)> {
    Some(match unit {
        "km" => ("miles", 0.621_371, 0.0),
        "km/h" => ("mph", 0.621_371, 0.0),
        "bar" => ("psi", 14.503_8, 0.0),
        "liters" => ("gallons", 0.264_172, 0.0),
        "celsius" => ("fahrenheit", 1.8, 32.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn imperial_bodies_say_so() {
        let range = json!({
            "value": 100, "additionalValues": [{ "type": "RATED", "value": 200 }], "unit": "km",
        });
        assert_eq!(
            UnitSystem::Imperial.convert(range),
            json!({
                "value": 62.1, "additionalValues": [{ "type": "RATED", "value": 124.3 }],
                "unit": "miles",
            })
        );
        let cold = json!({ "value": -10, "unit": "celsius" });
        assert_eq!(
            UnitSystem::Imperial.convert(cold.clone()),
            json!({ "value": 14, "unit": "fahrenheit" })
        );
        assert_eq!(UnitSystem::Metric.convert(cold.clone()), cold);
    }
}
