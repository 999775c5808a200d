//! A car as its pages know it: what it is, and everything it last said.

use time::OffsetDateTime;

use super::{
    command::{form::RejectedForm, model::Commands},
    model::Vehicle,
    reading::Reading,
};

/// One car of the session.
#[derive(Clone, Debug, PartialEq)]
pub struct Car {
    /// Which one.
    pub vehicle: Vehicle,
    /// What it last said, a reading a signal, in no order. For the garage, only the essential ones.
    pub readings: Vec<Reading>,
    /// What the owner has granted, such as `read_charge`.
    pub permissions: Vec<String>,
    /// When its signals were last asked for at Smartcar; `None`: never.
    pub refreshed_at: Option<OffsetDateTime>,
    /// Whether, and when, it can be asked again.
    pub allowance: Allowance,
}

/// The cars of a session, and how to show them.
#[derive(Clone, Debug, PartialEq)]
pub struct CarsView {
    /// The cars, oldest connection first.
    pub cars: Vec<Car>,
    /// The instant of this view: ages are counted from here.
    pub now: OffsetDateTime,
}

/// One car, and how to show it.
#[derive(Clone, Debug, PartialEq)]
pub struct CarView {
    /// The car.
    pub car: Car,
    /// What was asked of it, and what can be.
    pub commands: Commands,
    /// The form that this page is the answer to, when it was not carried out.
    pub rejected: Option<RejectedForm>,
    /// What the owner wanted to be told of and is so, a sentence each.
    pub notices: Vec<String>,
    /// The instant of this view: ages are counted from here.
    pub now: OffsetDateTime,
}

/// What a Refresh costs and what is left of it (reference 7.3). One Refresh is one request, whatever
/// the number of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// From when on a Refresh is possible; `None`: at once.
    pub possible_at: Option<OffsetDateTime>,
    /// How many requests are left for this car this month, as far as Carport knows.
    pub left_this_month: u32,
    /// How many requests are left for all cars of this Carport at this moment.
    pub left_now: u32,
}
