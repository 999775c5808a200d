//! A whole Carport in one process: the router as it is served, a database and a local Smartcar.

use std::{sync::Arc, time::Duration};

use axum::Router;
use clap::Parser;
use server::{
    auth::OwnerCheck,
    clock::Clock,
    config::{CommandLine, Config},
    lifecycle,
    router::router,
    site_folder,
    state::AppState,
    storage::Retention,
};
use tempfile::TempDir;
use url::Url;

use super::{Browser, CountingEntropy, Grant, Page, SetClock, TestSmartcar, database};

/// How browsers reach it.
pub(crate) const PUBLIC_URL: &str = "http://localhost:8000";

/// A whole Carport in one process.
pub(crate) struct TestCarport {
    pub(crate) clock: Arc<SetClock>,
    pub(crate) smartcar: Arc<TestSmartcar>,
    pub(crate) state: AppState,
    router: Router,
    pub(crate) database: database::TestStore,
    _site: TempDir,
}

impl TestCarport {
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// With further flags on its command line.
    pub(crate) async fn start_with(flags: &[&str]) -> Self {
        Self::start_in(database::sqlite, flags).await
    }

    /// On PostgreSQL.
    pub(crate) async fn start_on_postgres(flags: &[&str]) -> Self {
        Self::start_in(database::postgres, flags).await
    }

    async fn start_in(
        open: impl AsyncFnOnce(Retention) -> database::TestStore,
        flags: &[&str],
    ) -> Self {
        let clock = Arc::new(SetClock::new());
        let smartcar = Arc::new(TestSmartcar::start(clock.now()).await);
        let config = config(&smartcar.origin(), flags);
        let database = open(config.retention).await;
        Self::start_on(database, smartcar, clock, config)
    }

    /// A second replica of it, which must be on PostgreSQL.
    pub(crate) async fn start_replica(&self, flags: &[&str]) -> Self {
        let (smartcar, clock) = (Arc::clone(&self.smartcar), Arc::clone(&self.clock));
        let config = config(&smartcar.origin(), flags);
        let database = self.database.of_another_replica(config.retention).await;
        Self::start_on(database, smartcar, clock, config)
    }

    fn start_on(
        database: database::TestStore,
        smartcar: Arc<TestSmartcar>,
        clock: Arc<SetClock>,
        config: Config,
    ) -> Self {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join(site_folder::PACKAGE_FOLDER)).unwrap();
        let program = site.path().join("carport");
        let mut owner_check = OwnerCheck::new(config.smartcar.owner_check);
        owner_check.waits.fill(Duration::ZERO);
        let state = AppState {
            smartcar: lifecycle::client(&config).unwrap(),
            store: Arc::clone(&database.store),
            refreshing: Arc::default(),
            unattended: Arc::default(),
            inbox: Arc::default(),
            owner_check: Arc::new(owner_check),
            clock: clock.clone(),
            entropy: Arc::new(CountingEntropy::default()),
            leptos_options: site_folder::leptos_options(site.path(), &program),
            stylesheet: site_folder::stylesheet(&program).into(),
            config: Arc::new(config),
        };
        Self {
            router: router(&state),
            clock,
            smartcar,
            state,
            database,
            _site: site,
        }
    }

    /// Does this to the database behind the store's back.
    pub(crate) async fn execute_in_database(&self, sql: &'static str) {
        self.database.execute(sql).await;
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser with the same cookies, which reaches this replica.
    pub(crate) fn browser_of(&self, browser: &Browser) -> Browser {
        browser.moved_to(self.router.clone())
    }

    /// Begins an attempt: what Connect was given.
    pub(crate) async fn begin(&self, browser: &mut Browser) -> Attempt {
        Attempt::of(&browser.get("/login").await)
    }

    /// Connects a car of this owner, as far as Carport sees it.
    pub(crate) async fn connect(&self, browser: &mut Browser, email: &str) -> Grant {
        let attempt = self.begin(browser).await;
        let grant = self.smartcar.grant(email, Some(&attempt.external_id)).await;
        let page = browser.get(&attempt.callback(&grant.user)).await;
        assert_eq!(page.location(), "/vehicle");
        grant
    }
}

/// What Connect was given.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) address: Url,
    pub(crate) state: String,
    pub(crate) external_id: String,
}

impl Attempt {
    #[track_caller]
    pub(crate) fn of(page: &Page) -> Self {
        let address: Url = page.location().parse().unwrap();
        let parameter = |name: &str| {
            let mut found = address.query_pairs().filter(|(key, _)| key == name);
            let value = found.next().unwrap().1.into_owned();
            assert!(found.next().is_none(), "{name} is doubled");
            value
        };
        Self {
            state: parameter("state"),
            external_id: parameter("external_id"),
            address: address.clone(),
        }
    }

    /// The path to which Connect sends the owner back.
    pub(crate) fn callback(&self, user: &str) -> String {
        format!("/exchange?user_id={user}&state={}", self.state)
    }
}

fn config(smartcar: &str, flags: &[&str]) -> Config {
    let mut line = vec![
        "carport".to_owned(),
        "--data-dir=/nowhere".to_owned(),
        "--confirm-after=0".to_owned(),
        format!("--public-url={PUBLIC_URL}"),
        format!(
            "--smartcar-client-id={}",
            smartcar_simulator::DEVELOPMENT_CLIENT_ID
        ),
        format!(
            "--smartcar-client-secret={}",
            smartcar_simulator::DEVELOPMENT_CLIENT_SECRET
        ),
        format!(
            "--smartcar-application-id={}",
            smartcar_simulator::DEVELOPMENT_APPLICATION_ID
        ),
    ];
    for name in ["connect", "auth", "api-v3", "management-api"] {
        line.push(format!("--smartcar-{name}-origin={smartcar}"));
    }
    line.extend(flags.iter().map(ToString::to_string));
    let command_line = CommandLine::try_parse_from(line).unwrap();
    Config::from_arguments(&command_line.arguments).unwrap()
}
