//! Makes and models.

use serde::{Deserialize, Serialize};

use super::BRANDS;

/// A make, as the brand selector shows it.
#[derive(Debug)]
pub(crate) struct Brand {
    /// What the API calls it, `LAND_ROVER`.
    pub(crate) make: &'static str,
    /// What its owners call it, `Land Rover`.
    pub(crate) name: &'static str,
    /// The models that connect.
    pub(crate) models: &'static [Model],
}

impl PartialEq for Brand {
    fn eq(&self, other: &Self) -> bool {
        self.make == other.make
    }
}

/// A model, and the years in which it was sold with a connection.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) name: &'static str,
    pub(crate) first_year: u16,
    pub(crate) last_year: u16,
    pub(crate) powertrain: Powertrain,
}

/// What moves a car (reference 4.1, `powertrainType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Powertrain {
    /// A battery alone.
    Bev,
    /// A battery that is charged, and an engine.
    Phev,
    /// An engine helped by a battery.
    Hev,
    /// An engine alone.
    Ice,
}

impl Powertrain {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bev => "BEV",
            Self::Phev => "PHEV",
            Self::Hev => "HEV",
            Self::Ice => "ICE",
        }
    }
}

/// The brand with this make or name, however it is written.
pub(crate) fn brand_of(make: &str) -> Option<&'static Brand> {
    let wanted = make.trim().replace([' ', '-'], "_");
    BRANDS.iter().find(|brand| {
        brand.make.eq_ignore_ascii_case(&wanted)
            || brand.name.to_lowercase() == make.trim().to_lowercase()
    })
}

/// The brands whose name contains `search`.
pub(crate) fn brands_matching(search: &str) -> impl Iterator<Item = &'static Brand> {
    let search = search.trim().to_lowercase();
    BRANDS.iter().filter(move |brand| {
        brand.name.to_lowercase().contains(&search) || brand.make.to_lowercase().contains(&search)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_enough_makes_and_models_of_every_powertrain() {
        let models: Vec<&Model> = BRANDS.iter().flat_map(|brand| brand.models).collect();
        assert!(BRANDS.len() >= 24);
        assert!(models.len() >= 60);
        for powertrain in [
            Powertrain::Bev,
            Powertrain::Phev,
            Powertrain::Hev,
            Powertrain::Ice,
        ] {
            assert!(models.iter().any(|model| model.powertrain == powertrain));
        }
        assert!(
            models
                .iter()
                .all(|model| model.first_year <= model.last_year)
        );
    }

    #[test]
    fn brands_are_in_the_order_of_their_names_and_no_make_appears_twice() {
        assert!(
            BRANDS
                .iter()
                .is_sorted_by_key(|brand| brand.name.to_lowercase())
        );
        let makes: BTreeSet<&str> = BRANDS.iter().map(|brand| brand.make).collect();
        assert_eq!(makes.len(), BRANDS.len());
    }

    #[test]
    fn a_brand_is_found_by_make_and_by_name() {
        for written in ["LAND_ROVER", "land rover", "Land-Rover"] {
            assert_eq!(
                brand_of(written).map(|brand| brand.make),
                Some("LAND_ROVER")
            );
        }
        assert_eq!(brand_of("Škoda").map(|brand| brand.make), Some("SKODA"));
        assert!(brand_of("TRABANT").is_none());
    }

    #[test]
    fn a_search_finds_parts_of_names() {
        let found: Vec<&str> = brands_matching(" ot").map(|brand| brand.name).collect();
        assert_eq!(found, ["Peugeot", "Toyota"]);
    }
}
