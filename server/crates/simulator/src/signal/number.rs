//! Numbers as an API writes them.

use serde_json::Value;

/// A number with so many decimals at most: `60`, and not `60.0`.
pub(crate) fn number(value: f64, decimals: usize) -> Value {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    let text = if text == "-0" { "0" } else { text };
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn decimals_appear_only_where_there_are_some() {
        assert_eq!(number(60.0, 1), json!(60));
        assert_eq!(number(59.96, 1), json!(60));
        assert_eq!(number(59.94, 1), json!(59.9));
        assert_eq!(number(120.4, 0), json!(120));
        assert_eq!(number(-0.01, 1), json!(0));
        assert_eq!(number(f64::NAN, 1), json!(null));
    }
}
