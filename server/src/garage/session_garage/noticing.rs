//! What the owner wants to be told of the cars, and what was noticed.

use app::{
    error::AppError,
    vehicle::{model::VehicleId, units::PressureUnit},
    watch::{
        model::{CarNotice, CarRules, NoticesView, RuleSetting},
        rule::WatchRule,
        sentence::sentence,
    },
};

use super::{Opened, SessionGarage, internal, views};
use crate::{
    storage::{GarageVehicle, NewRule, StoredNotice, StoredRule},
    watch,
};

/// How many notices are open at most: four a car, of fifty cars.
const OPEN: u32 = 200;
/// How many of before the page shows.
const PAST: u32 = 50;

impl SessionGarage {
    /// The rules of one vehicle of this session.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`]; [`AppError::Internal`].
    pub(crate) async fn rules_of(&self, vehicle: &VehicleId) -> Result<[RuleSetting; 4], AppError> {
        let row = self.own(vehicle).await?;
        Ok(rules(row, &self.stored_rules().await?))
    }

    /// Watches a vehicle of this session by these rules from now on. They are looked at at once.
    ///
    /// # Errors
    ///
    /// Those of [`Self::rules_of`].
    pub(crate) async fn watch(
        &self,
        vehicle: &VehicleId,
        rules: &[RuleSetting],
    ) -> Result<(), AppError> {
        let row = &self.own(vehicle).await?.vehicle;
        let rules: Vec<NewRule> = rules
            .iter()
            .map(|setting| NewRule {
                rule: setting.rule,
                is_on: setting.is_on,
                threshold: setting.threshold,
            })
            .collect();
        let now = self.state.clock.now();
        let is_there = self
            .state
            .store
            .set_watch_rules(&row.owner, &row.vehicle, &rules, now)
            .await
            .map_err(|error| internal(&error))?;
        if !is_there {
            return Err(AppError::VehicleNotFound);
        }
        watch::look(&self.state, &row.owner, &row.vehicle, &[])
            .await
            .map_err(|error| internal(&error))
    }

    /// Puts a notice of this session away. One that is gone already is as good as put away.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::PageNotFound`] when no car of this session has it;
    /// [`AppError::Internal`].
    pub(crate) async fn put_away(&self, id: &str) -> Result<(), AppError> {
        let opened = self.signed_in().await?;
        // PostgreSQL cannot hold the character 0, and no id has it.
        let is_there = !id.contains('\0')
            && self
                .state
                .store
                .put_notice_away(&opened.id, id, self.state.clock.now())
                .await
                .map_err(|error| internal(&error))?;
        is_there.then_some(()).ok_or(AppError::PageNotFound)
    }

    pub(super) async fn noticed(&self) -> Result<NoticesView, AppError> {
        let opened = self.signed_in().await?;
        let store = &self.state.store;
        let open = self.open_now(opened).await?;
        let past = store
            .past_notices(&opened.id, PAST)
            .await
            .map_err(|error| internal(&error))?;
        let stored = self.stored_rules().await?;
        Ok(NoticesView {
            open,
            past: notices(opened, past),
            cars: opened
                .rows()
                .into_iter()
                .map(|row| CarRules {
                    vehicle: views::vehicle(row),
                    rules: rules(row, &stored),
                })
                .collect(),
            pressure: self.pressure(),
            now: self.state.clock.now(),
        })
    }

    pub(super) async fn count_noticed(&self) -> Result<u32, AppError> {
        let opened = self.signed_in().await?;
        self.state
            .store
            .count_open_notices(&opened.id)
            .await
            .map_err(|error| internal(&error))
    }

    /// What is open of one car, in words.
    pub(super) async fn noticed_of(&self, vehicle: &VehicleId) -> Result<Vec<String>, AppError> {
        let opened = self.signed_in().await?;
        let now = self.state.clock.now();
        Ok(self
            .open_now(opened)
            .await?
            .iter()
            .filter(|notice| notice.vehicle.id == *vehicle)
            .map(|notice| sentence(notice, self.pressure(), now))
            .collect())
    }

    async fn open_now(&self, opened: &Opened) -> Result<Vec<CarNotice>, AppError> {
        let open = self
            .state
            .store
            .open_notices(&opened.id, OPEN)
            .await
            .map_err(|error| internal(&error))?;
        Ok(notices(opened, open))
    }

    async fn stored_rules(&self) -> Result<Vec<StoredRule>, AppError> {
        let opened = self.signed_in().await?;
        self.state
            .store
            .watch_rules(&opened.id)
            .await
            .map_err(|error| internal(&error))
    }

    const fn pressure(&self) -> PressureUnit {
        self.units.pressure
    }
}

/// Every rule of a vehicle: as it was set, else off.
fn rules(row: &GarageVehicle, stored: &[StoredRule]) -> [RuleSetting; 4] {
    WatchRule::ALL.map(|rule| {
        stored
            .iter()
            .find(|one| {
                one.setting.rule == rule
                    && one.owner == row.vehicle.owner
                    && one.vehicle == row.vehicle.vehicle
            })
            .map_or(RuleSetting::unset(rule), |one| RuleSetting {
                rule,
                is_on: one.setting.is_on,
                threshold: one.setting.threshold,
            })
    })
}

/// Stored notices with their cars. One whose car was disconnected a moment ago is left out.
fn notices(opened: &Opened, stored: Vec<StoredNotice>) -> Vec<CarNotice> {
    stored
        .into_iter()
        .filter_map(|notice| {
            let row = opened.vehicles.iter().find(|row| {
                row.vehicle.owner == notice.owner && row.vehicle.vehicle == notice.vehicle
            })?;
            Some(CarNotice {
                vehicle: views::vehicle(row),
                finding: notice
                    .finding
                    .and_then(|json| serde_json::from_str(&json).ok()),
                id: notice.id,
                rule: notice.rule,
                threshold: notice.threshold,
                since: notice.since,
                noticed_at: notice.noticed_at,
                ended_at: notice.ended_at,
                put_away_at: notice.put_away_at,
            })
        })
        .collect()
}
