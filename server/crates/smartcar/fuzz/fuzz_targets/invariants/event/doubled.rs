//! Objects that name a thing twice, of which two readers may take different ones.

use std::{collections::HashSet, fmt};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Whether there is one in some JSON.
pub(super) struct Doubled(pub(super) bool);

impl<'de> Deserialize<'de> for Doubled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = Doubled;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Doubled, A::Error> {
        let (mut names, mut found) = (HashSet::new(), false);
        while let Some(name) = map.next_key::<String>()? {
            found |= !names.insert(name);
            found |= map.next_value::<Doubled>()?.0;
        }
        Ok(Doubled(found))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Doubled, A::Error> {
        let mut found = false;
        while let Some(element) = list.next_element::<Doubled>()? {
            found |= element.0;
        }
        Ok(Doubled(found))
    }

    fn visit_unit<E>(self) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }

    fn visit_str<E>(self, _: &str) -> Result<Doubled, E> {
        Ok(Doubled(false))
    }
}
