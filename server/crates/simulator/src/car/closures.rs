//! Doors, windows, trunks and the lock.

/// A car with four doors.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the car"
)]
pub(crate) struct Closures {
    /// Front left, front right, rear left, rear right.
    pub(crate) doors: [Door; 4],
    /// Whether open, in the same order.
    pub(crate) windows: [bool; 4],
    pub(crate) is_front_trunk_open: bool,
    pub(crate) is_rear_trunk_open: bool,
    pub(crate) is_engine_cover_open: bool,
    pub(crate) is_sunroof_open: bool,
    /// What the car says of itself as a whole.
    pub(crate) is_locked: bool,
}

/// A door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Door {
    pub(crate) is_open: bool,
    pub(crate) is_locked: bool,
}

impl Closures {
    /// Everything closed and locked.
    pub(super) fn locked() -> Self {
        let door = Door {
            is_open: false,
            is_locked: true,
        };
        Self {
            doors: [door; 4],
            windows: [false; 4],
            is_front_trunk_open: false,
            is_rear_trunk_open: false,
            is_engine_cover_open: false,
            is_sunroof_open: false,
            is_locked: true,
        }
    }

    /// Locks or unlocks every door.
    pub(crate) fn set_locked(&mut self, is_locked: bool) {
        self.is_locked = is_locked;
        for door in &mut self.doors {
            door.is_locked = is_locked;
        }
    }

    /// Opens or closes a door; an open one is not locked, and neither is the car.
    pub(crate) fn set_open(&mut self, row: usize, column: usize, is_open: bool) {
        if column < 2
            && let Some(door) = self.doors.get_mut(row * 2 + column)
        {
            door.is_open = is_open;
            if is_open {
                door.is_locked = false;
                self.is_locked = false;
            }
        }
    }

    /// Closes everything, without locking it.
    pub(crate) fn close_all(&mut self) {
        for door in &mut self.doors {
            door.is_open = false;
        }
        self.is_front_trunk_open = false;
        self.is_rear_trunk_open = false;
        self.is_engine_cover_open = false;
    }

    pub(crate) fn has_open_door(&self) -> bool {
        self.doors.iter().any(|door| door.is_open)
    }
}
