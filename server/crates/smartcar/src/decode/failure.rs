//! Why an answer could not be read, without saying what stood in it.

use std::fmt::{self, Write as _};

use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

/// Where and in what way an answer departs from its shape.
///
/// Made of parts on purpose: the message of `serde_json` quotes the value that it did not like.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DecodeFailure {
    path: String,
    line: usize,
    category: Category,
}

impl DecodeFailure {
    pub(super) fn new(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        Self {
            path: readable(error.path()),
            line: error.inner().line(),
            category: error.inner().classify(),
        }
    }

    /// Of what is not even text.
    pub(crate) fn not_text() -> Self {
        Self::of_all(Category::Syntax)
    }

    /// Of JSON that is no object.
    pub(crate) fn no_object() -> Self {
        Self::of_all(Category::Data)
    }

    fn of_all(category: Category) -> Self {
        Self {
            path: String::new(),
            line: 0,
            category,
        }
    }

    pub(super) fn trailing(error: &serde_json::Error) -> Self {
        Self {
            path: String::new(),
            line: error.line(),
            category: error.classify(),
        }
    }
}

/// The path to the field. A name is taken from the answer, so only a plain word is repeated.
fn readable(path: &Path) -> String {
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                // A `String` takes everything.
                let _ = write!(text, "[{index}]");
                continue;
            }
            _ if text.is_empty() => {}
            _ => text.push('.'),
        }
        match segment {
            Segment::Map { key: name } | Segment::Enum { variant: name } if is_word(name) => {
                text.push_str(name);
            }
            _ => text.push('?'),
        }
    }
    text
}

fn is_word(name: &str) -> bool {
    (1..=32).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

impl fmt::Display for DecodeFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.category {
            Category::Data if self.path.is_empty() => {
                formatter.write_str("the body is not of the expected shape")?;
            }
            Category::Data => write!(formatter, "{} is not of the expected shape", self.path)?,
            Category::Syntax => formatter.write_str("the body is not JSON")?,
            Category::Eof | Category::Io => formatter.write_str("the body ends too early")?,
        }
        // An item of a list has been parsed already and knows no line.
        if self.line > 0 {
            write!(formatter, ", at line {}", self.line)?;
        }
        Ok(())
    }
}
