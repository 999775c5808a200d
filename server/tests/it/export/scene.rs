//! A car with something to take along, and its files as they are read.

use std::{collections::HashMap, sync::Arc};

use axum::body::to_bytes;
use serde_json::Value;
use server::{
    clock::Clock,
    storage::{CommandState, NewCommand, SignalReport, Store, StoredCommand},
};
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime};

use crate::support::{Browser, Grant, TestCarport, report};

/// A car whose owner is signed in.
pub(super) struct Scene {
    pub(super) carport: TestCarport,
    pub(super) browser: Browser,
    pub(super) grant: Grant,
}

impl Scene {
    pub(super) async fn start() -> Self {
        Self::of(TestCarport::start().await).await
    }

    pub(super) async fn of(carport: TestCarport) -> Self {
        let mut browser = carport.browser();
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        Self {
            carport,
            browser,
            grant,
        }
    }

    pub(super) fn now(&self) -> OffsetDateTime {
        self.carport.clock.now()
    }

    pub(super) fn store(&self) -> &Arc<dyn Store> {
        &self.carport.state.store
    }

    pub(super) fn owner(&self) -> UserId {
        UserId::new(self.grant.user.as_str())
    }

    pub(super) fn vehicle(&self) -> VehicleId {
        VehicleId::new(self.grant.vehicles[0].as_str())
    }

    pub(super) fn address(&self, file: &str) -> String {
        format!("/vehicle/{}/{file}", self.grant.vehicles[0])
    }

    pub(super) async fn take_in(&self, reports: &[SignalReport]) {
        let (owner, vehicle) = (self.owner(), self.vehicle());
        let taken = self
            .store()
            .take_in_delivered(&owner, &vehicle, reports, self.now());
        assert!(taken.await.unwrap());
    }

    pub(super) async fn rename(&self, name: &str) {
        self.store()
            .name_vehicle(&self.owner(), &self.vehicle(), Some(name))
            .await
            .unwrap();
    }

    /// So many readings of the battery, one a second, the newest now.
    pub(super) async fn take_in_readings(&self, readings: u32) {
        let reports: Vec<_> = (0..readings)
            .map(|second| {
                let at = self.now() - Duration::seconds(second.into());
                battery(at, f64::from(second % 100))
            })
            .collect();
        for some in reports.chunks(5_000) {
            self.take_in(some).await;
        }
    }

    pub(super) async fn command(&self, number: u32, command: &str) -> StoredCommand {
        let asked_at = self.now() - Duration::hours(2) + Duration::seconds((number / 2).into());
        let new = NewCommand {
            id: format!("command-{number:05}"),
            owner: self.owner(),
            vehicle: self.vehicle(),
            form_key: number.to_string(),
            command: command.to_owned(),
            asked_at,
            held_until: asked_at,
        };
        self.store().add_command(&new).await.unwrap();
        let stored = StoredCommand {
            id: new.id,
            command: new.command,
            state: CommandState::Refused,
            asked_at,
            sent_at: Some(asked_at),
            answered_at: Some(asked_at),
            seen_at: None,
            held_until: None,
            refusal: None,
            request_id: None,
            schedule_id: None,
        };
        self.store().save_command(&stored).await.unwrap();
        stored
    }

    pub(super) async fn text(&self, file: &str) -> String {
        let response = self.browser.download(&self.address(file), "identity").await;
        assert_eq!(response.status(), 200);
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    pub(super) async fn table(&self, file: &str) -> Vec<HashMap<String, String>> {
        let text = self.text(file).await;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    }

    pub(super) async fn document(&self, file: &str) -> Value {
        serde_json::from_str(&self.text(file).await).unwrap()
    }
}

pub(super) fn battery(at: OffsetDateTime, percent: f64) -> SignalReport {
    let body = format!(r#"{{"value":{percent},"unit":"percent"}}"#);
    report("tractionbattery-stateofcharge", at, &body)
}
