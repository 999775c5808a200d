//! Cells of a table that a spreadsheet may open.

use std::borrow::Cow;

use super::stream::{Broken, Chunks};

/// A text as a cell. What a spreadsheet would take for a formula gets an apostrophe in front, which it
/// takes for "this is text".
pub(super) fn text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Rows that are gathered before they are written (RFC 4180).
pub(super) struct Rows(csv::Writer<Vec<u8>>);

impl Rows {
    pub(super) fn new() -> Self {
        let mut builder = csv::WriterBuilder::new();
        builder.terminator(csv::Terminator::CRLF);
        Self(builder.from_writer(Vec::new()))
    }

    pub(super) fn push<Cell: AsRef<[u8]>>(
        &mut self,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Result<(), Broken> {
        Ok(self.0.write_record(cells)?)
    }

    pub(super) async fn write(self, chunks: &mut Chunks) -> Result<(), Broken> {
        let bytes = self.0.into_inner().map_err(|error| error.to_string())?;
        chunks.write(&bytes).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(text(formula), format!("'{formula}"));
        }
        for plain in ["", "'", "Model 3", "1=1", " =1", "{\"a\":1}"] {
            assert_eq!(text(plain), plain);
        }
    }
}
