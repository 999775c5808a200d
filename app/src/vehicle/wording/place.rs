//! Where a door, a window or a tyre is. Rows are counted from the front, columns from the left.

/// "front left", "rear right", "middle row, left"; `None` when the car says neither.
///
/// `rows` is how many there are, for the last is the rear one.
pub(crate) fn place(row: Option<u8>, column: Option<u8>, rows: usize) -> Option<String> {
    let row = row.map(|row| match usize::from(row) {
        0 => "front".to_owned(),
        row if row + 1 == rows.max(2) => "rear".to_owned(),
        1 if rows == 3 => "middle".to_owned(),
        row => format!("row {}", row + 1),
    });
    let column = column.map(|column| match column {
        0 => "left".to_owned(),
        1 => "right".to_owned(),
        column => format!("column {}", u16::from(column) + 1),
    });
    match (row, column) {
        (Some(row), Some(column)) => Some(format!("{row} {column}")),
        (known, None) | (None, known) => known,
    }
}

/// How many rows there are when these are told: one more than the last.
pub(crate) fn row_count(rows: impl Iterator<Item = Option<u8>>) -> usize {
    rows.flatten().max().map_or(0, |last| usize::from(last) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_words() {
        for (row, column, rows, words) in [
            (Some(0), Some(0), 2, Some("front left")),
            (Some(1), Some(1), 2, Some("rear right")),
            (Some(0), Some(1), 1, Some("front right")),
            (Some(1), Some(0), 3, Some("middle left")),
            (Some(2), Some(0), 3, Some("rear left")),
            (Some(1), Some(0), 4, Some("row 2 left")),
            (Some(0), None, 2, Some("front")),
            (None, Some(1), 2, Some("right")),
            (None, None, 2, None),
            (Some(255), Some(255), 256, Some("rear column 256")),
        ] {
            assert_eq!(place(row, column, rows).as_deref(), words);
        }
    }

    #[test]
    fn rows_are_counted_by_the_last() {
        assert_eq!(row_count([Some(0), None, Some(2)].into_iter()), 3);
        assert_eq!(row_count([None].into_iter()), 0);
    }
}
