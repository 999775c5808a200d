//! The units that a reader chooses.

/// The units in which quantities are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units {
    /// Of distances and speeds.
    pub distance: DistanceUnit,
    /// Of temperatures.
    pub temperature: TemperatureUnit,
    /// Of the tyres.
    pub pressure: PressureUnit,
    /// Of fuel.
    pub volume: VolumeUnit,
}

impl Units {
    /// Kilometres, degrees Celsius, bar, litres.
    pub const METRIC: Self = Self {
        distance: DistanceUnit::Kilometres,
        temperature: TemperatureUnit::Celsius,
        pressure: PressureUnit::Bar,
        volume: VolumeUnit::Litres,
    };

    /// Miles, degrees Fahrenheit, pounds per square inch, US gallons.
    pub const IMPERIAL: Self = Self {
        distance: DistanceUnit::Miles,
        temperature: TemperatureUnit::Fahrenheit,
        pressure: PressureUnit::PoundsPerSquareInch,
        volume: VolumeUnit::Gallons,
    };

    /// As the United Kingdom mixes them: miles and pounds per square inch, Celsius and litres.
    pub const BRITISH: Self = Self {
        distance: DistanceUnit::Miles,
        temperature: TemperatureUnit::Celsius,
        pressure: PressureUnit::PoundsPerSquareInch,
        volume: VolumeUnit::Litres,
    };
}

/// Of distances and speeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistanceUnit {
    /// Kilometres, and kilometres an hour.
    Kilometres,
    /// Miles, and miles an hour.
    Miles,
}

/// Of temperatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemperatureUnit {
    /// Degrees Celsius.
    Celsius,
    /// Degrees Fahrenheit.
    Fahrenheit,
}

/// Of pressures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressureUnit {
    /// Bar.
    Bar,
    /// Kilopascals.
    Kilopascals,
    /// Pounds per square inch.
    PoundsPerSquareInch,
}

/// Of fuel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VolumeUnit {
    /// Litres.
    Litres,
    /// US liquid gallons.
    Gallons,
}
