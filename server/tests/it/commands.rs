//! What is asked of a car from its page: sent once, followed to its end, never said to be done when
//! it is not known.

mod bad_input;
mod fates;
mod presses;

use app::vehicle::command::form::Mistake;
use serde_json::json;
use server::{
    clock::Clock,
    storage::{CommandState, StoredCommand},
};
use smartcar::{UserId, VehicleId};
use time::Duration;

use crate::support::{Browser, Grant, Page, TestCarport};

/// A car whose owner is signed in.
struct Scene {
    carport: TestCarport,
    browser: Browser,
    grant: Grant,
}

impl Scene {
    /// A car that may be asked for anything, and whose signals follow at once.
    async fn start() -> Self {
        Self::start_with(&[]).await
    }

    async fn start_with(flags: &[&str]) -> Self {
        let carport = TestCarport::start_with(flags).await;
        let mut browser = carport.browser();
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        let scene = Self {
            carport,
            browser,
            grant,
        };
        scene
            .set_car(json!({ "seen": { "afterSeconds": 0 } }))
            .await;
        scene.carport.smartcar.forget_requests().await;
        scene
    }

    fn vehicle(&self) -> &str {
        &self.grant.vehicles[0]
    }

    fn address(&self) -> String {
        format!("/vehicle/{}", self.vehicle())
    }

    async fn set_car(&self, order: serde_json::Value) {
        self.carport
            .smartcar
            .set_vehicle(self.vehicle(), order)
            .await;
    }

    async fn next(&self, next: serde_json::Value) {
        self.carport
            .smartcar
            .next_command(self.vehicle(), next)
            .await;
    }

    /// A key as a page of this moment has it.
    fn key(&self, page: u32) -> String {
        let made_at = self.carport.clock.now().unix_timestamp();
        format!("{made_at}.{page:0>43}")
    }

    /// Time passes, here and at Smartcar.
    async fn pass(&self, time: Duration) {
        self.carport.clock.advance(time);
        self.carport.smartcar.advance(time).await;
    }

    /// Presses a button of a fresh page, a moment after the last.
    async fn press(&mut self, page: u32, fields: &[(&str, &str)]) -> Page {
        self.pass(Duration::SECOND).await;
        let key = self.key(page);
        self.press_with(&key, fields).await
    }

    async fn press_with(&mut self, key: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<_> = [("key", key)].iter().chain(fields).copied().collect();
        let address = self.address();
        self.browser.submit(&address, &fields).await
    }

    /// Waits until nothing is on its way any more.
    async fn settled(&self) {
        self.carport.state.unattended.settled().await;
    }

    async fn ledger(&self) -> Vec<StoredCommand> {
        let owner = UserId::new(self.grant.user.as_str());
        let vehicle = VehicleId::new(self.vehicle());
        let store = &self.carport.state.store;
        store.commands(&owner, &vehicle, 50).await.unwrap().newest
    }

    /// How far each command got, newest first.
    async fn states(&self) -> Vec<CommandState> {
        let now = self.carport.clock.now();
        let ledger = self.ledger().await;
        ledger.iter().map(|stored| stored.state_at(now)).collect()
    }

    /// The commands that were sent to Smartcar.
    async fn sent(&self) -> Vec<String> {
        let requests = self.carport.smartcar.requests().await;
        requests
            .into_iter()
            .filter(|request| !request.ends_with("signals.list") && !request.ends_with(" token"))
            .collect()
    }

    /// The owner connects once more and allows navigation too.
    async fn grant_navigation(&mut self) {
        let attempt = self.carport.begin(&mut self.browser).await;
        let mut permissions: Vec<&str> = vec!["control_navigation"];
        permissions.extend(["read_vehicle_info", "read_security", "control_security"]);
        self.carport
            .smartcar
            .grant_only("owner@example.com", &attempt.external_id, &permissions)
            .await;
        let callback = attempt.callback(&self.grant.user);
        self.browser.get(&callback).await;
    }

    /// The page of the car says this mistake, and nothing was sent.
    #[track_caller]
    fn refused(page: &Page, mistake: &Mistake) {
        page.assert_status(mistake.status());
        page.assert_shows(&mistake.to_string().replace('\'', "&#x27;"));
    }
}
