//! The makes and models of the simulated world, in the order of their names.

use super::catalogue::Powertrain::{Bev, Hev, Ice, Phev};
use super::catalogue::{Brand, Model, Powertrain};

const fn brand(make: &'static str, name: &'static str, models: &'static [Model]) -> Brand {
    Brand { make, name, models }
}

const fn model(
    name: &'static str,
    first_year: u16,
    last_year: u16,
    powertrain: Powertrain,
) -> Model {
    Model {
        name,
        first_year,
        last_year,
        powertrain,
    }
}

/// Every brand that can be chosen.
#[rustfmt::skip] // a table: one line a number would make it unreadable
pub(crate) const BRANDS: &[Brand] = &[
    brand("ACURA", "Acura", &[
        model("ZDX", 2024, 2025, Bev), model("RDX", 2019, 2025, Ice),
    ]),
    brand("ALFA_ROMEO", "Alfa Romeo", &[
        model("Tonale", 2023, 2026, Phev), model("Giulia", 2020, 2025, Ice),
    ]),
    brand("AUDI", "Audi", &[
        model("Q4 e-tron", 2021, 2026, Bev), model("e-tron GT", 2021, 2026, Bev),
        model("A3 TFSI e", 2021, 2025, Phev), model("A6", 2019, 2025, Ice),
    ]),
    brand("BMW", "BMW", &[
        model("i4", 2022, 2026, Bev), model("iX", 2022, 2026, Bev),
        model("330e", 2020, 2025, Phev), model("X5", 2019, 2025, Ice),
    ]),
    brand("BUICK", "Buick", &[
        model("Enclave", 2020, 2025, Ice), model("Encore GX", 2020, 2025, Ice),
    ]),
    brand("BYD", "BYD", &[
        model("ATTO 3", 2022, 2026, Bev), model("SEAL", 2023, 2026, Bev),
        model("SEAL U DM-i", 2024, 2026, Phev),
    ]),
    brand("CADILLAC", "Cadillac", &[
        model("LYRIQ", 2023, 2026, Bev), model("XT5", 2020, 2025, Ice),
    ]),
    brand("CHEVROLET", "Chevrolet", &[
        model("Bolt EUV", 2022, 2023, Bev), model("Equinox EV", 2024, 2026, Bev),
        model("Silverado 1500", 2019, 2026, Ice),
    ]),
    brand("CHRYSLER", "Chrysler", &[
        model("Pacifica Hybrid", 2019, 2025, Phev), model("300", 2019, 2023, Ice),
    ]),
    brand("CITROEN", "Citroën", &[
        model("ë-C4", 2021, 2026, Bev), model("C5 Aircross", 2019, 2025, Phev),
    ]),
    brand("CUPRA", "CUPRA", &[
        model("Born", 2021, 2026, Bev), model("Formentor e-HYBRID", 2021, 2025, Phev),
    ]),
    brand("DODGE", "Dodge", &[
        model("Hornet R/T", 2023, 2025, Phev), model("Durango", 2019, 2025, Ice),
    ]),
    brand("DS", "DS", &[
        model("DS 3 E-TENSE", 2019, 2025, Bev), model("DS 7 E-TENSE", 2020, 2025, Phev),
    ]),
    brand("FIAT", "Fiat", &[
        model("500e", 2021, 2026, Bev),
    ]),
    brand("FORD", "Ford", &[
        model("Mustang Mach-E", 2021, 2026, Bev), model("F-150 Lightning", 2022, 2025, Bev),
        model("Kuga PHEV", 2020, 2025, Phev), model("Maverick Hybrid", 2022, 2026, Hev),
        model("Explorer", 2020, 2025, Ice),
    ]),
    brand("GMC", "GMC", &[
        model("HUMMER EV", 2022, 2026, Bev), model("Sierra 1500", 2019, 2026, Ice),
    ]),
    brand("HONDA", "Honda", &[
        model("Prologue", 2024, 2026, Bev), model("CR-V Hybrid", 2020, 2026, Hev),
        model("Civic", 2022, 2026, Ice),
    ]),
    brand("HYUNDAI", "Hyundai", &[
        model("IONIQ 5", 2021, 2026, Bev), model("KONA Electric", 2019, 2026, Bev),
        model("TUCSON Hybrid", 2021, 2026, Hev),
    ]),
    brand("INFINITI", "INFINITI", &[
        model("QX60", 2022, 2025, Ice),
    ]),
    brand("JAGUAR", "Jaguar", &[
        model("I-PACE", 2019, 2024, Bev), model("F-PACE P400e", 2021, 2025, Phev),
    ]),
    brand("JEEP", "Jeep", &[
        model("Avenger", 2023, 2026, Bev), model("Wrangler 4xe", 2021, 2025, Phev),
        model("Grand Cherokee", 2021, 2025, Ice),
    ]),
    brand("KIA", "Kia", &[
        model("EV6", 2021, 2026, Bev), model("EV9", 2023, 2026, Bev),
        model("Niro Hybrid", 2019, 2025, Hev),
    ]),
    brand("LAND_ROVER", "Land Rover", &[
        model("Range Rover P440e", 2022, 2026, Phev), model("Defender 110", 2020, 2026, Ice),
    ]),
    brand("LEXUS", "Lexus", &[
        model("RZ 450e", 2023, 2026, Bev), model("NX 450h+", 2022, 2026, Phev),
        model("ES 300h", 2019, 2025, Hev),
    ]),
    brand("LINCOLN", "Lincoln", &[
        model("Corsair Grand Touring", 2021, 2025, Phev), model("Navigator", 2019, 2025, Ice),
    ]),
    brand("LUCID", "Lucid", &[
        model("Air", 2022, 2026, Bev),
    ]),
    brand("MAZDA", "Mazda", &[
        model("MX-30", 2020, 2025, Bev), model("CX-60 PHEV", 2022, 2026, Phev),
        model("CX-5", 2021, 2025, Ice),
    ]),
    brand("MERCEDES_BENZ", "Mercedes-Benz", &[
        model("EQA", 2021, 2026, Bev), model("EQS", 2022, 2025, Bev),
        model("GLC 300 e", 2020, 2025, Phev), model("C 220 d", 2019, 2025, Ice),
    ]),
    brand("MG", "MG", &[
        model("MG4 EV", 2022, 2026, Bev), model("ZS EV", 2020, 2025, Bev),
    ]),
    brand("MINI", "MINI", &[
        model("Cooper SE", 2020, 2026, Bev), model("Countryman", 2019, 2025, Ice),
    ]),
    brand("MITSUBISHI", "Mitsubishi", &[
        model("Outlander PHEV", 2019, 2026, Phev),
    ]),
    brand("NISSAN", "Nissan", &[
        model("LEAF", 2018, 2026, Bev), model("Ariya", 2022, 2026, Bev),
        model("Rogue", 2021, 2025, Ice),
    ]),
    brand("OPEL", "Opel", &[
        model("Corsa-e", 2020, 2023, Bev), model("Mokka-e", 2021, 2025, Bev),
        model("Astra GSe", 2023, 2025, Phev),
    ]),
    brand("PEUGEOT", "Peugeot", &[
        model("e-208", 2020, 2026, Bev), model("3008 HYBRID", 2020, 2024, Phev),
    ]),
    brand("POLESTAR", "Polestar", &[
        model("Polestar 2", 2021, 2026, Bev), model("Polestar 3", 2024, 2026, Bev),
    ]),
    brand("PORSCHE", "Porsche", &[
        model("Taycan", 2020, 2026, Bev), model("Cayenne E-Hybrid", 2019, 2026, Phev),
        model("911", 2020, 2026, Ice),
    ]),
    brand("RAM", "Ram", &[
        model("1500", 2019, 2025, Ice),
    ]),
    brand("RENAULT", "Renault", &[
        model("ZOE", 2019, 2024, Bev), model("Megane E-TECH", 2022, 2026, Bev),
        model("Captur E-TECH", 2020, 2025, Hev),
    ]),
    brand("RIVIAN", "Rivian", &[
        model("R1T", 2022, 2026, Bev), model("R1S", 2022, 2026, Bev),
    ]),
    brand("SEAT", "SEAT", &[
        model("Leon e-HYBRID", 2020, 2025, Phev), model("Ateca", 2020, 2025, Ice),
    ]),
    brand("SMART", "smart", &[
        model("#1", 2023, 2026, Bev),
    ]),
    brand("SUBARU", "Subaru", &[
        model("Solterra", 2023, 2026, Bev), model("Outback", 2020, 2025, Ice),
    ]),
    brand("TESLA", "Tesla", &[
        model("Model 3", 2018, 2026, Bev), model("Model S", 2014, 2026, Bev),
        model("Model X", 2016, 2026, Bev), model("Model Y", 2020, 2026, Bev),
    ]),
    brand("TOYOTA", "Toyota", &[
        model("bZ4X", 2022, 2026, Bev), model("RAV4 Prime", 2021, 2025, Phev),
        model("Corolla Hybrid", 2019, 2026, Hev), model("Tacoma", 2020, 2023, Ice),
    ]),
    brand("VAUXHALL", "Vauxhall", &[
        model("Corsa Electric", 2020, 2026, Bev), model("Grandland", 2020, 2025, Phev),
    ]),
    brand("VOLKSWAGEN", "Volkswagen", &[
        model("ID.3", 2020, 2026, Bev), model("ID.4", 2021, 2026, Bev),
        model("ID. Buzz", 2022, 2026, Bev), model("Golf GTE", 2020, 2025, Phev),
        model("Tiguan", 2020, 2025, Ice),
    ]),
    brand("VOLVO", "Volvo", &[
        model("EX30", 2024, 2026, Bev), model("XC40 Recharge", 2021, 2025, Bev),
        model("XC60 T8", 2019, 2026, Phev), model("XC90 B5", 2020, 2025, Hev),
    ]),
    brand("SKODA", "Škoda", &[
        model("Enyaq", 2021, 2026, Bev), model("Octavia iV", 2020, 2024, Phev),
        model("Kodiaq", 2019, 2026, Ice),
    ]),
];
