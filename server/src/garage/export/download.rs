//! What a browser is told of a file before it comes.

use axum::http::{HeaderName, header};
use time::OffsetDateTime;

use crate::{garage::views, storage::GarageVehicle};

/// What is in a file.
#[derive(Clone, Copy)]
pub(super) enum Content {
    Vehicle,
    Commands,
}

/// How a file is written.
#[derive(Clone, Copy)]
pub(super) enum Format {
    Csv,
    Json,
}

/// The headers of a file.
pub(super) fn head(
    vehicle: &GarageVehicle,
    content: Content,
    format: Format,
    now: OffsetDateTime,
) -> [(HeaderName, String); 3] {
    let (kind, extension) = match format {
        Format::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
        Format::Json => ("application/json", "json"),
    };
    let name = plain(&views::vehicle(vehicle).name());
    let content = match content {
        Content::Vehicle => "",
        Content::Commands => "-commands",
    };
    let date = now.date();
    let disposition = format!("attachment; filename=\"{name}{content}-{date}.{extension}\"");
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ]
}

/// A name as any file system takes it: letters and digits of ASCII with single hyphens in between.
fn plain(name: &str) -> String {
    const MOST_CHARACTERS: usize = 40;
    let mut plain = String::new();
    for character in name.chars() {
        if plain.len() >= MOST_CHARACTERS {
            break;
        }
        if character.is_ascii_alphanumeric() {
            plain.push(character.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain = plain.trim_end_matches('-');
    if plain.is_empty() {
        "car".to_owned()
    } else {
        plain.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_is_a_plain_file_name() {
        assert_eq!(plain("Tesla Model 3"), "tesla-model-3");
        assert_eq!(plain("../../etc/passwd"), "etc-passwd");
        assert_eq!(
            plain("a\"; filename=\"b.exe\r\nX: y"),
            "a-filename-b-exe-x-y"
        );
        assert_eq!(plain("🚗"), "car");
        assert_eq!(plain(""), "car");
        assert!(plain(&"ab ".repeat(1_000)).len() <= 40);
    }
}
