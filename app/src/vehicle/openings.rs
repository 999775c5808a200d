//! Which of the doors and windows are open.

use super::{
    value::Opening,
    wording::{
        place::{place, row_count},
        plain::{capitalised, counted, joined},
    },
};

/// Where each of these is, in words; "place not told" where the car does not say.
pub(super) fn places(openings: &[Opening]) -> Vec<String> {
    let rows = row_count(openings.iter().map(|opening| opening.row));
    openings
        .iter()
        .map(|opening| {
            place(opening.row, opening.column, rows).unwrap_or_else(|| "place not told".to_owned())
        })
        .collect()
}

/// Where the open ones are.
pub(super) fn open_places(openings: &[Opening]) -> Vec<String> {
    places(openings)
        .into_iter()
        .zip(openings)
        .filter(|(_, opening)| opening.is_open == Some(true))
        .map(|(place, _)| place)
        .collect()
}

/// All of them in one line: "All 4 closed", "Front left open, 3 closed".
pub(super) fn summary(openings: &[Opening]) -> String {
    let is = |state: Option<bool>| {
        openings
            .iter()
            .filter(move |one| one.is_open == state)
            .count()
    };
    let (closed, untold) = (is(Some(false)), is(None));
    if openings.is_empty() || untold == openings.len() {
        return "Not told".to_owned();
    }
    if closed == openings.len() {
        return match closed {
            1 => "Closed".to_owned(),
            closed => format!("All {closed} closed"),
        };
    }
    let open = open_places(openings);
    let parts = [
        (!open.is_empty()).then(|| format!("{} open", capitalised(&joined(&open)))),
        (closed > 0).then(|| format!("{closed} closed")),
        (untold > 0).then(|| format!("{untold} not told")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is open, to go on with in a sentence: "front left door open", "2 windows open".
pub(super) fn open_in_sentence(openings: &[Opening], one: &str, several: &str) -> Option<String> {
    match open_places(openings).as_slice() {
        [] => None,
        [only] if only == "place not told" => Some(format!("a {one} open")),
        [only] => Some(format!("{only} {one} open")),
        places => Some(format!("{} open", counted(places.len(), one, several))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(row: u8, column: u8, is_open: Option<bool>) -> Opening {
        Opening {
            row: Some(row),
            column: Some(column),
            is_open,
            is_locked: None,
        }
    }

    #[test]
    fn they_are_summed_up() {
        let closed = [opening(0, 0, Some(false)), opening(0, 1, Some(false))];
        assert_eq!(summary(&closed), "All 2 closed");
        assert_eq!(summary(&closed[..1]), "Closed");
        assert_eq!(summary(&[]), "Not told");
        assert_eq!(summary(&[opening(0, 0, None)]), "Not told");
        let mixed = [
            opening(0, 0, Some(true)),
            opening(0, 1, Some(false)),
            opening(1, 0, None),
            opening(1, 1, Some(true)),
        ];
        assert_eq!(
            summary(&mixed),
            "Front left and rear right open, 1 closed, 1 not told"
        );
    }

    #[test]
    fn what_is_open_fits_in_a_sentence() {
        let open = [opening(0, 0, Some(true)), opening(1, 1, Some(true))];
        assert_eq!(
            open_in_sentence(&open, "door", "doors").as_deref(),
            Some("2 doors open")
        );
        assert_eq!(
            open_in_sentence(&open[..1], "door", "doors").as_deref(),
            Some("front left door open")
        );
        assert_eq!(open_in_sentence(&[], "door", "doors"), None);
    }
}
