//! A command as the pages know it (design 6).

use time::OffsetDateTime;

use crate::vehicle::reading::Condition;

/// What was asked of a car and what will be: the commands of one car for its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Commands {
    /// What was asked before, the newest first; not all of it.
    pub reports: Vec<CommandReport>,
    /// Whether there are older ones. They are not counted: the time of a page does not grow with what
    /// is stored.
    pub has_older: bool,
    /// Goes into every form of this page: two presses of one page are one command.
    pub form_key: String,
    /// The schedules that can be deleted: those with an id of Smartcar's.
    pub schedules: Vec<DeletableSchedule>,
}

/// What a car was asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Lock the doors.
    Lock,
    /// Unlock the doors.
    Unlock,
    /// Start to charge.
    StartCharging,
    /// Stop charging.
    StopCharging,
    /// Charge up to here.
    SetChargeLimit {
        /// From 50 to 100.
        percent: u8,
    },
    /// Open the flap over the plug.
    OpenChargePort,
    /// Close the flap over the plug.
    CloseChargePort,
    /// Tell the navigation where to go. In degrees.
    SetDestination {
        /// From -90 to 90.
        latitude: f64,
        /// From -180 to 180.
        longitude: f64,
    },
    /// Charge at these times at a place.
    CreateChargeSchedule {
        /// How it repeats itself.
        repeats: Repeats,
        /// Each window in words, such as `Monday 08:00 to 10:00`; of a daily one without the day.
        windows: Vec<String>,
    },
    /// Delete a schedule.
    DeleteChargeSchedule,
    /// One that a newer Carport has stored.
    Unreadable,
}

/// How a charge schedule repeats itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// The same every day.
    Daily,
    /// Some days of the week, each with its own times.
    Weekly,
    /// Monday to Friday, and the weekend.
    Workweek,
}

/// A command, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandReport {
    /// Carport's own id of it.
    pub id: String,
    /// What was asked; never whose car or where it is.
    pub action: Action,
    /// When the owner pressed the button.
    pub asked_at: OffsetDateTime,
    /// How far it got.
    pub progress: Progress,
    /// Smartcar's id of its answer, to quote to support.
    pub request_id: Option<String>,
}

/// How far a command got. Each is known to be so, or says that it is not known.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// It is on its way to Smartcar.
    Asked,
    /// Smartcar has it; the car's answer may take up to five minutes.
    Sent {
        /// When it was sent.
        since: OffsetDateTime,
    },
    /// The maker took it, and Carport is looking whether the car does it.
    Accepted {
        /// When the maker's answer came.
        since: OffsetDateTime,
    },
    /// The maker took it, and no signal of any car tells whether it was done.
    AcceptedUnseen {
        /// When the maker's answer came.
        at: OffsetDateTime,
    },
    /// The car's own signal shows it: done.
    Seen {
        /// When Carport saw it.
        at: OffsetDateTime,
    },
    /// The maker took it, but the car's signal has not shown it. A later Refresh may.
    NotSeen {
        /// When the maker's answer came.
        accepted_at: OffsetDateTime,
    },
    /// It was refused: the car does what it did before.
    Refused {
        /// When.
        at: OffsetDateTime,
        /// Why.
        refusal: Refusal,
    },
    /// Nobody can say whether the car did it: no answer came, or Carport was stopped meanwhile.
    Unknown {
        /// When it was sent.
        sent_at: OffsetDateTime,
        /// What is known of the reason, if anything.
        refusal: Option<Refusal>,
        /// Whether Carport is looking if the car shows it all the same.
        is_looked_for: bool,
    },
    /// It was never sent.
    NotSent {
        /// Why.
        reason: NotSentReason,
    },
}

/// Why a command never left Carport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSentReason {
    /// The budget, or Smartcar itself, allows no request at that moment.
    TooEarly,
    /// Carport was stopped before it could.
    Interrupted,
}

/// Why a command was refused (reference 7.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it is to a reader.
    pub condition: Condition,
    /// Smartcar's type, such as `VEHICLE_STATE`.
    pub error_type: Option<String>,
    /// Smartcar's code, such as `DOOR_OPEN`.
    pub code: Option<String>,
}

/// A charge schedule that was made through Smartcar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletableSchedule {
    /// Smartcar's id of it.
    pub id: String,
    /// What it is, in words.
    pub description: String,
}

impl Commands {
    /// How long an open page may keep the key of its forms when it has nothing else to exchange: much
    /// shorter than a key can be used.
    const KEY_KEPT: i64 = 5 * 60;

    /// As long as this is the same, the key of an open page's forms need not be a newer one: nothing was
    /// asked with it, and it is young.
    pub(in crate::vehicle) fn era(&self, now: OffsetDateTime) -> String {
        let newest = self.reports.first().map_or("", |report| &report.id);
        format!("{}.{newest}", now.unix_timestamp() / Self::KEY_KEPT)
    }
}

impl CommandReport {
    /// Whether Carport is still waiting for the car: the page looks again by itself, and nothing
    /// else is sent to this car.
    pub fn is_under_way(&self) -> bool {
        matches!(self.progress, Progress::Asked | Progress::Sent { .. })
    }

    /// Whether more is about to be known of it.
    pub fn is_open(&self) -> bool {
        let is_looked_for = matches!(
            self.progress,
            Progress::Accepted { .. }
                | Progress::Unknown {
                    is_looked_for: true,
                    ..
                }
        );
        self.is_under_way() || is_looked_for
    }
}
