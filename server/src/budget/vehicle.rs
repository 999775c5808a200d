//! The allowance of one vehicle.

use time::{Date, Duration, Month, OffsetDateTime};

/// What an operator's plan at Smartcar allows for one vehicle (reference 7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VehicleRules {
    /// Requests in a calendar month.
    pub requests_per_month: u32,
    /// How long a reading is as new as it gets: asked again within it, Carport asks nothing.
    pub pause: Duration,
}

/// What was asked of Smartcar for one vehicle, and what it said to that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VehicleBudget {
    /// When its signals were read last, with success; `None`: never. The store keeps it.
    pub read_at: Option<OffsetDateTime>,
    /// The month that is counted, in months since the year 0.
    pub month: i32,
    /// The requests of that month.
    pub requests_in_month: u32,
    /// Until when Smartcar has forbidden requests for this vehicle.
    pub blocked_until: Option<OffsetDateTime>,
}

impl VehicleBudget {
    /// How many requests are left this month.
    pub fn left_this_month(&self, rules: VehicleRules, now: OffsetDateTime) -> u32 {
        let used = if self.month == month_of(now) {
            self.requests_in_month
        } else {
            0
        };
        rules.requests_per_month.saturating_sub(used)
    }

    /// From when on a request is possible; `None`: now.
    pub fn possible_at(&self, rules: VehicleRules, now: OffsetDateTime) -> Option<OffsetDateTime> {
        let spent = (self.left_this_month(rules, now) == 0).then(|| next_month(now));
        spent.max(self.blocked_until.filter(|until| *until > now))
    }

    pub(super) fn was_just_read(&self, rules: VehicleRules, now: OffsetDateTime) -> bool {
        self.read_at
            .is_some_and(|read| read <= now && now - read < rules.pause)
    }

    pub(super) fn spend(&mut self, now: OffsetDateTime) {
        let month = month_of(now);
        if self.month != month {
            self.month = month;
            self.requests_in_month = 0;
        }
        self.requests_in_month = self.requests_in_month.saturating_add(1);
    }

    /// Notes that Smartcar has forbidden requests for this vehicle until then.
    pub fn block(&mut self, until: OffsetDateTime) {
        self.blocked_until = self.blocked_until.max(Some(until));
    }
}

fn month_of(now: OffsetDateTime) -> i32 {
    now.year() * 12 + i32::from(u8::from(now.month())) - 1
}

/// The first instant of the month after this one.
pub(super) fn next_month(now: OffsetDateTime) -> OffsetDateTime {
    let (year, month) = match now.month() {
        Month::December => (now.year() + 1, Month::January),
        month => (now.year(), month.next()),
    };
    Date::from_calendar_date(year, month, 1)
        .map_or(now + Duration::days(31), |day| day.midnight().assume_utc())
}
