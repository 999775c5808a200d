//! A database, and how it is filled: by itself, a day of all cars at once.

use std::sync::Arc;

use server::storage::{self, DatabaseLocation, Retention, Store};
use sqlx::{Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;
use time::OffsetDateTime;

use super::{CARS, FIRST, NOW, days};

/// A database of either kind.
pub(super) struct Database {
    pub(super) store: Arc<dyn Store>,
    kind: Kind,
}

enum Kind {
    Sqlite(SqliteConnection, TempDir),
    Postgres(PgConnection),
}

impl Database {
    pub(super) async fn open(retention: Retention) -> Self {
        match server() {
            Some(url) => Self::postgres(url, retention).await,
            None => Self::sqlite(retention).await,
        }
    }

    async fn sqlite(retention: Retention) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("carport.sqlite3");
        let location = DatabaseLocation::Sqlite(path.clone());
        let store = storage::open(&location, retention).await.unwrap();
        let connection = SqliteConnection::connect(&path.display().to_string());
        Self {
            store,
            kind: Kind::Sqlite(connection.await.unwrap(), folder),
        }
    }

    async fn postgres(url: String, retention: Retention) -> Self {
        let mut connection = PgConnection::connect(&url).await.unwrap();
        sqlx::query("CREATE DATABASE carport_history")
            .execute(&mut connection)
            .await
            .unwrap();
        let url = url.replace("/postgres?", "/carport_history?");
        let location = DatabaseLocation::Postgres(url.clone().into());
        Self {
            store: storage::open(&location, retention).await.unwrap(),
            kind: Kind::Postgres(PgConnection::connect(&url).await.unwrap()),
        }
    }

    pub(super) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Sqlite(..) => "SQLite",
            Kind::Postgres(_) => "PostgreSQL",
        }
    }

    /// Fills it with a reading of the battery a minute, and two charging sessions a day.
    pub(super) async fn fill(&mut self) {
        match &mut self.kind {
            Kind::Sqlite(connection, _) => fill_sqlite(connection).await,
            Kind::Postgres(connection) => fill_postgres(connection).await,
        }
    }

    pub(super) async fn readings(&mut self) -> u64 {
        const COUNT: &str = "SELECT count(*) FROM reading";
        let count: i64 = match &mut self.kind {
            Kind::Sqlite(connection, _) => sqlx::query_scalar(COUNT).fetch_one(connection).await,
            Kind::Postgres(connection) => sqlx::query_scalar(COUNT).fetch_one(connection).await,
        }
        .unwrap();
        count.try_into().unwrap()
    }

    /// How much room the database takes.
    pub(super) async fn bytes(&mut self) -> u64 {
        let bytes: i64 = match &mut self.kind {
            Kind::Sqlite(connection, _) => {
                sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                    .execute(&mut *connection)
                    .await
                    .unwrap();
                sqlx::query_scalar(
                    "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                )
                .fetch_one(connection)
                .await
            }
            Kind::Postgres(connection) => {
                sqlx::query_scalar("SELECT pg_database_size(current_database())")
                    .fetch_one(connection)
                    .await
            }
        }
        .unwrap();
        bytes.try_into().unwrap()
    }

    pub(super) async fn remove(self) {
        self.store.close().await;
        match self.kind {
            Kind::Sqlite(connection, folder) => {
                connection.close().await.unwrap();
                folder.close().unwrap();
            }
            // It goes with its server.
            Kind::Postgres(connection) => connection.close().await.unwrap(),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how the script that starts the server tells its address to benchmarks"
)]
fn server() -> Option<String> {
    std::env::var("CARPORT_TEST_DATABASE_URL").ok()
}

fn milliseconds(instant: OffsetDateTime) -> i64 {
    instant.unix_timestamp() * 1_000
}

async fn fill_sqlite(connection: &mut SqliteConnection) {
    for measure in ["battery", "charging", "energy-added"] {
        sqlx::query(
            "WITH RECURSIVE car (number) AS (
                 SELECT 1 UNION ALL SELECT number + 1 FROM car WHERE number < ?1)
             INSERT INTO series (user_id, vehicle_id, measure, raw_from, hours_from)
             SELECT 'owner-' || number, 'car-' || number, ?2, ?3 - ?3 % 86400000,
                 ?3 - ?3 % 86400000
             FROM car ORDER BY number",
        )
        .bind(CARS)
        .bind(measure)
        .bind(milliseconds(FIRST))
        .execute(&mut *connection)
        .await
        .unwrap();
    }
    for (from, until) in days() {
        let mut transaction = connection.begin().await.unwrap();
        // A value with as many digits as cars tell, which goes up and down.
        sqlx::query(
            "WITH RECURSIVE minute (at) AS (
                 SELECT ?1 UNION ALL SELECT at + 60000 FROM minute WHERE at + 60000 < ?2)
             INSERT INTO reading (series, at, value)
             SELECT id, at + id * 7, 20.1 + abs((at / 60000 + id * 11) % 1200 - 600) / 10.0
             FROM minute CROSS JOIN series WHERE measure = 'battery'",
        )
        .bind(milliseconds(from))
        .bind(milliseconds(until))
        .execute(&mut *transaction)
        .await
        .unwrap();
        for (measure, hour, value) in SESSIONS {
            sqlx::query(
                "INSERT INTO reading (series, at, value)
                 SELECT id, ?1 + ?3 * 3600000 + 1, ?4 FROM series WHERE measure = ?2",
            )
            .bind(milliseconds(from))
            .bind(measure)
            .bind(hour)
            .bind(value)
            .execute(&mut *transaction)
            .await
            .unwrap();
        }
        transaction.commit().await.unwrap();
    }
    sqlx::query(
        "WITH RECURSIVE hour (start) AS (
             SELECT ?1 - ?1 % 3600000
             UNION ALL SELECT start + 3600000 FROM hour WHERE start + 3600000 <= ?2)
         INSERT INTO reading_due (series, start) SELECT id, start FROM series CROSS JOIN hour",
    )
    .bind(milliseconds(FIRST))
    .bind(milliseconds(NOW))
    .execute(connection)
    .await
    .unwrap();
}

/// What is said of charging each day, by its hours: two sessions, and the energy of each.
const SESSIONS: [(&str, i64, f64); 6] = [
    ("charging", 2, 1.0),
    ("energy-added", 5, 21.5),
    ("charging", 6, 0.0),
    ("charging", 13, 1.0),
    ("energy-added", 14, 6.25),
    ("charging", 15, 0.0),
];

async fn fill_postgres(connection: &mut PgConnection) {
    for measure in ["battery", "charging", "energy-added"] {
        sqlx::query(
            "INSERT INTO series (user_id, vehicle_id, measure, raw_from, hours_from)
             SELECT 'owner-' || number, 'car-' || number, $2, date_bin('1 day', $3, to_timestamp(0)),
                 date_bin('1 day', $3, to_timestamp(0))
             FROM generate_series(1, $1) AS number ORDER BY number",
        )
        .bind(CARS)
        .bind(measure)
        .bind(FIRST)
        .execute(&mut *connection)
        .await
        .unwrap();
    }
    for (from, until) in days() {
        let mut transaction = connection.begin().await.unwrap();
        sqlx::query(
            "INSERT INTO reading (series, at, value)
             SELECT id, minute + id * INTERVAL '7 milliseconds',
                 20.1 + abs((extract(epoch FROM minute)::BIGINT / 60 + id * 11) % 1200 - 600) / 10.0
             FROM generate_series($1, $2 - INTERVAL '1 minute', INTERVAL '1 minute') AS minute
             CROSS JOIN series WHERE measure = 'battery' ORDER BY minute, id",
        )
        .bind(from)
        .bind(until)
        .execute(&mut *transaction)
        .await
        .unwrap();
        for (measure, hour, value) in SESSIONS {
            sqlx::query(
                "INSERT INTO reading (series, at, value)
                 SELECT id, $1 + $3 * INTERVAL '1 hour' + INTERVAL '1 millisecond', $4
                 FROM series WHERE measure = $2",
            )
            .bind(from)
            .bind(measure)
            .bind(hour)
            .bind(value)
            .execute(&mut *transaction)
            .await
            .unwrap();
        }
        transaction.commit().await.unwrap();
    }
    sqlx::query(
        "INSERT INTO reading_due (series, start)
         SELECT id, start FROM series
         CROSS JOIN generate_series(date_bin('1 hour', $1, to_timestamp(0)), $2,
             INTERVAL '1 hour') AS start",
    )
    .bind(FIRST)
    .bind(NOW)
    .execute(connection)
    .await
    .unwrap();
}
