//! What was granted, and what was not, out of everything that Carport has a place for.

use super::unlocks;
use crate::{
    home::permission::{PERMISSIONS, permission},
    vehicle::car::Car,
};

/// How a car stands with its permissions.
pub(super) struct Standing {
    /// What was granted, in Smartcar's order; one that Carport does not know is among it.
    pub(super) granted: Vec<Entry>,
    /// What was not granted, and would unlock something.
    pub(super) missing: Vec<Entry>,
    /// The names of those that would unlock nothing for this car.
    pub(super) useless: Vec<&'static str>,
}

/// A permission.
pub(super) struct Entry {
    /// Smartcar's code.
    pub(super) code: String,
    /// What it is; its code, when Carport does not know it.
    pub(super) name: String,
    /// What it unlocks for this car.
    pub(super) unlocks: Vec<&'static str>,
}

/// How this car stands with its permissions.
pub(super) fn standing(car: &Car) -> Standing {
    let granted = car.permissions.iter().map(|code| Entry {
        name: permission(code)
            .map_or(code.as_str(), |known| known.name)
            .to_owned(),
        unlocks: unlocks::of_car(car, code).unwrap_or_default(),
        code: code.clone(),
    });
    let mut standing = Standing {
        granted: granted.collect(),
        missing: Vec::new(),
        useless: Vec::new(),
    };
    for known in PERMISSIONS {
        let is_granted = car.permissions.iter().any(|code| code == known.code);
        if is_granted || unlocks::all(known.code).is_empty() {
            continue;
        }
        match unlocks::of_car(car, known.code) {
            Some(unlocks) => standing.missing.push(Entry {
                code: known.code.to_owned(),
                name: known.name.to_owned(),
                unlocks,
            }),
            None => standing.useless.push(known.name),
        }
    }
    standing
}
