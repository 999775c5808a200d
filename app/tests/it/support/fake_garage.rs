//! A garage to order.

use std::sync::Mutex;

use app::{
    error::AppError,
    history::{
        model::{HistoryView, Reach, Recorded},
        span::{Period, SpanProblem},
    },
    ports::Garage,
    settings::model::{Preferences, Reader, Refused},
    site::model::{Site, Source},
    vehicle::{
        car::{Car, CarView, CarsView},
        command::model::Commands,
        model::{Vehicle, VehicleId},
        units::{PressureUnit, Units},
    },
    watch::{
        model::{self as watch, CarRules, NoticesView, RuleSetting},
        rule::WatchRule,
        sentence::sentence,
    },
};
use async_trait::async_trait;

use super::NOW;
use crate::cars::silent;

/// A garage whose answers are set by the test.
pub(crate) struct FakeGarage {
    pub(crate) source: Source,
    pub(crate) permissions: Vec<String>,
    /// `None` without a session.
    pub(crate) cars: Mutex<Option<Vec<Car>>>,
    /// What every question and order fails with.
    pub(crate) failure: Option<AppError>,
    /// Who looks at the page.
    pub(crate) reader: Reader,
    /// What was wrong with the form that the page answers.
    pub(crate) refused: Option<Refused>,
    /// The notices; their cars are those of the garage.
    pub(crate) notices: NoticesView,
    /// The rules of every car; `None`: nobody has said anything of them.
    pub(crate) rules: Option<[RuleSetting; 4]>,
    /// What was wrong with the rules that the page answers.
    pub(crate) refused_rules: Option<watch::Refused>,
    /// What was kept of every car in the span that is asked for.
    pub(crate) recorded: Result<Recorded, SpanProblem>,
    /// How far that goes.
    pub(crate) reach: Option<Reach>,
    /// The queries that asked for it.
    pub(crate) queries: Mutex<Vec<String>>,
}

impl FakeGarage {
    pub(crate) fn signed_out() -> Self {
        Self {
            source: Source::Live,
            permissions: Vec::new(),
            cars: Mutex::new(None),
            failure: None,
            reader: Reader {
                preferences: Preferences::default(),
                suggested: Units::METRIC,
            },
            refused: None,
            notices: NoticesView {
                open: Vec::new(),
                past: Vec::new(),
                cars: Vec::new(),
                pressure: PressureUnit::Bar,
                now: NOW,
            },
            rules: None,
            refused_rules: None,
            recorded: Ok(Recorded {
                span: Period::Week.around(NOW.date()),
                series: Vec::new(),
                sessions: Vec::new(),
            }),
            reach: None,
            queries: Mutex::default(),
        }
    }

    /// Cars of which nothing was read yet.
    pub(crate) fn with(vehicles: Vec<Vehicle>) -> Self {
        Self::of(vehicles.into_iter().map(silent).collect())
    }

    pub(crate) fn of(cars: Vec<Car>) -> Self {
        Self {
            cars: Mutex::new(Some(cars)),
            ..Self::signed_out()
        }
    }

    fn count(&self) -> Option<u32> {
        let cars = self.cars.lock().unwrap();
        cars.as_ref().map(|some| u32::try_from(some.len()).unwrap())
    }

    fn all(&self) -> Result<Vec<Car>, AppError> {
        if self.failure == Some(AppError::Internal) {
            return Err(AppError::Internal);
        }
        self.cars.lock().unwrap().clone().ok_or(AppError::SignedOut)
    }

    fn one(&self, vehicle: &VehicleId) -> Result<Car, AppError> {
        self.all()?
            .into_iter()
            .find(|car| car.vehicle.id == *vehicle)
            .ok_or(AppError::VehicleNotFound)
    }

    fn order(&self) -> Result<(), AppError> {
        self.failure.clone().map_or(Ok(()), Err)
    }
}

#[async_trait]
impl Garage for FakeGarage {
    async fn site(&self) -> Site {
        Site {
            source: self.source.clone(),
            permissions: self.permissions.clone(),
            vehicles: self.count(),
            notices: u32::try_from(self.notices.open.len()).unwrap(),
        }
    }

    async fn revision(&self) -> Result<String, AppError> {
        Ok("mark".to_owned())
    }

    async fn cars(&self) -> Result<CarsView, AppError> {
        Ok(CarsView {
            cars: self.all()?,
            now: NOW,
        })
    }

    async fn vehicles(&self) -> Result<Vec<Vehicle>, AppError> {
        Ok(self.all()?.into_iter().map(|car| car.vehicle).collect())
    }

    async fn car(&self, vehicle: VehicleId) -> Result<CarView, AppError> {
        Ok(CarView {
            car: self.one(&vehicle)?,
            commands: Commands {
                reports: Vec::new(),
                has_older: false,
                form_key: "key".to_owned(),
                schedules: Vec::new(),
            },
            rejected: None,
            notices: self
                .notices
                .open
                .iter()
                .map(|notice| sentence(notice, PressureUnit::Bar, NOW))
                .collect(),
            now: NOW,
        })
    }

    async fn notices(&self) -> Result<NoticesView, AppError> {
        let cars = self.all()?.into_iter().map(|car| CarRules {
            vehicle: car.vehicle,
            rules: self.rules.unwrap_or(WatchRule::ALL.map(RuleSetting::unset)),
        });
        Ok(NoticesView {
            cars: cars.collect(),
            ..self.notices.clone()
        })
    }

    async fn open_notices(&self) -> Result<u32, AppError> {
        self.all()?;
        Ok(u32::try_from(self.notices.open.len()).unwrap())
    }

    async fn history(&self, vehicle: VehicleId, query: String) -> Result<HistoryView, AppError> {
        self.queries.lock().unwrap().push(query);
        Ok(HistoryView {
            vehicle: self.one(&vehicle)?.vehicle,
            asked: self.recorded.clone(),
            reach: self.reach,
            now: NOW,
        })
    }

    async fn refresh(&self, vehicle: VehicleId) -> Result<(), AppError> {
        self.order()?;
        self.one(&vehicle).map(drop)
    }

    async fn disconnect(&self, vehicle: VehicleId) -> Result<(), AppError> {
        self.order()?;
        let mut cars = self.cars.lock().unwrap();
        let cars = cars.as_mut().ok_or(AppError::SignedOut)?;
        let place = cars
            .iter()
            .position(|own| own.vehicle.id == vehicle)
            .ok_or(AppError::VehicleNotFound)?;
        cars.remove(place);
        Ok(())
    }

    async fn sign_out(&self) -> Result<(), AppError> {
        self.order()?;
        *self.cars.lock().unwrap() = None;
        Ok(())
    }

    async fn erase(&self) -> Result<(), AppError> {
        self.order()?;
        *self.cars.lock().unwrap() = None;
        Ok(())
    }
}
