//! A delivery as it is written, its parts still JSON.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::decode::{self, DecodeFailure};

/// Each part is left unparsed at first: one that is nested too deeply must not hide the others.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Delivery {
    pub(super) event_id: Option<Box<RawValue>>,
    pub(super) event_type: String,
    pub(super) data: Option<Box<RawValue>>,
    pub(super) meta: Option<Box<RawValue>>,
    pub(super) triggers: Option<Box<RawValue>>,
    pub(super) vehicle_id: Option<Box<RawValue>>,
    pub(super) user_id: Option<Box<RawValue>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Data {
    pub(super) user: Option<Box<RawValue>>,
    pub(super) user_id: Option<Box<RawValue>>,
    pub(super) vehicle: Option<Box<RawValue>>,
    pub(super) vehicle_id: Option<Box<RawValue>>,
    pub(super) signals: Option<Box<RawValue>>,
    pub(super) errors: Option<Box<RawValue>>,
    pub(super) triggers: Option<Box<RawValue>>,
}

impl Delivery {
    /// JSON is text to its last byte, in those parts too that are not looked at.
    pub(super) fn read(body: &[u8]) -> Result<Self, DecodeFailure> {
        let text = std::str::from_utf8(body).map_err(|_| DecodeFailure::not_text())?;
        let delivery = decode::document(body)?;
        if decode::is_object(text) {
            Ok(delivery)
        } else {
            Err(DecodeFailure::no_object())
        }
    }

    /// What it is about; nothing, if that is of another shape.
    pub(super) fn data(&self) -> Data {
        let data = self.data.as_deref().map(RawValue::get);
        data.and_then(decode::object).unwrap_or_default()
    }
}
