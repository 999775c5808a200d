//! Logging in at a brand.

use std::collections::{BTreeMap, BTreeSet};

use time::OffsetDateTime;
use uuid::Uuid;

use super::{Mode, User, Vehicle, World};
use crate::entropy::{Entropy, random_uuid};
use crate::fleet::{
    Brand, EmailAddress, PlannedVehicle, SpecialAccount, ordinary_garage, special_garage,
};

/// The accounts that the control plane prepared, and the log-ins that took place.
#[derive(Debug, Default)]
pub(crate) struct Logins {
    prepared: BTreeMap<EmailAddress, PreparedAccount>,
    known: BTreeMap<(EmailAddress, &'static str), KnownLogin>,
    /// Ids of vehicles that no log-in has found yet.
    promised_ids: BTreeSet<Uuid>,
}

/// What the control plane wants an account to hold.
#[derive(Debug)]
struct PreparedAccount {
    /// Set: the account exists at this brand only, and all vehicles are found there. Unset: each
    /// vehicle is found at its own brand.
    brand: Option<&'static Brand>,
    vehicles: Vec<PlannedVehicle>,
}

#[derive(Debug)]
struct KnownLogin {
    user_id: Uuid,
    garages: BTreeMap<Mode, Vec<Uuid>>,
}

/// What a log-in gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LoggedIn {
    pub(crate) user_id: Uuid,
    pub(crate) vehicles: Vec<Uuid>,
}

impl Logins {
    /// Defines what the log-ins of an address find from now on; existing connections stay.
    pub(crate) fn prepare(
        &mut self,
        email: &EmailAddress,
        brand: Option<&'static Brand>,
        vehicles: Vec<PlannedVehicle>,
    ) {
        for (_, login) in self
            .known
            .iter_mut()
            .filter(|((known, _), _)| known == email)
        {
            login.garages.clear();
        }
        self.promised_ids
            .extend(vehicles.iter().filter_map(|vehicle| vehicle.setup.id));
        self.prepared
            .insert(email.clone(), PreparedAccount { brand, vehicles });
    }

    /// The brand at which a prepared account is meant to log in.
    pub(crate) fn prepared_brand(&self, email: &EmailAddress) -> Option<&'static Brand> {
        let account = self.prepared.get(email)?;
        account
            .brand
            .or_else(|| account.vehicles.first().map(|vehicle| vehicle.brand))
    }

    pub(crate) fn forget_user(&mut self, user_id: Uuid) {
        self.known.retain(|_, login| login.user_id != user_id);
    }

    /// The brands at which a user has logged in.
    pub(crate) fn makes_of(&self, user_id: Uuid) -> impl Iterator<Item = &'static str> {
        self.known
            .iter()
            .filter(move |(_, login)| login.user_id == user_id)
            .map(|((_, make), _)| *make)
    }
}

impl World {
    /// The special meaning of an address, unless an account was prepared for it. There is none in
    /// live mode (reference 1.6).
    pub(crate) fn special_account(
        &self,
        email: &EmailAddress,
        mode: Mode,
    ) -> Option<SpecialAccount> {
        let is_ordinary = mode == Mode::Live
            || self.logins.prepared.contains_key(email)
            || self.quirks.of(Some(email)).plain_special_accounts;
        SpecialAccount::of(email).filter(|_| !is_ordinary)
    }

    fn plan(&self, email: &EmailAddress, brand: &'static Brand, mode: Mode) -> Vec<PlannedVehicle> {
        if let Some(account) = self.logins.prepared.get(email) {
            let is_here =
                |vehicle: &&PlannedVehicle| account.brand.unwrap_or(vehicle.brand) == brand;
            return account.vehicles.iter().filter(is_here).cloned().collect();
        }
        match self.special_account(email, mode) {
            Some(special) => special_garage(&special, email, brand),
            None => ordinary_garage(email, brand, mode == Mode::Live),
        }
    }

    /// Logs in: the same address at the same brand is the same user (reference 12.2) with the same
    /// vehicles.
    pub(crate) fn log_in(
        &mut self,
        email: &EmailAddress,
        brand: &'static Brand,
        mode: Mode,
        now: OffsetDateTime,
        entropy: &dyn Entropy,
    ) -> LoggedIn {
        let user_per_person = self.quirks.of(Some(email)).user_per_person;
        let key = (email.clone(), brand.make);
        let user_id = match self.logins.known.get(&key) {
            Some(login) => login.user_id,
            None => self
                .users
                .values()
                .find(|user| user_per_person && user.email == *email)
                .map_or_else(|| random_uuid(entropy), |user| user.id),
        };
        self.users
            .entry(user_id)
            .or_insert_with(|| User::new(user_id, email.clone()));

        let planned = self.plan(email, brand, mode);
        let vehicles = &mut self.vehicles;
        let promised_ids = &mut self.logins.promised_ids;
        let login = self.logins.known.entry(key).or_insert_with(|| KnownLogin {
            user_id,
            garages: BTreeMap::new(),
        });
        let garage = login.garages.entry(mode).or_insert_with(|| {
            planned
                .into_iter()
                .map(|details| {
                    // The id that was told beforehand is the first log-in's only.
                    let promised = details.setup.id.filter(|id| promised_ids.remove(id));
                    let id = promised.unwrap_or_else(|| random_uuid(entropy));
                    let vehicle = Vehicle::new(id, user_id, mode, details, now);
                    vehicles.insert(id, vehicle);
                    id
                })
                .collect()
        });
        LoggedIn {
            user_id,
            vehicles: garage.clone(),
        }
    }
}
