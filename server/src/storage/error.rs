//! What can go wrong with the store.

use thiserror::Error;

/// The database did not do what was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database refused, or could not be reached.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// The tables could not be created or brought up to date.
    #[error("the database could not be migrated")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The folder of the SQLite file could not be made.
    #[error("the data folder {folder} could not be made")]
    Folder {
        /// The folder.
        folder: std::path::PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A row holds what this version cannot have written.
    #[error("the column {column} holds a value that cannot be read")]
    Corrupt {
        /// The column.
        column: &'static str,
    },
}
