//! Doors, windows, trunks and covers.

use serde::Deserialize;
use serde_json::Value;

use super::misfit::{Part, list, whole};
use crate::decode::optional;

/// The doors: `closure-doors` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doors {
    /// The doors.
    pub doors: Vec<Door>,
    /// How many rows of doors there are.
    pub row_count: Option<u64>,
    /// How many doors there are in a row.
    pub column_count: Option<u64>,
}

/// A door, and where it is: rows from the front, columns from the left, both from 0.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Door {
    /// The row.
    #[serde(default, deserialize_with = "optional::count")]
    pub row: Option<u64>,
    /// The column.
    #[serde(default, deserialize_with = "optional::count")]
    pub column: Option<u64>,
    /// Whether it is open.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_open: Option<bool>,
    /// Whether it is locked.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_locked: Option<bool>,
}

/// The windows: `closure-windows` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Windows {
    /// The windows.
    pub windows: Vec<Window>,
    /// How many rows of windows there are.
    pub row_count: Option<u64>,
    /// How many windows there are in a row.
    pub column_count: Option<u64>,
}

/// A window, and where it is: rows from the front, columns from the left, both from 0.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Window {
    /// The row.
    #[serde(default, deserialize_with = "optional::count")]
    pub row: Option<u64>,
    /// The column.
    #[serde(default, deserialize_with = "optional::count")]
    pub column: Option<u64>,
    /// Whether it is open.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_open: Option<bool>,
}

/// The engine cover or the sunroof (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Cover {
    /// Whether it is open.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_open: Option<bool>,
}

/// A trunk or the tailgate (reference 4.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Trunk {
    /// Whether it is open.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_open: Option<bool>,
    /// Whether it is locked.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_locked: Option<bool>,
}

/// How many rows and columns there are.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Grid {
    #[serde(default, deserialize_with = "optional::count")]
    pub(super) row_count: Option<u64>,
    #[serde(default, deserialize_with = "optional::count")]
    pub(super) column_count: Option<u64>,
}

// The list stands under `values` in all that was seen, and under the other name in Smartcar's own
// example (reference 4.5, note 2).

impl Doors {
    pub(super) fn decode(body: &Value) -> Part<Self> {
        let grid: Grid = whole(body)?;
        Ok(list(body, &["values", "doors"])?.map(|doors| Self {
            doors,
            row_count: grid.row_count,
            column_count: grid.column_count,
        }))
    }
}

impl Windows {
    pub(super) fn decode(body: &Value) -> Part<Self> {
        let grid: Grid = whole(body)?;
        Ok(list(body, &["values", "windows"])?.map(|windows| Self {
            windows,
            row_count: grid.row_count,
            column_count: grid.column_count,
        }))
    }
}
