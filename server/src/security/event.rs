//! Security events, in one closed list, so that the operator can search for them.

/// Something that an honest browser does rarely or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecurityEvent {
    /// `/exchange` was called with a query that Connect would not send.
    MalformedCallback {
        /// What is wrong with it; never a value.
        reason: &'static str,
    },
    /// No attempt has this state.
    UnknownAttempt,
    /// The attempt's time was over.
    ExpiredAttempt,
    /// The attempt was completed before.
    UsedAttempt,
    /// The attempt began in another browser.
    ForeignAttempt,
    /// The attempt was answered as one of the other kind would be.
    OtherKindOfAttempt,
    /// The answer to a re-authentication names another vehicle than the attempt.
    OtherVehicle,
    /// Smartcar does not say that the claimed owner was in the attempt.
    OwnerNotConfirmed,
    /// Under the weaker rule: another session holds the claimed owner.
    OwnerHeldElsewhere,
    /// A form was sent from another site.
    CrossSiteForm,
    /// A delivery had no valid signature, and was no challenge either.
    UnsignedWebhook,
}

impl SecurityEvent {
    const fn name(self) -> &'static str {
        match self {
            Self::MalformedCallback { .. } => "malformed_callback",
            Self::UnknownAttempt => "unknown_attempt",
            Self::ExpiredAttempt => "expired_attempt",
            Self::UsedAttempt => "used_attempt",
            Self::ForeignAttempt => "foreign_attempt",
            Self::OtherKindOfAttempt => "other_kind_of_attempt",
            Self::OtherVehicle => "other_vehicle",
            Self::OwnerNotConfirmed => "owner_not_confirmed",
            Self::OwnerHeldElsewhere => "owner_held_elsewhere",
            Self::CrossSiteForm => "cross_site_form",
            Self::UnsignedWebhook => "unsigned_webhook",
        }
    }
}

/// Writes a security event to the log, with the target `security`. The request id is in the span
/// around it; no user id, state or address is written.
pub(crate) fn report(event: SecurityEvent) {
    let reason = match event {
        SecurityEvent::MalformedCallback { reason } => Some(reason),
        _ => None,
    };
    match event {
        SecurityEvent::OwnerNotConfirmed
        | SecurityEvent::OwnerHeldElsewhere
        | SecurityEvent::ForeignAttempt
        | SecurityEvent::OtherKindOfAttempt
        | SecurityEvent::OtherVehicle
        | SecurityEvent::CrossSiteForm
        | SecurityEvent::UnsignedWebhook => {
            tracing::warn!(target: "security", event = event.name(), "a security event");
        }
        _ => {
            tracing::info!(target: "security", event = event.name(), reason, "a security event");
        }
    }
}
