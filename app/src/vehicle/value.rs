//! The value of a signal, in the shapes that a page tells apart. Quantities are in the reader's units
//! already: the server converts once, from what the car stated.

use time::OffsetDateTime;

/// The value of a signal (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number with its unit.
    Quantity(Quantity),
    /// A word or a sentence of the car's.
    Text(String),
    /// Several words.
    Texts(Vec<String>),
    /// Doors, windows: things with a place on the car.
    Openings(Vec<Opening>),
    /// A trunk, a tailgate, a sunroof, a hood.
    Cover {
        /// Whether it is open.
        is_open: Option<bool>,
        /// Whether it is locked, where it can be.
        is_locked: Option<bool>,
    },
    /// The tyres.
    Tyres(Vec<Tyre>),
    /// How far it goes: the maker's figure, and the others that it has.
    Range {
        /// The maker's own figure.
        range: Option<Quantity>,
        /// Such as `ESTIMATED`, each with its figure.
        others: Vec<(String, Quantity)>,
    },
    /// Up to where it charges.
    ChargeLimits {
        /// The one that holds now, in percent.
        active: Option<f64>,
        /// All of them.
        limits: Vec<ChargeLimit>,
    },
    /// Where it is.
    Location(Location),
    /// What a system of the car says of itself.
    Diagnostic {
        /// Whether it wants attention; `None` for a word not known yet.
        is_alert: Option<bool>,
        /// Smartcar's word, such as `OK`.
        status: String,
        /// The maker's sentence.
        description: Option<String>,
    },
    /// A list of things with facts: charging sessions, timers, services, trouble codes, capacities.
    Entries(Vec<Entry>),
    /// A shape that Carport does not know: the JSON as it came, indented.
    Raw(String),
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number; finite.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
}

/// A unit as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what it is called")]
pub enum Unit {
    Percent,
    Kilometres,
    Miles,
    KilometresPerHour,
    MilesPerHour,
    KilowattHours,
    Amperes,
    Volts,
    Kilowatts,
    Watts,
    Bar,
    Kilopascals,
    PoundsPerSquareInch,
    Celsius,
    Fahrenheit,
    Litres,
    Gallons,
    /// To be shown as hours and minutes.
    Minutes,
    Seconds,
    Count,
    /// Of an angle.
    Degrees,
    /// One that Carport does not know, as the car stated it; empty when it stated none.
    Stated(String),
}

/// A door or a window. Rows are counted from the front, columns from the left, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its row, when the car says it.
    pub row: Option<u8>,
    /// Its column, when the car says it.
    pub column: Option<u8>,
    /// Whether it is open.
    pub is_open: Option<bool>,
    /// Whether it is locked; a window never says.
    pub is_locked: Option<bool>,
}

/// A tyre. Rows are counted from the front, columns from the left, from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Tyre {
    /// Its row, when the car says it.
    pub row: Option<u8>,
    /// Its column, when the car says it.
    pub column: Option<u8>,
    /// Its pressure.
    pub pressure: Option<Quantity>,
    /// Whether no tyre has such a pressure (reference 4.4): to be shown as doubtful.
    pub is_implausible: bool,
}

/// Up to where the car charges, somewhere or always.
#[derive(Clone, Debug, PartialEq)]
pub struct ChargeLimit {
    /// Smartcar's word, such as `GLOBAL` or `LOCATION`.
    pub kind: String,
    /// In percent.
    pub percent: Option<f64>,
    /// Where or with what it holds, when it holds not everywhere.
    pub condition: Option<String>,
}

/// Where the car is. In degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// From -90 to 90.
    pub latitude: f64,
    /// From -180 to 180.
    pub longitude: f64,
    /// From 0 (north) clockwise.
    pub heading: Option<f64>,
    /// Such as `NW`.
    pub direction: Option<String>,
    /// Whether it was parked there last, rather than being there now; `None`: it does not say.
    pub is_last_parked: Option<bool>,
}

/// One thing of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// What is known of it.
    pub facts: Vec<Fact>,
}

/// One thing known of an [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Words.
    Text(&'static str, String),
    /// A number with its unit.
    Quantity(&'static str, Quantity),
    /// An instant.
    Instant(&'static str, OffsetDateTime),
}
