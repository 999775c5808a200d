//! The cars: which makes and models there are, and what a log-in at a brand finds.

mod brands;
mod catalogue;
mod email_address;
mod garage;
mod setup;
mod special_account;
mod vin;

pub(crate) use brands::BRANDS;
pub(crate) use catalogue::{Brand, Powertrain, brand_of, brands_matching};
pub(crate) use email_address::EmailAddress;
pub(crate) use garage::{PlannedVehicle, ordinary_garage, special_garage};
pub(crate) use setup::{Equipment, VehicleSetup};
pub(crate) use special_account::{Capability, SpecialAccount};
pub(crate) use vin::{brand_in_mock_vin, is_mock, is_vin, vin};
