//! From the configuration to a running server, and to its graceful end.

use std::{future::Future, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use thiserror::Error;
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    auth::{ATTEMPT_MEMORY, OwnerCheck},
    clock::{Clock, SystemClock},
    config::{Config, OwnerCheckRule, SIMULATOR_LISTEN, Upstream},
    entropy::SystemEntropy,
    history,
    router::router,
    security::oversized_head::PageListener,
    serving,
    site_folder::{self, SiteNotFound},
    stand_in,
    state::AppState,
    storage::{self, Store, StoreError},
    telemetry, watch, webhook,
};

/// How long requests that are under way may take once the end has been asked for.
const DRAIN_LIMIT: Duration = Duration::from_secs(10);

/// How often ended sessions and attempts are removed.
const CLEANING_INTERVAL: Duration = Duration::from_mins(10);

/// How often it is looked for deliveries that nobody works on.
const DELIVERY_INTERVAL: Duration = Duration::from_mins(1);

/// How often it is looked what time has brought about.
const WATCH_INTERVAL: Duration = Duration::from_mins(1);

/// Why the server did not start, or ended.
#[derive(Debug, Error)]
pub enum StartError {
    /// The site is missing.
    #[error(transparent)]
    Site(#[from] SiteNotFound),
    /// The store cannot be opened.
    #[error("the store cannot be opened ({location})")]
    Store {
        /// Which store.
        location: String,
        /// Why.
        source: StoreError,
    },
    /// The address is taken, or not one of this machine.
    #[error("cannot listen on {address} ({variable})")]
    Listen {
        /// The address.
        address: String,
        /// The variable that names it.
        variable: &'static str,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The embedded simulator did not start.
    #[error("the simulator did not start")]
    Simulator(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The HTTP client cannot be made.
    #[error("the Smartcar client cannot be made")]
    Client(#[source] smartcar::Error),
    /// The operating system does not say on which port it listens.
    #[error("the server does not know its own address")]
    Address(#[source] std::io::Error),
}

/// Starts what the configuration asks for and serves until `shutdown` ends.
///
/// # Errors
///
/// [`StartError`] with the reason.
pub async fn run(
    config: Config,
    program: &Path,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), StartError> {
    let site = site_folder::find(config.site_folder.as_deref(), program)?;
    let listener = listen(&config.listen.to_string(), "CARPORT_LISTEN").await?;
    let store = storage::open(&config.database, config.retention)
        .await
        .map_err(|source| StartError::Store {
            location: config.database.to_string(),
            source,
        })?;
    let simulator = match config.smartcar.upstream {
        Upstream::EmbeddedSimulator => {
            let carport = listener.local_addr().map_err(StartError::Address)?;
            Some(start_simulator(&config, carport).await?)
        }
        Upstream::Smartcar => None,
    };
    warn_of_weak_settings(&config);
    let state = AppState {
        smartcar: client(&config).map_err(StartError::Client)?,
        refreshing: Arc::default(),
        unattended: Arc::default(),
        inbox: Arc::default(),
        owner_check: Arc::new(OwnerCheck::new(config.smartcar.owner_check)),
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        leptos_options: site_folder::leptos_options(&site, program),
        stylesheet: site_folder::stylesheet(program).into(),
        store,
        config: Arc::new(config),
    };
    tracing::info!(
        url = %state.config.public_url,
        store = %state.config.database,
        "Carport is ready"
    );
    serve(state, listener, shutdown).await;
    if let Some(simulator) = simulator {
        simulator.stop().await;
    }
    Ok(())
}

/// Serves on this listener until `shutdown` ends, then lets the requests under way finish.
pub async fn serve(
    state: AppState,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) {
    let ending = CancellationToken::new();
    let tasks = TaskTracker::new();
    tasks.spawn(keep_clean(
        Arc::clone(&state.store),
        Arc::clone(&state.clock),
        ending.clone(),
    ));
    tasks.spawn(work_on_deliveries(state.clone(), ending.clone()));
    tasks.spawn(watch_the_time(state.clone(), ending.clone()));
    tasks.spawn(history::keep(
        Arc::clone(&state.store),
        Arc::clone(&state.clock),
        ending.clone(),
    ));
    let ended = ending.clone();
    let listener = PageListener::new(listener, &state.stylesheet);
    let changes = Arc::clone(state.store.changes());
    let signal = async move {
        shutdown.await;
        tracing::info!("stopping");
        ended.cancel();
        // Their connections would be waited for.
        changes.end();
    };
    tokio::select! {
        () = serving::serve(listener, router(&state), signal) => {}
        () = async { ending.cancelled().await; tokio::time::sleep(DRAIN_LIMIT).await } => {
            tracing::warn!("requests that did not end in time were cut off");
        }
    }
    ending.cancel();
    tasks.close();
    tasks.wait().await;
    let settled = tokio::time::timeout(DRAIN_LIMIT, state.unattended.settled()).await;
    if settled.is_err() {
        tracing::warn!("commands that were not answered in time are left as unknown");
    }
    state.store.close().await;
}

/// Works on what an earlier Carport, or another replica, has left in the inbox.
async fn work_on_deliveries(state: AppState, ending: CancellationToken) {
    let mut interval = tokio::time::interval(DELIVERY_INTERVAL);
    while ending.run_until_cancelled(interval.tick()).await.is_some() {
        webhook::work(state.clone()).await;
    }
}

/// Looks what time alone has brought about: a car that is still unlocked, or still silent.
async fn watch_the_time(state: AppState, ending: CancellationToken) {
    let mut interval = tokio::time::interval(WATCH_INTERVAL);
    while ending.run_until_cancelled(interval.tick()).await.is_some() {
        if let Err(error) = watch::look_at_due(&state).await {
            telemetry::log_internal(&error);
        }
    }
}

/// Removes what has ended, every now and then.
async fn keep_clean(store: Arc<dyn Store>, clock: Arc<dyn Clock>, ending: CancellationToken) {
    let mut interval = tokio::time::interval(CLEANING_INTERVAL);
    while ending.run_until_cancelled(interval.tick()).await.is_some() {
        let now = clock.now();
        match store.remove_ended(now, now - ATTEMPT_MEMORY).await {
            Ok(0) => {}
            Ok(rows) => tracing::debug!(rows, "ended sessions and attempts were removed"),
            Err(error) => telemetry::log_internal(&error),
        }
        match store.give_up_deliveries(webhook::ATTEMPTS, now).await {
            Ok(given_up) => {
                for event in given_up {
                    tracing::error!(event, "an event that could not be taken in was given up");
                }
            }
            Err(error) => telemetry::log_internal(&error),
        }
        match store.forget_deliveries(now - webhook::MEMORY).await {
            Ok(0) => {}
            Ok(rows) => tracing::debug!(rows, "deliveries of long ago were forgotten"),
            Err(error) => telemetry::log_internal(&error),
        }
        match store.remove_notices(now - watch::MEMORY).await {
            Ok(0) => {}
            Ok(rows) => tracing::debug!(rows, "notices of long ago were removed"),
            Err(error) => telemetry::log_internal(&error),
        }
    }
}

/// The client of the Smartcar API as the configuration asks for it.
///
/// # Errors
///
/// When the HTTP client cannot be made, such as for want of TLS roots.
pub fn client(config: &Config) -> Result<smartcar::Client, smartcar::Error> {
    let credentials = &config.smartcar.credentials;
    smartcar::Client::builder(&credentials.client_id, credentials.client_secret.clone())
        .origins(config.smartcar.origins.clone())
        .user_agent(concat!("carport/", env!("CARGO_PKG_VERSION")))
        .build()
}

async fn listen(address: &str, variable: &'static str) -> Result<TcpListener, StartError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| StartError::Listen {
            address: address.to_owned(),
            variable,
            source,
        })
}

async fn start_simulator(
    config: &Config,
    carport: SocketAddr,
) -> Result<smartcar_simulator::Running, StartError> {
    let listener = listen(SIMULATOR_LISTEN, "the simulator").await?;
    stand_in::start(config, listener, carport)
        .await
        .map_err(|error| StartError::Simulator(Box::new(error)))
}

fn warn_of_weak_settings(config: &Config) {
    if config.smartcar.owner_check == OwnerCheckRule::RecentConnection {
        tracing::warn!(
            "CARPORT_OWNER_CHECK=recent-connection is the weaker check: use it only when Smartcar does not return the external id to your application"
        );
    }
    if config.smartcar.mode == smartcar::Mode::Test {
        tracing::warn!("SMARTCAR_MODE=test is deprecated by Smartcar: use simulated");
    }
}
