//! A wrong unit, as it was seen.

use serde_json::Value;

use super::number;

/// The trap of reference 4.4: kilopascals that say they are bars.
pub(crate) fn mistake_unit(body: &mut Value) {
    for tyre in body["values"].as_array_mut().into_iter().flatten() {
        if let Some(pressure) = tyre["tirePressure"].as_f64() {
            tyre["tirePressure"] = number(pressure * 100.0, 0);
        }
    }
}
