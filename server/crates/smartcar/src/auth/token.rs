//! A token and its life.

use std::{sync::Arc, time::Duration};

use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

/// How long before its end a token is replaced.
const MARGIN: Duration = Duration::from_mins(1);

/// No token is kept for longer, whatever it says.
const LONGEST_LIFE: Duration = Duration::from_hours(24);

/// A token as the endpoint gave it.
#[derive(Debug)]
pub(super) struct IssuedToken {
    /// The value of the header `Authorization`, marked so that it is not shown.
    authorization: HeaderValue,
    lifetime: Duration,
}

impl IssuedToken {
    /// `None` if the token is empty or cannot stand in a header.
    pub(super) fn new(token: &SecretString, lifetime: Duration) -> Option<Self> {
        let token = token.expose_secret();
        if token.is_empty() {
            return None;
        }
        let mut authorization = HeaderValue::from_str(&format!("Bearer {token}")).ok()?;
        authorization.set_sensitive(true);
        Some(Self {
            authorization,
            lifetime,
        })
    }
}

/// A token in use. Clones are the same token.
#[derive(Clone, Debug)]
pub(crate) struct AccessToken(Arc<Life>);

#[derive(Debug)]
struct Life {
    authorization: HeaderValue,
    renewed_from: Instant,
}

impl AccessToken {
    /// Takes the token into use. Its life is counted from when it was asked for, which is earlier
    /// than when it was issued.
    pub(super) fn new(issued: IssuedToken, asked_at: Instant) -> Self {
        let lifetime = issued.lifetime.min(LONGEST_LIFE);
        // A token that lives for less than two minutes is used for half its life, or it would be
        // stale from the start.
        let margin = MARGIN.min(lifetime / 2);
        Self(Arc::new(Life {
            authorization: issued.authorization,
            renewed_from: asked_at + lifetime.saturating_sub(margin),
        }))
    }

    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        now < self.0.renewed_from
    }

    /// Whether the two are one token, and not just alike.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The value of the header `Authorization`, which does not show in `Debug`.
    pub(crate) fn authorization(&self) -> HeaderValue {
        self.0.authorization.clone()
    }
}
