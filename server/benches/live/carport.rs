//! The release program, with a local Smartcar.

use std::process::Stdio;

use server::storage::{Delivery, PostgresStore, SqliteStore, Store};
use smartcar_simulator::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET, Running,
    Settings, Simulator,
};
use tempfile::TempDir;
use time::OffsetDateTime;
use tokio::{
    net::TcpListener,
    process::{Child, Command},
};

/// What signs the deliveries.
pub(crate) const TOKEN: &str = "benchmark-management-token";

pub(crate) struct Carport {
    pub(crate) origin: String,
    pub(crate) port: u16,
    pub(crate) smartcar: String,
    pub(crate) http: reqwest::Client,
    process: Child,
    folder: TempDir,
    database: Option<String>,
    simulator: Running,
}

impl Carport {
    pub(crate) async fn start() -> Self {
        let port = free_port().await;
        let origin = format!("http://localhost:{port}");
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = Settings {
            limits: false,
            redirect_uris: vec![format!("{origin}/exchange").parse().unwrap()],
            ..Settings::default()
        };
        let simulator = Simulator::start(settings, listener).await.unwrap();
        let smartcar = simulator.origin().as_str().trim_end_matches('/').to_owned();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
        let database = database_url();
        let mut command = Command::new(env!("CARGO_BIN_EXE_carport"));
        command
            .env_clear()
            .env("CARPORT_LISTEN", format!("127.0.0.1:{port}"))
            .env("CARPORT_PUBLIC_URL", &origin)
            .env("CARPORT_DATA_DIR", folder.path().join("data"))
            .env("CARPORT_SITE_DIR", folder.path().join("site"))
            .env("CARPORT_REQUEST_BURST", "1000000")
            .env("CARPORT_LOG", "error")
            .env("SMARTCAR_APPLICATION_ID", DEVELOPMENT_APPLICATION_ID)
            .env("SMARTCAR_CLIENT_ID", DEVELOPMENT_CLIENT_ID)
            .env("SMARTCAR_CLIENT_SECRET", DEVELOPMENT_CLIENT_SECRET)
            .env("SMARTCAR_MANAGEMENT_TOKEN", TOKEN)
            .stdin(Stdio::null())
            .kill_on_drop(true);
        for host in ["CONNECT", "AUTH", "API_V3", "MANAGEMENT_API"] {
            command.env(format!("SMARTCAR_{host}_ORIGIN"), &smartcar);
        }
        if let Some(url) = &database {
            command.env("DATABASE_URL", url);
        }
        let http = http_client();
        let process = command.spawn().unwrap();
        while http.get(format!("{origin}/readyz")).send().await.is_err() {
            tokio::task::yield_now().await;
        }
        Self {
            origin,
            port,
            smartcar,
            http,
            process,
            folder,
            database,
            simulator,
        }
    }

    pub(crate) fn database(&self) -> &'static str {
        if self.database.is_some() {
            "PostgreSQL"
        } else {
            "SQLite"
        }
    }

    /// What of its memory is in the machine's, in bytes.
    pub(crate) fn resident_bytes(&self) -> usize {
        let id = self.process.id().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
        kilobytes.parse::<usize>().unwrap() * 1024
    }

    /// Ends it as a failing machine does.
    pub(crate) async fn kill(&mut self) {
        self.process.kill().await.unwrap();
    }

    /// How many of these events its database does not hold.
    pub(crate) async fn missing(&self, event_ids: &[String]) -> u64 {
        let store: Box<dyn Store> = if let Some(url) = &self.database {
            Box::new(PostgresStore::open(&url.clone().into()).await.unwrap())
        } else {
            let file = self.folder.path().join("data").join("carport.sqlite3");
            Box::new(SqliteStore::open(&file).await.unwrap())
        };
        let again: Vec<Delivery> = event_ids
            .iter()
            .map(|event_id| Delivery {
                event_id: event_id.clone(),
                body: String::new(),
                received_at: OffsetDateTime::UNIX_EPOCH,
            })
            .collect();
        // What is there already is not added.
        let missing = store.add_deliveries(&again).await.unwrap();
        store.close().await;
        missing
    }

    pub(crate) async fn stop(mut self) {
        let _ = self.process.kill().await;
        self.simulator.stop().await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how the script that starts the server tells its address"
)]
fn database_url() -> Option<String> {
    std::env::var("CARPORT_TEST_DATABASE_URL").ok()
}

#[expect(
    clippy::disallowed_methods,
    reason = "it stands for browsers and for Smartcar, not for Carport"
)]
fn http_client() -> reqwest::Client {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    builder.build().unwrap()
}

async fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap().port()
}
