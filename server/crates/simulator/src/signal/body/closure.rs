//! Group Closure.

use serde_json::{Value, json};

use super::plain;
use crate::car::Car;

pub(super) fn body(car: &Car, name: &str) -> Option<Value> {
    let closures = &car.closures;
    let trunk =
        |is_open: bool| json!({ "isOpen": is_open, "isLocked": closures.is_locked && !is_open });
    Some(match name {
        "doors" => {
            let doors = closures.doors.iter().enumerate().map(|(index, door)| {
                json!({
                    "row": index / 2,
                    "column": index % 2,
                    "isOpen": door.is_open,
                    "isLocked": door.is_locked,
                })
            });
            json!({ "values": doors.collect::<Vec<_>>(), "rowCount": 2, "columnCount": 2 })
        }
        "windows" => {
            let windows = closures.windows.iter().enumerate().map(|(index, is_open)| {
                json!({ "row": index / 2, "column": index % 2, "isOpen": is_open })
            });
            json!({ "values": windows.collect::<Vec<_>>(), "rowCount": 2, "columnCount": 2 })
        }
        "enginecover" => json!({ "isOpen": closures.is_engine_cover_open }),
        "fronttrunk" => trunk(closures.is_front_trunk_open),
        "reartrunk" | "tailgate" => trunk(closures.is_rear_trunk_open),
        "sunroof" => json!({ "isOpen": closures.is_sunroof_open }),
        "islocked" => plain(closures.is_locked),
        _ => return None,
    })
}
