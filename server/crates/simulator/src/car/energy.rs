//! Battery and tank.

use crate::fleet::Powertrain;

/// What a car can hold, what it holds, and what it needs.
#[derive(Debug, Clone)]
pub(crate) struct Energy {
    /// Of the traction battery, in kilowatt-hours; zero where there is none to charge.
    pub(crate) capacity: f64,
    /// 0 to 100.
    pub(crate) state_of_charge: f64,
    /// 50 to 100.
    pub(crate) charge_limit: f64,
    /// Kilowatt-hours a kilometre.
    pub(crate) electric_consumption: f64,
    /// What the car takes from a wall box, in kilowatts.
    pub(crate) usual_power: f64,
    /// Of the tank, in litres; zero where there is none.
    pub(crate) tank: f64,
    /// Litres.
    pub(crate) fuel: f64,
    /// Litres a kilometre.
    pub(crate) fuel_consumption: f64,
}

impl Energy {
    /// Believable figures for a powertrain; `size` and `fill` lie between 0 and 1.
    pub(super) fn new(powertrain: Powertrain, size: f64, fill: f64) -> Self {
        let (capacity, electric_consumption, usual_power) = match powertrain {
            Powertrain::Bev if size < 0.33 => (58.0, 0.158, 11.0),
            Powertrain::Bev if size < 0.66 => (77.0, 0.172, 11.0),
            Powertrain::Bev => (95.0, 0.195, 11.0),
            Powertrain::Phev => (18.8, 0.210, 3.6),
            Powertrain::Hev | Powertrain::Ice => (0.0, 0.0, 0.0),
        };
        let (tank, fuel_consumption) = match powertrain {
            Powertrain::Bev => (0.0, 0.0),
            Powertrain::Phev => (60.0, 0.062),
            Powertrain::Hev => (45.0, 0.048),
            Powertrain::Ice => (55.0, 0.067),
        };
        Self {
            capacity,
            state_of_charge: 42.0 + (fill * 30.0).round(),
            charge_limit: 80.0,
            electric_consumption,
            usual_power,
            tank,
            fuel: tank * (0.35 + fill * 0.5),
            fuel_consumption,
        }
    }

    /// How far the battery leads, in kilometres.
    pub(crate) fn electric_range(&self) -> f64 {
        if self.electric_consumption > 0.0 {
            self.capacity * self.state_of_charge / 100.0 / self.electric_consumption
        } else {
            0.0
        }
    }

    /// How far the tank leads, in kilometres.
    pub(crate) fn fuel_range(&self) -> f64 {
        if self.fuel_consumption > 0.0 {
            self.fuel / self.fuel_consumption
        } else {
            0.0
        }
    }

    /// How full the tank is, 0 to 100.
    pub(crate) fn fuel_level(&self) -> f64 {
        if self.tank > 0.0 {
            self.fuel / self.tank * 100.0
        } else {
            0.0
        }
    }

    /// What is missing to the charge limit, in kilowatt-hours.
    pub(crate) fn missing(&self) -> f64 {
        (self.charge_limit - self.state_of_charge).max(0.0) / 100.0 * self.capacity
    }

    /// Takes what a distance needs: from the battery first, then from the tank.
    pub(super) fn consume(&mut self, distance: f64) {
        let electric = distance.min(self.electric_range());
        if self.capacity > 0.0 {
            self.state_of_charge -= electric * self.electric_consumption / self.capacity * 100.0;
            self.state_of_charge = self.state_of_charge.max(0.0);
        }
        self.fuel = (self.fuel - (distance - electric) * self.fuel_consumption).max(0.0);
    }
}
