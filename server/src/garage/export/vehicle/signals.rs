//! What the signals of a car last said.

use serde_json::Value;
use smartcar::signals::Signal;

use super::super::{Export, instant, instant_if, stream::Broken};
use crate::storage::StoredReport;

/// A report, as Smartcar sent it, with its instants.
pub(super) struct Told {
    pub(super) code: String,
    /// Whether it has a value; otherwise it says why there is none.
    pub(super) is_good: bool,
    /// When the car said so.
    pub(super) car: Option<String>,
    /// When Smartcar fetched it.
    pub(super) smartcar: Option<String>,
    /// When Carport took it in.
    pub(super) carport: String,
    /// What it says: the value, or the status.
    pub(super) says: Value,
}

impl Export {
    /// The last good report of each signal, and the last one without a value where it is the later one.
    pub(super) async fn signals(&self) -> Result<Vec<Told>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let store = &self.state.store;
        let mut told = Vec::new();
        for signal in store.signals(&vehicle.owner, &vehicle.vehicle).await? {
            for (report, is_good) in [(signal.good, true), (signal.trouble, false)] {
                if let Some(report) = report {
                    told.push(Told::of(&signal.code, &report, is_good)?);
                }
            }
        }
        Ok(told)
    }
}

impl Told {
    fn of(code: &str, report: &StoredReport, is_good: bool) -> Result<Self, Broken> {
        let raw = serde_json::from_str(&report.json).ok();
        let signal = raw.and_then(Signal::from_value);
        let (car, smartcar) = signal.as_ref().map_or((None, None), |signal| {
            let smartcar = signal.retrieved_at.or(signal.ingested_at);
            (signal.oem_updated_at, smartcar)
        });
        let says = signal.as_ref().and_then(|signal| {
            if is_good {
                return signal.raw_body().cloned();
            }
            let paths = ["/attributes/status", "/status"];
            paths
                .iter()
                .find_map(|path| signal.raw.pointer(path).cloned())
        });
        Ok(Self {
            code: code.to_owned(),
            is_good,
            car: instant_if(car)?,
            smartcar: instant_if(smartcar)?,
            carport: instant(report.received_at)?,
            // What cannot be read any more is the owner's all the same.
            says: says.unwrap_or_else(|| Value::from(report.json.as_str())),
        })
    }
}
