//! One delivery of an event, with its attempts (reference 8.5).

use time::{Duration, OffsetDateTime};
use url::Url;
use uuid::Uuid;

use super::event::Event;
use super::mishap::Mishap;
use crate::fleet::EmailAddress;

/// When the attempts are made, counted from the first (reference 8.5, 12.7).
const ATTEMPTS: [Duration; 4] = [
    Duration::ZERO,
    Duration::seconds(25),
    Duration::seconds(75),
    Duration::seconds(175),
];

/// How long a receiver may take to answer (reference 8.5).
pub(super) const PATIENCE: Duration = Duration::seconds(15);

/// An event on its way to a receiver.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    /// Of this entry in the log. An event that is delivered twice is in it twice.
    pub(crate) id: Uuid,
    pub(crate) webhook_id: Uuid,
    pub(crate) to: Url,
    pub(crate) vehicle_id: Option<Uuid>,
    pub(crate) account: Option<EmailAddress>,
    pub(crate) event: Event,
    pub(crate) queued: OffsetDateTime,
    pub(crate) progress: Progress,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) mishap: Option<Mishap>,
    /// Sent once, whatever is answered: a sample, a forgery, or a repetition.
    pub(super) is_single: bool,
    /// Sent again to the letter.
    pub(super) repeats: Option<Parcel>,
    /// What was last sent.
    pub(crate) last_sent: Option<Parcel>,
}

/// The bytes of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parcel {
    pub(crate) body: Vec<u8>,
    /// The values of the signature header: one, unless it is a forgery or not signed.
    pub(crate) signatures: Vec<String>,
    /// `meta.deliveryId`
    pub(crate) delivery_id: Uuid,
}

/// How far a delivery is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Progress {
    /// The next attempt is due then; if the receiver has not proved itself yet, after that.
    Waiting(OffsetDateTime),
    /// The next event of the vehicle goes first.
    Held,
    /// An attempt is under way.
    Sending,
    /// A receiver has answered 2xx.
    Delivered(OffsetDateTime),
    /// The last attempt has failed.
    Failed(OffsetDateTime),
    /// It is not sent, or not any more; why.
    Dropped(&'static str),
}

impl Progress {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Waiting(_) => "waiting",
            Self::Held => "held",
            Self::Sending => "sending",
            Self::Delivered(_) => "delivered",
            Self::Failed(_) => "failed",
            Self::Dropped(_) => "dropped",
        }
    }

    /// The names, for those who ask.
    pub(crate) const NAMES: [&'static str; 6] = [
        "waiting",
        "held",
        "sending",
        "delivered",
        "failed",
        "dropped",
    ];

    pub(crate) fn is_over(&self) -> bool {
        matches!(
            self,
            Self::Delivered(_) | Self::Failed(_) | Self::Dropped(_)
        )
    }
}

/// One attempt to deliver.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    /// `meta.deliveryId`: another one in each attempt.
    pub(crate) delivery_id: Uuid,
    pub(crate) sent: OffsetDateTime,
    /// What came of it; nothing yet, while it is under way.
    pub(crate) ended: Option<(OffsetDateTime, AttemptOutcome)>,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AttemptOutcome {
    /// With this status.
    Answered(u16),
    /// With 2xx, and without the proof that a `VERIFY` asks for.
    NoProof(u16),
    /// Not within 15 seconds.
    TimedOut,
    /// The connection was refused or lost, in the words of the HTTP client.
    Unreachable(String),
}

impl AttemptOutcome {
    /// Whether it counts as delivered: any 2xx, and no other status (reference 8.5).
    pub(super) fn is_success(&self) -> bool {
        matches!(self, Self::Answered(status) if (200..300).contains(status))
    }

    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(status) | Self::NoProof(status) => Some(*status),
            Self::TimedOut | Self::Unreachable(_) => None,
        }
    }

    /// For a person.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Answered(status) => format!("answered {status}"),
            Self::NoProof(status) => format!("answered {status} without the right proof"),
            Self::TimedOut => "no answer within 15 s".to_owned(),
            Self::Unreachable(words) => format!("no answer: {words}"),
        }
    }
}

impl Delivery {
    /// Notes what came of the attempt that is under way, and what is to follow.
    pub(super) fn conclude(&mut self, outcome: AttemptOutcome, now: OffsetDateTime) {
        let is_success = outcome.is_success();
        if let Some(attempt) = self.attempts.last_mut() {
            attempt.ended = Some((now, outcome));
        }
        if self.progress != Progress::Sending {
            // It was given up meanwhile.
            return;
        }
        let first = self.attempts.first().map_or(now, |attempt| attempt.sent);
        let next = ATTEMPTS
            .get(self.attempts.len())
            .filter(|_| !self.is_single)
            .map(|after| (first + *after).max(now));
        self.progress = match next {
            _ if is_success => Progress::Delivered(now),
            Some(next) => Progress::Waiting(next),
            None => Progress::Failed(now),
        };
    }

    /// Gives it up, unless it is over.
    pub(super) fn give_up(&mut self, why: &'static str) {
        if !self.progress.is_over() {
            self.progress = Progress::Dropped(why);
        }
    }
}
