//! All signals of a vehicle.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, value::RawValue};

use super::{Signal, SignalCode};
use crate::{
    Error, Vehicle,
    decode::{self, DecodeFailure, scalar},
};

/// The signals of a vehicle, as Smartcar's store has them (reference 4.2).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Signals {
    /// Those that could be read, in the order of the answer. One may stand there twice.
    pub signals: Vec<Signal>,
    /// Those that could not, for they have no code or are not even JSON that can be held.
    pub unreadable: Vec<UnreadableSignal>,
    /// How many there are, if the answer says so.
    pub total_count: Option<u64>,
    /// The vehicle, if the answer tells of it.
    pub vehicle: Option<Vehicle>,
    has_next_page: bool,
}

/// An element of the list that is no signal, as it was received.
#[derive(Clone, PartialEq, Eq)]
pub struct UnreadableSignal(String);

/// Its parts are left unparsed at first: one that is nested too deeply or has too great a number
/// would else spoil the others.
#[derive(Deserialize)]
pub(super) struct ListRecord {
    data: Vec<Box<RawValue>>,
    meta: Option<Box<RawValue>>,
    links: Option<Box<RawValue>>,
    included: Option<Box<RawValue>>,
}

impl Signals {
    /// Reads the body of an answer to [`Client::signals`](crate::Client::signals).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if it has no list of signals. An element of
    /// the list is never an error.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        let record: Result<ListRecord, DecodeFailure> = decode::document(body);
        record
            .map(Self::from)
            .map_err(|failure| Error::unreadable(&failure))
    }

    /// Whether all signals came. If not, the others can be read by their codes: Smartcar counts
    /// pages, but has no way to ask for the next.
    pub fn is_complete(&self) -> bool {
        let received = self.signals.len() + self.unreadable.len();
        let received = u64::try_from(received).unwrap_or(u64::MAX);
        !self.has_next_page && self.total_count.is_none_or(|total| received >= total)
    }

    /// The signal `code`. If it came more than once, the one that the vehicle recorded last.
    pub fn get(&self, code: &SignalCode) -> Option<&Signal> {
        self.signals
            .iter()
            .filter(|signal| signal.code == *code)
            .max_by_key(|signal| signal.oem_updated_at)
    }
}

impl From<ListRecord> for Signals {
    fn from(record: ListRecord) -> Self {
        let mut list = Self::default();
        for element in record.data {
            match serde_json::from_str(element.get())
                .ok()
                .and_then(Signal::from_value)
            {
                Some(signal) => list.signals.push(signal),
                None => list
                    .unreadable
                    .push(UnreadableSignal(element.get().to_owned())),
            }
        }
        let part = |part: Option<Box<RawValue>>| -> Value {
            part.and_then(|part| serde_json::from_str(part.get()).ok())
                .unwrap_or_default()
        };
        list.total_count = part(record.meta).get("totalCount").and_then(scalar::count);
        list.has_next_page = part(record.links)
            .get("next")
            .and_then(Value::as_str)
            .is_some_and(|next| !next.is_empty());
        list.vehicle = part(record.included)
            .get_mut("vehicle")
            .map(Value::take)
            .and_then(|vehicle| decode::item(vehicle).ok());
        list
    }
}

impl UnreadableSignal {
    /// The text of the element.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnreadableSignal {
    /// Shows nothing of it, since it may be personal.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "UnreadableSignal({} bytes hidden)", self.0.len())
    }
}

#[cfg(test)]
mod tests;
