//! The simulator as a router and as a server.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::DropGuard;
use url::Url;

use crate::fault::{SeverableConnection, SeverableListener};
use crate::security::{harden, refuse_foreign_changes, require_known_host};
use crate::settings::{Settings, SettingsError};
use crate::simulation::Simulation;
use crate::webhook::notice_changes;
use crate::{connect, control, iam, inspector, page, vehicle_api, webhook};

/// How long [`Running::stop`] waits for requests that are under way.
const PATIENCE: Duration = Duration::from_secs(5);

/// A local Smartcar: one origin for Connect, the token endpoint and the vehicle API (reference 0.4),
/// with a control plane under `/_simulator/` and an inspector at `/`.
#[derive(Debug, Clone)]
pub struct Simulator {
    simulation: Arc<Simulation>,
}

impl Simulator {
    /// A simulator that is not served yet. Absolute links begin with
    /// [`Settings::public_origin`], or else with `http://localhost:8010`.
    ///
    /// # Errors
    ///
    /// When the settings describe no application that Smartcar would have.
    pub fn new(settings: Settings) -> Result<Self, SettingsError> {
        Self::with_port(settings, 8010)
    }

    fn with_port(settings: Settings, port: u16) -> Result<Self, SettingsError> {
        settings.validate()?;
        let origin = match &settings.public_origin {
            Some(origin) => origin.clone(),
            None => Url::parse(&format!("http://localhost:{port}"))
                .map_err(|_| SettingsError::PublicOrigin)?,
        };
        let simulation = Arc::new(Simulation::new(settings, origin));
        Ok(Self { simulation })
    }

    /// Everything the simulator serves. All routers of one simulator share one world.
    pub fn router(&self) -> Router {
        let simulation = &self.simulation;
        let pages = Router::new()
            .merge(connect::router())
            .merge(control::router())
            .merge(inspector::router())
            .merge(page::router())
            .fallback(async || page::nothing_here())
            .layer(from_fn(refuse_foreign_changes))
            .layer(from_fn(harden));
        Router::new()
            .merge(pages)
            .merge(iam::router(simulation))
            .nest("/v3", vehicle_api::router(simulation))
            .layer(from_fn_with_state(Arc::clone(simulation), notice_changes))
            .layer(from_fn_with_state(
                Arc::clone(simulation),
                require_known_host,
            ))
            .with_state(Arc::clone(simulation))
    }

    /// Serves a new simulator on `listener`.
    ///
    /// # Errors
    ///
    /// When the listener's address is not a loopback one, for the simulator is nothing to show to a
    /// network; and when the settings are invalid.
    #[expect(
        clippy::unused_async,
        reason = "it needs a runtime to spawn on, and `async` says so"
    )]
    pub async fn start(settings: Settings, listener: TcpListener) -> io::Result<Running> {
        let address = listener.local_addr()?;
        if !address.ip().is_loopback() {
            let words = "the simulator listens on loopback addresses only";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, words));
        }
        let simulator = Self::with_port(settings, address.port())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        webhook::begin(&simulator.simulation);
        let stopping = simulator.simulation.stopping().clone();
        let service = simulator
            .router()
            .into_make_service_with_connect_info::<SeverableConnection>();
        let listener = SeverableListener(listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "TCP_NODELAY could not be set");
            }
        }));
        let task = tokio::spawn(
            axum::serve(listener, service)
                .with_graceful_shutdown(stopping.clone().cancelled_owned())
                .into_future(),
        );
        Ok(Running {
            simulator,
            task,
            stopping: stopping.drop_guard(),
        })
    }
}

/// A simulator that is being served. Dropping it stops it too, without waiting.
#[derive(Debug)]
pub struct Running {
    simulator: Simulator,
    task: JoinHandle<io::Result<()>>,
    stopping: DropGuard,
}

impl Running {
    /// What every URL of this simulator begins with: the Connect host, the IAM host and the vehicle
    /// API host of reference 0.4 at once.
    pub fn origin(&self) -> &Url {
        self.simulator.simulation.origin()
    }

    /// Stops: held and delayed answers are let go, and requests under way are finished, within
    /// reason.
    pub async fn stop(self) {
        drop(self.stopping);
        let mut task = self.task;
        if tokio::time::timeout(PATIENCE, &mut task).await.is_err() {
            task.abort();
        }
    }
}
