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
/// with small letters is left alone. Makes are ASCII; the tables of all of Unicode would be one of
/// the larger parts of what the browser downloads.
pub fn display_make(make: &str) -> String {
    if make.bytes().any(|letter| letter.is_ascii_lowercase()) {
        return make.to_owned();
    }
    let key: String = make
        .chars()
        .map(|letter| {
            if matches!(letter, ' ' | '-') {
                '_'
            } else {
                letter
            }
        })
        .collect();
    if CAPITALS.contains(&key.as_str()) {
        return key;
    }
    if let Some((_, spelling)) = SPELLINGS.iter().find(|(raw, _)| *raw == key) {
        return (*spelling).to_owned();
    }
    let mut begins_word = true;
    make.chars()
        .map(|letter| {
            let letter = if letter == '_' { ' ' } else { letter };
            let shown = if begins_word {
                letter
            } else {
                letter.to_ascii_lowercase()
            };
            begins_word = letter == ' ';
            shown
        })
        .collect()
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
        ];
        for (raw, shown) in makes {
            assert_eq!(display_make(raw), shown, "{raw}");
        }
    }
}
