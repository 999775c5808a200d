//! Ways in which the real service may differ from its documentation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::command::ErrorShape;
use crate::fleet::EmailAddress;

/// The switches of reference 12.9 and 13, all off by default.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each switch is independent of every other"
)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Quirks {
    /// `meta.createdAt` and `updatedAt` as milliseconds since 1970 (reference 12.9).
    pub numeric_timestamps: bool,
    /// The vehicle without its `data` envelope (reference 4.1, 12.9).
    pub bare_vehicle: bool,
    /// `year` as a string (reference 4.1, 12.9).
    pub string_year: bool,
    /// `filter[user.externalId]` is accepted and has no effect (reference 12.9): this one proves
    /// that an application compares again by itself.
    pub ignore_external_id_filter: bool,
    /// An unknown filter has no effect instead of being refused (reference 1.7, gap b).
    pub ignore_unknown_filters: bool,
    /// `attributes.user.externalId` never appears (reference 1.7, gap a).
    pub omit_external_id: bool,
    /// `attributes.user` is missing altogether, as on the rendered documentation page (reference 3).
    pub omit_user_attributes: bool,
    /// So many listings after a grant do not know the external id yet (reference 13.1).
    pub external_id_delay_reads: u32,
    /// What a listing answers to an unknown `sc-user-id`: 403 or 404; an empty page when unset
    /// (reference 13.4).
    pub unknown_user_status: Option<UnknownUserStatus>,
    /// 50 instead of 10 connections on a page (reference 13.8).
    pub long_pages: bool,
    /// `response_type=code` returns no code (reference 13.2).
    pub withhold_code: bool,
    /// One user id an e-mail address, whatever the brand (reference 13.3).
    pub user_per_person: bool,
    /// The special e-mail addresses are ordinary ones (reference 13.14).
    pub plain_special_accounts: bool,
    /// A single signal without its `data` envelope (reference 4.3, 12.9).
    pub bare_signal: bool,
    /// `wheel-tires` says `bar` and means kilopascal (reference 4.4, 12.9).
    pub wrong_tire_unit: bool,
    /// An empty signal store answers 404 instead of an empty list (reference 4.2, 12.9).
    pub empty_store_not_found: bool,
    /// `meta.oemUpdatedAt` knows whole seconds only, as in the recorded answer of reference 4.2.
    pub whole_second_oem_times: bool,
    /// One call to `/signals` costs one request of the vehicle's allowance for each signal in it
    /// (reference 13.9).
    pub signals_cost_each: bool,
    /// What signals and commands answer to a user who has not connected the vehicle: 404, or 403
    /// when unset (reference 13.4).
    pub unconnected_user_status: Option<UnknownUserStatus>,
    /// A permission that was not granted is `AUTHENTICATION/ACCESS_DENIED` and not `PERMISSION`
    /// (reference 6).
    pub permission_as_access_denied: bool,
    /// The shape of an error inside a `202` (reference 13.5).
    pub slow_error_shape: ErrorShape,
    /// `Retry-After` comes with `RATE_LIMIT/SMARTCAR_API` too (reference 13.11).
    pub application_retry_after: bool,
    /// Where the owner has to log in again, reading signals fails altogether instead of each signal
    /// (reference 3, 1.5).
    pub failed_login_fails_reads: bool,
    /// Deliveries as they were documented in February 2026: `triggers` inside `data` and of another
    /// shape, `vehicleId` at the top, `fetchedAt` for `retrievedAt` (reference 8.3, 12.9).
    pub documented_webhooks: bool,
    /// Times of deliveries as text, and that of a `VERIFY` as a number (reference 8.1, 8.3).
    pub webhook_other_times: bool,
    /// Good signals are delivered without a `status`, as in 2025 (reference 8.3).
    pub webhook_without_status: bool,
    /// `meta.deliveryTime` in place of `deliveredAt`, as in 2025 (reference 8.3).
    pub webhook_delivery_time: bool,
    /// Signals that a delivery names are texts, `Group.Name`, as in 2025 (reference 8.3, 8.4).
    pub webhook_signal_names: bool,
    /// `VERIFY` is signed (reference 8.1).
    pub signed_verify: bool,
    /// Simulated vehicles cannot be subscribed, as was documented in February 2026 (reference 9,
    /// 13.9).
    pub refuse_simulated_subscriptions: bool,
}

/// The answers to an unknown `sc-user-id` which reference 12.5 asks to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub enum UnknownUserStatus {
    /// `403 AUTHENTICATION/ACCESS_DENIED`.
    Forbidden,
    /// `404 RESOURCE_NOT_FOUND/PATH`.
    NotFound,
}

impl TryFrom<u16> for UnknownUserStatus {
    type Error = &'static str;

    fn try_from(status: u16) -> Result<Self, Self::Error> {
        match status {
            403 => Ok(Self::Forbidden),
            404 => Ok(Self::NotFound),
            _ => Err("the status must be 403, 404 or null"),
        }
    }
}

impl From<UnknownUserStatus> for u16 {
    fn from(status: UnknownUserStatus) -> Self {
        match status {
            UnknownUserStatus::Forbidden => 403,
            UnknownUserStatus::NotFound => 404,
        }
    }
}

/// Which quirks hold for whom: an account's own ones, or else the general ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct QuirkBook {
    pub(crate) general: Quirks,
    pub(crate) accounts: BTreeMap<EmailAddress, Quirks>,
}

impl QuirkBook {
    pub(crate) fn of(&self, account: Option<&EmailAddress>) -> &Quirks {
        account
            .and_then(|account| self.accounts.get(account))
            .unwrap_or(&self.general)
    }

    pub(crate) fn set(&mut self, account: Option<EmailAddress>, quirks: Quirks) {
        match account {
            Some(account) => {
                self.accounts.insert(account, quirks);
            }
            None => self.general = quirks,
        }
    }
}
