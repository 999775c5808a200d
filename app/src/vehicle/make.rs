//! The make of a car as its maker would write it.

/// Makes whose own spelling is neither capitals throughout nor a capital a word.
const SPELLINGS: [(&str, &str); 5] = [
    ("CITROEN", "Citroën"),
    ("SKODA", "Škoda"),
    ("MCLAREN", "McLaren"),
    ("ROLLS_ROYCE", "Rolls-Royce"),
    ("MERCEDES_BENZ", "Mercedes-Benz"),
];

/// Makes that are written in capitals.
const CAPITALS: [&str; 10] = [
    "BMW", "BYD", "DS", "GMC", "KIA", "MG", "MINI", "RAM", "SEAT", "NIO",
];

/// `TESLA` as Tesla, `LAND_ROVER` as Land Rover, `BMW` as BMW. A make that Smartcar already spells
/// with small letters is left alone.
pub fn display_make(make: &str) -> String {
    if make.chars().any(char::is_lowercase) {
        return make.to_owned();
    }
    let key = make.replace([' ', '-'], "_");
    if CAPITALS.contains(&key.as_str()) {
        return key;
    }
    if let Some((_, spelling)) = SPELLINGS.iter().find(|(raw, _)| *raw == key) {
        return (*spelling).to_owned();
    }
    make.split(['_', ' '])
        .map(capitalised)
        .collect::<Vec<_>>()
        .join(" ")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_string() + &letters.as_str().to_lowercase(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_are_written_as_their_makers_write_them() {
        let makes = [
            ("TESLA", "Tesla"),
            ("BMW", "BMW"),
            ("MINI", "MINI"),
            ("LAND_ROVER", "Land Rover"),
            ("LAND ROVER", "Land Rover"),
            ("ALFA_ROMEO", "Alfa Romeo"),
            ("MERCEDES_BENZ", "Mercedes-Benz"),
            ("MERCEDES-BENZ", "Mercedes-Benz"),
            ("SKODA", "Škoda"),
            ("CITROEN", "Citroën"),
            ("Polestar", "Polestar"),
            ("", ""),
            ("É", "É"),
            ("ÉLAN", "Élan"),
        ];
        for (raw, shown) in makes {
            assert_eq!(display_make(raw), shown, "{raw}");
        }
    }
}
