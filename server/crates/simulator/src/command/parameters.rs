//! Bodies of commands (reference 5).

use serde_json::{Map, Value, json};

use super::schedule_parameters::windows_of;
use super::{CommandKind, Effect};
use crate::car::ChargeSchedule;
use crate::signal::number;
use crate::vehicle_api::ApiError;

/// What a body asks for.
#[derive(Debug, Clone)]
pub(crate) struct Parameters {
    pub(crate) effect: Effect,
    /// As the answer repeats them; none where there is no body.
    pub(crate) shown: Option<Value>,
}

/// Reads the body of a command; `id` is the id of a schedule that it may make, or drop.
pub(crate) fn read_parameters(
    kind: CommandKind,
    body: &[u8],
    id: &str,
) -> Result<Parameters, ApiError> {
    let effect = match kind {
        CommandKind::Lock => Effect::SetLocked(true),
        CommandKind::Unlock => Effect::SetLocked(false),
        CommandKind::ChargeStart => Effect::SetCharging(true),
        CommandKind::ChargeStop => Effect::SetCharging(false),
        CommandKind::ChargePortOpen => Effect::SetPortOpen(true),
        CommandKind::ChargePortClose => Effect::SetPortOpen(false),
        CommandKind::DeleteSchedule => Effect::DropSchedule(id.to_owned()),
        CommandKind::ChargeSetLimit => return charge_limit(&attributes(body)?),
        CommandKind::SetDestination => return destination(&attributes(body)?),
        CommandKind::CreateSchedule(kind) => {
            let attributes = attributes(body)?;
            let location = required(&attributes, "location")?
                .as_object()
                .ok_or_else(|| ApiError::invalid_input("location must be an object"))?;
            let (latitude, longitude) = coordinates(location)?;
            let windows = windows_of(kind, &attributes)?;
            let parameters = Value::Object(attributes.clone());
            return Ok(Parameters {
                shown: Some(parameters.clone()),
                effect: Effect::AddSchedule(ChargeSchedule {
                    id: id.to_owned(),
                    kind,
                    latitude,
                    longitude,
                    windows,
                    parameters,
                }),
            });
        }
    };
    Ok(Parameters {
        effect,
        shown: None,
    })
}

/// What stands under `data.attributes`.
fn attributes(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| ApiError::invalid_input("the body is no JSON"))?;
    body["data"]["attributes"]
        .as_object()
        .cloned()
        .ok_or_else(|| ApiError::missing_parameter("missing data.attributes"))
}

pub(super) fn required<'a>(
    attributes: &'a Map<String, Value>,
    name: &str,
) -> Result<&'a Value, ApiError> {
    attributes
        .get(name)
        .ok_or_else(|| ApiError::missing_parameter(format!("missing {name}")))
}

fn charge_limit(attributes: &Map<String, Value>) -> Result<Parameters, ApiError> {
    let percent = required(attributes, "percent")?
        .as_u64()
        .and_then(|percent| u8::try_from(percent).ok())
        .filter(|percent| (50..=100).contains(percent))
        .ok_or_else(|| ApiError::invalid_input("percent must be a whole number from 50 to 100"))?;
    Ok(Parameters {
        effect: Effect::SetLimit(f64::from(percent)),
        shown: Some(json!({ "percent": percent })),
    })
}

fn destination(attributes: &Map<String, Value>) -> Result<Parameters, ApiError> {
    let (latitude, longitude) = coordinates(attributes)?;
    Ok(Parameters {
        effect: Effect::Invisible,
        shown: Some(json!({
            "latitude": number(latitude, 6),
            "longitude": number(longitude, 6),
        })),
    })
}

fn coordinates(attributes: &Map<String, Value>) -> Result<(f64, f64), ApiError> {
    let coordinate = |name: &str, furthest: f64| {
        required(attributes, name)?
            .as_f64()
            .filter(|degrees| degrees.abs() <= furthest)
            .ok_or_else(|| {
                let words = format!("{name} must be a number from -{furthest} to {furthest}");
                ApiError::invalid_input(words)
            })
    };
    Ok((
        coordinate("latitude", 90.0)?,
        coordinate("longitude", 180.0)?,
    ))
}
