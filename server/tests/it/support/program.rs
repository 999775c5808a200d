//! The program itself, in a process of its own, and where it keeps what it keeps.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

use server::storage::{PostgresStore, SqliteStore, Store};
use sqlx::{Connection, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;

use super::database;

/// What outlives the program.
pub(crate) struct Place {
    folder: TempDir,
    database: Option<String>,
}

/// As long as it is there, nobody else writes deliveries.
pub(crate) enum Lock {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Place {
    pub(crate) fn on_sqlite() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            database: None,
        }
    }

    pub(crate) async fn on_postgres() -> Self {
        Self {
            database: Some(database::fresh_postgres().await),
            ..Self::on_sqlite()
        }
    }

    fn sqlite_file(&self) -> PathBuf {
        self.folder.path().join("data").join("carport.sqlite3")
    }

    pub(crate) async fn store(&self) -> Arc<dyn Store> {
        match &self.database {
            Some(url) => Arc::new(PostgresStore::open(&url.clone().into()).await.unwrap()),
            None => Arc::new(SqliteStore::open(&self.sqlite_file()).await.unwrap()),
        }
    }

    pub(crate) async fn lock(&self) -> Lock {
        if let Some(url) = &self.database {
            let mut connection = PgConnection::connect(url).await.unwrap();
            let lock = "BEGIN; LOCK TABLE delivery IN EXCLUSIVE MODE";
            sqlx::raw_sql(lock).execute(&mut connection).await.unwrap();
            Lock::Postgres(connection)
        } else {
            let options = SqliteConnectOptions::new().filename(self.sqlite_file());
            let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
            let lock = "BEGIN IMMEDIATE";
            sqlx::raw_sql(lock).execute(&mut connection).await.unwrap();
            Lock::Sqlite(connection)
        }
    }

    /// Starts the program, which is ready when this returns.
    pub(crate) fn start(&self, management_token: &str) -> Program {
        let site = self.folder.path().join("site");
        std::fs::create_dir_all(site.join(server::site_folder::PACKAGE_FOLDER)).unwrap();
        let address = free_address();
        let mut command = Command::new(env!("CARGO_BIN_EXE_carport"));
        command
            .env_clear()
            .env("CARPORT_LISTEN", address.to_string())
            .env(
                "CARPORT_PUBLIC_URL",
                format!("http://localhost:{}", address.port()),
            )
            .env("CARPORT_DATA_DIR", self.sqlite_file().parent().unwrap())
            .env("CARPORT_SITE_DIR", site)
            .env("CARPORT_LOG", "error,server::lifecycle=info")
            .env("SMARTCAR_APPLICATION_ID", "application")
            .env("SMARTCAR_CLIENT_ID", "client_id")
            .env("SMARTCAR_CLIENT_SECRET", "secret")
            .env("SMARTCAR_MANAGEMENT_TOKEN", management_token)
            .stdin(Stdio::null())
            .stderr(Stdio::piped());
        // Nobody is asked anything; if somebody were, nobody would be there.
        for host in ["CONNECT", "AUTH", "API_V3", "MANAGEMENT_API"] {
            command.env(format!("SMARTCAR_{host}_ORIGIN"), "http://127.0.0.1:9");
        }
        if let Some(url) = &self.database {
            command.env("DATABASE_URL", url);
        }
        let mut process = command.spawn().unwrap();
        let mut log = BufReader::new(process.stderr.take().unwrap());
        let mut text = String::new();
        while !text.contains("Carport is ready") {
            assert_ne!(log.read_line(&mut text).unwrap(), 0, "it ended: {text}");
        }
        // Read to its end, or the program would wait for a reader.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Program {
            address,
            process: Mutex::new(process),
        }
    }
}

impl Lock {
    pub(crate) async fn release(self) {
        match self {
            Self::Sqlite(connection) => connection.close().await.unwrap(),
            Self::Postgres(connection) => connection.close().await.unwrap(),
        }
    }
}

/// The program as it runs. It does not outlive the test.
pub(crate) struct Program {
    address: SocketAddr,
    process: Mutex<Child>,
}

impl Program {
    /// Sends a request on a connection of its own; an error when nobody is there to take it.
    pub(crate) fn send(&self, head: &str, body: &str) -> std::io::Result<TcpStream> {
        let mut connection = TcpStream::connect(self.address)?;
        let request = format!(
            "{head}\r\nHost: localhost:{}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address.port(),
            body.len()
        );
        connection.write_all(request.as_bytes())?;
        Ok(connection)
    }

    /// Ends it as a failing machine does, with SIGKILL.
    pub(crate) fn kill(&self) {
        self.process.lock().unwrap().kill().unwrap();
    }

    /// Ends it as an operator does, with SIGTERM, and waits until it has brought everything to its end.
    pub(crate) fn stop(&self) {
        let mut process = self.process.lock().unwrap();
        let told = Command::new("sh")
            .args(["-c", "kill -TERM \"$0\"", &process.id().to_string()])
            .status();
        assert!(told.unwrap().success());
        assert!(process.wait().unwrap().success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let process = self.process.get_mut().unwrap();
        let _ = process.kill();
        let _ = process.wait();
    }
}

/// Whether the answer on this connection, if there is one, is a success.
pub(crate) fn is_success(mut connection: TcpStream) -> bool {
    let mut answer = Vec::new();
    // Where the program is gone, what came until then counts.
    let _ = connection.read_to_end(&mut answer);
    answer.starts_with(b"HTTP/1.1 2")
}

/// A port that is free, on an address of this machine that no other test uses.
fn free_address() -> SocketAddr {
    let [_, high, middle, low] = std::process::id().to_be_bytes();
    let address = Ipv4Addr::new(127, 64 | (high & 63), middle, low.max(1));
    let listener = TcpListener::bind((address, 0)).unwrap();
    listener.local_addr().unwrap()
}
