//! Where the database is: a file of SQLite, or a PostgreSQL server.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;

/// The name of the SQLite file in the data folder.
const SQLITE_FILE: &str = "carport.sqlite3";

/// Where the database is.
#[derive(Clone)]
pub enum DatabaseLocation {
    /// A file of SQLite.
    Sqlite(PathBuf),
    /// A PostgreSQL server; the URL may hold a password.
    Postgres(SecretString),
}

/// `DATABASE_URL` is not one that Carport can use. The text never repeats it: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "must be a PostgreSQL URL such as postgres://user:password@host/database, or be left out for SQLite"
)]
pub struct InvalidDatabaseUrl;

impl DatabaseLocation {
    /// The SQLite file in this data folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self::Sqlite(folder.join(SQLITE_FILE))
    }

    /// A PostgreSQL server by its URL.
    ///
    /// # Errors
    ///
    /// [`InvalidDatabaseUrl`] when it is no URL, or one of another kind of database.
    pub fn from_url(url: &SecretString) -> Result<Self, InvalidDatabaseUrl> {
        let parsed = url::Url::parse(url.expose_secret()).map_err(|_| InvalidDatabaseUrl)?;
        match parsed.scheme() {
            "postgres" | "postgresql" => Ok(Self::Postgres(url.clone())),
            _ => Err(InvalidDatabaseUrl),
        }
    }
}

impl fmt::Debug for DatabaseLocation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => formatter.debug_tuple("Sqlite").field(path).finish(),
            Self::Postgres(_) => formatter.write_str("Postgres([redacted])"),
        }
    }
}

impl fmt::Display for DatabaseLocation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(formatter, "SQLite in {}", path.display()),
            Self::Postgres(_) => formatter.write_str("PostgreSQL"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_url(url: &str) -> Result<DatabaseLocation, InvalidDatabaseUrl> {
        DatabaseLocation::from_url(&SecretString::from(url))
    }

    #[test]
    fn a_password_shows_nowhere() {
        let location = from_url("postgres://carport:hunter2@db/carport").unwrap();
        assert!(!format!("{location:?} {location}").contains("hunter2"));
    }

    #[test]
    fn other_databases_are_refused_without_repeating_the_url() {
        for url in ["mysql://a:hunter2@b/c", "hunter2", "", "sqlite:hunter2"] {
            let error = from_url(url).unwrap_err();
            assert!(!error.to_string().contains("hunter2"));
        }
    }
}
