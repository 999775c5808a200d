//! Flags: `key:value` pairs.

use crate::Error;

/// The flags of a Connect session (reference 1.1).
#[derive(Clone, Debug, Default)]
pub(super) struct Flags(Vec<(String, String)>);

impl Flags {
    pub(super) fn set(&mut self, key: &str, value: String) {
        self.0.retain(|(present, _)| present != key);
        self.0.push((key.to_owned(), value));
    }

    /// The parameter's value, or `None` without any flag.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` for a key or a value that would read as something else, and for a country
    /// that is not two letters.
    pub(super) fn parameter(&self) -> Result<Option<String>, Error> {
        let sound = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
        for (key, value) in &self.0 {
            if !sound(key) || !sound(value) || key.contains(':') {
                return Err(Error::invalid_argument(
                    "a flag is empty or has white space, or its key has a colon",
                ));
            }
            let is_country =
                value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase());
            if key == "country" && !is_country {
                return Err(Error::invalid_argument("a country is two letters"));
            }
        }
        let pairs: Vec<String> = self
            .0
            .iter()
            .map(|(key, value)| format!("{key}:{value}"))
            .collect();
        Ok((!pairs.is_empty()).then(|| pairs.join(" ")))
    }
}
