//! Where the built site is, and Leptos' settings that follow from it, so that the program can be
//! started from any folder.

use std::path::{Path, PathBuf};

use leptos::config::LeptosOptions;
use thiserror::Error;

/// The folder of the script, the WebAssembly and the style within the site.
pub const PACKAGE_FOLDER: &str = "pkg";

const OUTPUT_NAME: &str = "carport";
/// Beside the program: the hashes that are part of the files' names.
const HASH_FILE: &str = "hash.txt";

/// The site is nowhere to be found.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "the built site was not found in {}; build it with `make build`, or name its folder in CARPORT_SITE_DIR",
    .looked_in.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
)]
pub struct SiteNotFound {
    looked_in: Vec<PathBuf>,
}

/// Finds the site: where it is said to be, else beside the program as it is installed
/// (`carport`, `site/`) or built (`target/release/carport`, `target/site/`).
///
/// # Errors
///
/// [`SiteNotFound`] with every folder that was looked in.
pub fn find(named: Option<&Path>, program: &Path) -> Result<PathBuf, SiteNotFound> {
    let looked_in: Vec<PathBuf> = match (named, program.parent()) {
        (Some(folder), _) => vec![folder.to_owned()],
        (None, Some(beside)) => {
            let mut folders = vec![beside.join("site")];
            folders.extend(beside.parent().map(|above| above.join("site")));
            folders
        }
        (None, None) => Vec::new(),
    };
    match looked_in
        .iter()
        .find(|folder| folder.join(PACKAGE_FOLDER).is_dir())
    {
        Some(folder) => Ok(folder.clone()),
        None => Err(SiteNotFound { looked_in }),
    }
}

/// Leptos' settings for this site. Its files have hashes in their names when `hash.txt` is beside the
/// program, as the build leaves it.
pub fn leptos_options(site: &Path, program: &Path) -> LeptosOptions {
    let hashed = program
        .parent()
        .is_some_and(|folder| folder.join(HASH_FILE).is_file());
    LeptosOptions::builder()
        .output_name(OUTPUT_NAME)
        .site_root(site.to_string_lossy().into_owned())
        .site_pkg_dir(PACKAGE_FOLDER)
        .hash_files(hashed)
        .build()
}

/// The address of the style sheet, as Leptos names it in its own pages.
pub fn stylesheet(program: &Path) -> String {
    let hash = program
        .parent()
        .and_then(|folder| std::fs::read_to_string(folder.join(HASH_FILE)).ok())
        .and_then(|hashes| {
            hashes
                .lines()
                .find_map(|line| line.strip_prefix("css:"))
                .map(|hash| format!(".{}", hash.trim()))
        })
        .unwrap_or_default();
    format!("/{PACKAGE_FOLDER}/{OUTPUT_NAME}{hash}.css")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_a_build_is_found_from_the_program() {
        let target = tempfile::tempdir().unwrap();
        let site = target.path().join("site");
        std::fs::create_dir_all(site.join(PACKAGE_FOLDER)).unwrap();
        let program = target.path().join("release").join("carport");
        assert_eq!(find(None, &program), Ok(site));
    }

    #[test]
    fn a_missing_site_names_every_folder_and_the_cure() {
        let error = find(None, Path::new("/nowhere/release/carport"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("/nowhere/release/site"), "{error}");
        assert!(error.contains("make build"), "{error}");
    }
}
