//! What every request handler shares.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use time::OffsetDateTime;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use url::Url;
use uuid::Uuid;

use crate::entropy::{Entropy, random_uuid};
use crate::settings::Settings;
use crate::webhook::Deliverer;
use crate::world::World;

/// The settings, and the simulated world behind its one lock.
#[derive(Debug)]
pub(crate) struct Simulation {
    settings: Settings,
    origin: Url,
    world: Mutex<World>,
    /// Set when the simulator stops: whatever waits on purpose stops waiting.
    stopping: CancellationToken,
    /// Tells those who wait for an instant that the clock was moved.
    clock_moves: watch::Sender<()>,
    deliverer: Deliverer,
}

impl Simulation {
    pub(crate) fn new(settings: Settings, origin: Url) -> Self {
        Self {
            world: Mutex::new(World::new(&settings)),
            deliverer: Deliverer::new(&settings),
            settings,
            origin,
            stopping: CancellationToken::new(),
            clock_moves: watch::Sender::new(()),
        }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What absolute links begin with.
    pub(crate) fn origin(&self) -> &Url {
        &self.origin
    }

    pub(crate) fn entropy(&self) -> &dyn Entropy {
        self.settings.entropy.as_ref()
    }

    pub(crate) fn random_uuid(&self) -> Uuid {
        random_uuid(self.entropy())
    }

    /// The world, locked: never held across an `await`.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present instant of the simulated world: the clock, and what it was advanced by.
    pub(crate) fn now(&self, world: &World) -> OffsetDateTime {
        self.settings.clock.now() + world.clock_advance
    }

    /// Says that the control plane has moved the clock.
    pub(crate) fn clock_has_moved(&self) {
        self.clock_moves.send_replace(());
    }

    /// To hear that the clock was moved.
    pub(crate) fn clock_moves(&self) -> watch::Receiver<()> {
        self.clock_moves.subscribe()
    }

    /// Who delivers webhooks.
    pub(crate) fn deliverer(&self) -> &Deliverer {
        &self.deliverer
    }

    /// Waits until an instant of the simulated world.
    pub(crate) async fn until(&self, instant: OffsetDateTime) {
        let mut moves = self.clock_moves.subscribe();
        loop {
            let left = instant - self.now(&self.world());
            if !left.is_positive() {
                return;
            }
            // A clock that a test moves by itself tells nobody: look again every second.
            let nap = left.unsigned_abs().min(Duration::from_secs(1));
            tokio::select! {
                _ = moves.changed() => {}
                () = tokio::time::sleep(nap) => {}
            }
        }
    }

    /// Puts everything back to what it was at the start.
    pub(crate) fn reset(&self) {
        *self.world() = World::new(&self.settings);
    }

    pub(crate) fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }

    /// How long an access token lives.
    pub(crate) fn token_lifetime(&self) -> Duration {
        self.settings.token_lifetime
    }
}
