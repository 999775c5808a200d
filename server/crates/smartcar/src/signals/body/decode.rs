//! From JSON to a body, by the code of the signal.

use serde_json::Value;

use super::{
    Body, ChargeLimits, NominalCapacity, Quantity, Range, Tires,
    closures::{Doors, Windows},
    location::Location,
    misfit::{Misfit, Part, list, parts, single},
};
use crate::{
    decode::scalar,
    signals::{KnownSignal, Shape, SignalCode, Unit},
};

impl Body {
    /// Reads the body of the signal `code` (reference 4.5). It is `None` if it says nothing: if it
    /// is `null`, or its value is.
    ///
    /// Nothing is an error. An unknown signal, and a known one whose body is of another shape, give
    /// [`Body::Raw`].
    ///
    /// ```
    /// use smartcar::signals::Body;
    ///
    /// let body = serde_json::json!({"value": true});
    /// assert_eq!(Body::decode(&"closure-islocked".into(), &body), Some(Body::Flag(true)));
    /// assert_eq!(Body::decode(&"flux-capacitor".into(), &body), Some(Body::Raw(body)));
    /// ```
    pub fn decode(code: &SignalCode, body: &Value) -> Option<Self> {
        if body.is_null() {
            return None;
        }
        code.known()
            .ok_or(Misfit)
            .and_then(|known| shaped(known, body))
            .unwrap_or_else(|Misfit| Some(Self::Raw(body.clone())))
    }
}

fn shaped(known: KnownSignal, body: &Value) -> Part<Body> {
    let unit = known.default_unit();
    let unit = unit.as_ref();
    Ok(match known.shape() {
        Shape::Flag => single(body, scalar::flag)?.map(Body::Flag),
        Shape::Number => single(body, scalar::number)?
            .map(|value| Body::Number(unfractioned(Quantity::stated(value, body, unit)))),
        Shape::Count => single(body, scalar::count)?.map(Body::Count),
        Shape::Text => single(body, scalar::text)?.map(Body::Text),
        Shape::Texts => list(body, &["values"])?.map(Body::Texts),
        Shape::ChargeLimits => Some(Body::ChargeLimits(ChargeLimits::decode(body, unit)?)),
        Shape::ChargeRecords => list(body, &["values"])?.map(Body::ChargeRecords),
        Shape::ChargeTimers => list(body, &["values"])?.map(Body::ChargeTimers),
        Shape::Doors => Doors::decode(body)?.map(Body::Doors),
        Shape::Windows => Windows::decode(body)?.map(Body::Windows),
        Shape::Cover => Some(Body::Cover(parts(body, &["isOpen"])?)),
        Shape::Trunk => Some(Body::Trunk(parts(body, &["isOpen", "isLocked"])?)),
        Shape::Diagnostic => Some(Body::Diagnostic(parts(body, &["status"])?)),
        Shape::TroubleCodes => list(body, &["values"])?.map(Body::TroubleCodes),
        Shape::Location => Location::decode(body)?.map(Body::Location),
        Shape::ServiceRecords => list(body, &["values"])?.map(Body::ServiceRecords),
        Shape::NominalCapacity => Some(Body::NominalCapacity(NominalCapacity::decode(body, unit)?)),
        Shape::Range => Range::decode(body, unit)?.map(Body::Range),
        Shape::DriveMode => Some(Body::DriveMode(parts(
            body,
            &["canonical", "oemDisplayName"],
        )?)),
        Shape::Tires => Tires::decode(body, unit)?.map(Body::Tires),
    })
}

/// A share of 0 to 1 as percent. Old payloads sent `0.77` for 77 % (reference 4.4, 4.5), and never
/// a unit with it: so a value of at most 1 is a share if no unit is stated. With a unit it stays
/// what it is, since a battery at 1 % is possible and says so.
fn unfractioned(quantity: Quantity) -> Quantity {
    let is_share = quantity.unit == Unit::Percent
        && quantity.stated_unit.is_none()
        && (0.0..=1.0).contains(&quantity.value);
    if is_share {
        Quantity::new(quantity.value * 100.0, Unit::Percent)
    } else {
        quantity
    }
}
