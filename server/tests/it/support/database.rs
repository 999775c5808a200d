//! A fresh database for each test, of either kind.

use std::{path::PathBuf, sync::Arc};

use server::storage::{self, DatabaseLocation, Retention, Store};
use sqlx::{Connection, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;
use uuid::Uuid;

/// A store that lives as long as its folder.
pub(crate) struct TestStore {
    pub(crate) store: Arc<dyn Store>,
    folder: Option<TempDir>,
    url: Option<String>,
}

impl TestStore {
    /// Does this to the database behind the store's back.
    pub(crate) async fn execute(&self, sql: &'static str) {
        if let Some(url) = &self.url {
            let mut connection = PgConnection::connect(url).await.unwrap();
            sqlx::query(sql).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        } else {
            let options = SqliteConnectOptions::new().filename(self.sqlite_file());
            let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
            sqlx::query(sql).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }

    fn sqlite_file(&self) -> PathBuf {
        sqlite_file(self.folder.as_ref().unwrap())
    }

    /// The same database of PostgreSQL, as another replica opens it.
    pub(crate) async fn of_another_replica(&self, retention: Retention) -> Self {
        postgres_at(self.url.clone().unwrap(), retention).await
    }
}

fn sqlite_file(folder: &TempDir) -> PathBuf {
    folder.path().join("data").join("carport.sqlite3")
}

/// A file of SQLite in a folder of its own; its history is kept for so long.
pub(crate) async fn sqlite(retention: Retention) -> TestStore {
    let folder = tempfile::tempdir().unwrap();
    let location = DatabaseLocation::Sqlite(sqlite_file(&folder));
    TestStore {
        store: storage::open(&location, retention).await.unwrap(),
        folder: Some(folder),
        url: None,
    }
}

/// A store in a [`fresh_postgres`]; its history is kept for so long.
pub(crate) async fn postgres(retention: Retention) -> TestStore {
    postgres_at(fresh_postgres().await, retention).await
}

async fn postgres_at(url: String, retention: Retention) -> TestStore {
    let location = DatabaseLocation::Postgres(url.clone().into());
    TestStore {
        store: storage::open(&location, retention).await.unwrap(),
        folder: None,
        url: Some(url),
    }
}

/// The URL of a database of its own on the throw-away server that `.ci/with-postgres` starts.
///
/// # Panics
///
/// Without that server: a test that passes by not running would be worse.
pub(super) async fn fresh_postgres() -> String {
    let url = test_server_url();
    let name = format!("carport_{}", fresh_name());
    let mut connection = PgConnection::connect(&url).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    url.replace("/postgres?", &format!("/{name}?"))
}

#[expect(
    clippy::disallowed_methods,
    reason = "how the script that starts the server tells its address to the tests"
)]
fn test_server_url() -> String {
    std::env::var("CARPORT_TEST_DATABASE_URL")
        .expect("run the PostgreSQL tests through .ci/with-postgres, as `make unit` does")
}

#[expect(
    clippy::disallowed_methods,
    reason = "databases of tests that run at once must not share a name"
)]
fn fresh_name() -> String {
    Uuid::new_v4().simple().to_string()
}
