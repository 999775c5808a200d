//! The owner check: before a `user_id` means anything, Smartcar itself has to say, server to server,
//! that this owner was in this attempt (design 4.3, reference 1.7).

use std::time::Duration;

use smartcar::{Connection, ConnectionFilter, ErrorKind, UserId};
use time::OffsetDateTime;

use crate::{config::OwnerCheckRule, state::AppState, storage::LoginAttempt};

/// How far the clocks of Smartcar and of this machine may differ, for the weaker rule.
const CLOCK_SKEW: time::Duration = time::Duration::seconds(60);

/// How the check is done.
#[derive(Clone, Debug)]
pub struct OwnerCheck {
    /// Which rule.
    pub rule: OwnerCheckRule,
    /// How long to wait before each further try: a connection may take a moment to appear.
    pub waits: Vec<Duration>,
}

impl OwnerCheck {
    /// The rule with the waits of a real service: four tries in three and a half seconds.
    pub fn new(rule: OwnerCheckRule) -> Self {
        Self {
            rule,
            waits: [500, 1_000, 2_000].map(Duration::from_millis).to_vec(),
        }
    }
}

/// What Smartcar says of a claimed owner.
pub(super) enum Verdict {
    /// The owner was in this attempt; these are the connections that say so. Never empty.
    Confirmed(Vec<Connection>),
    /// Nothing says so.
    NotConfirmed,
}

/// Asks Smartcar whether the claimed owner was in this attempt.
///
/// # Errors
///
/// Smartcar's error, when it could not be asked. "No such user" is not one: it is a refusal.
pub(super) async fn confirm(
    state: &AppState,
    claimed: &UserId,
    attempt: &LoginAttempt,
) -> Result<Verdict, smartcar::Error> {
    let check = &state.owner_check;
    let mut filter = ConnectionFilter::new()
        .user_id(claimed.clone())
        .mode(state.config.smartcar.mode.clone());
    if check.rule == OwnerCheckRule::ExternalId {
        filter = filter.external_id(attempt.external_id.clone());
    }
    let mut waits = check.waits.iter();
    loop {
        let connections = match state.smartcar.connections(&filter).await {
            Ok(connections) => connections,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Permission) => {
                Vec::new()
            }
            Err(error) => return Err(error),
        };
        let confirmed: Vec<Connection> = connections
            .into_iter()
            .filter(|connection| says_so(check.rule, connection, claimed, attempt))
            .collect();
        if !confirmed.is_empty() {
            return Ok(Verdict::Confirmed(confirmed));
        }
        match waits.next() {
            Some(wait) => tokio::time::sleep(*wait).await,
            None => return Ok(Verdict::NotConfirmed),
        }
    }
}

/// Whether a connection says that the owner was in the attempt. It is compared here again, whatever
/// the filter was: an ignored filter returns everybody's connections.
fn says_so(
    rule: OwnerCheckRule,
    connection: &Connection,
    claimed: &UserId,
    attempt: &LoginAttempt,
) -> bool {
    match rule {
        OwnerCheckRule::ExternalId => connection.belongs_to(claimed, &attempt.external_id),
        OwnerCheckRule::RecentConnection => {
            connection.is_of(claimed)
                && last_change(connection)
                    .is_some_and(|changed| changed >= attempt.started_at - CLOCK_SKEW)
        }
    }
}

fn last_change(connection: &Connection) -> Option<OffsetDateTime> {
    connection.updated_at.max(connection.created_at)
}
