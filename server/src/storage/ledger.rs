//! The ledger of commands: a row before a request (design 6).

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::OffsetDateTime;

use super::StoreError;

/// What was asked of vehicles, and what became of it. The rows go with their vehicle.
#[async_trait]
pub trait CommandLedger: Send + Sync + 'static {
    /// Writes a command down before it is sent, unless that must not be. One at a time for each
    /// vehicle, on however many replicas; two presses of one form are one command. A command that
    /// nobody works on any more does not stand in the way: its state says from then on that it was
    /// never sent, or that its outcome is unknown.
    async fn add_command(&self, command: &NewCommand) -> Result<CommandAdded, StoreError>;

    /// Writes down how far a command got. One that was seen in the car stays so.
    async fn save_command(&self, command: &StoredCommand) -> Result<(), StoreError>;

    /// Says that somebody works on this command until then.
    async fn hold_command(&self, id: &str, until: OffsetDateTime) -> Result<(), StoreError>;

    /// The newest commands of a vehicle, newest first and at most so many, and whether there are
    /// older ones.
    async fn commands(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        limit: u32,
    ) -> Result<CommandHistory, StoreError>;

    /// The commands of a vehicle after this one (from the first, when `None`), oldest first and at most
    /// so many.
    async fn commands_after(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        after: Option<&StoredCommand>,
        limit: u32,
    ) -> Result<Vec<StoredCommand>, StoreError>;
}

/// A command that is to be written down.
#[derive(Clone, PartialEq, Eq)]
pub struct NewCommand {
    /// Carport's own id of it.
    pub id: String,
    /// Whose connection it goes through.
    pub owner: UserId,
    /// The vehicle.
    pub vehicle: VehicleId,
    /// The key of the form that asked for it.
    pub form_key: String,
    /// The [`smartcar::commands::Command`] as JSON.
    pub command: String,
    /// When it was asked for.
    pub asked_at: OffsetDateTime,
    /// Until when somebody certainly works on it.
    pub held_until: OffsetDateTime,
}

/// What became of writing a command down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandAdded {
    /// It is there, to be sent.
    Added,
    /// The same form had asked for the same before.
    PressedBefore {
        /// When.
        at: OffsetDateTime,
    },
    /// Another command of the vehicle is under way.
    Busy,
    /// The vehicle is not there any more.
    VehicleGone,
}

/// The newest commands of a vehicle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandHistory {
    /// Newest first.
    pub newest: Vec<StoredCommand>,
    /// Whether there are older ones.
    pub has_older: bool,
}

/// A command of the ledger.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredCommand {
    /// Carport's own id of it.
    pub id: String,
    /// The [`smartcar::commands::Command`] as JSON: it may hold a place.
    pub command: String,
    /// How far it got.
    pub state: CommandState,
    /// When it was asked for.
    pub asked_at: OffsetDateTime,
    /// When it was sent to Smartcar.
    pub sent_at: Option<OffsetDateTime>,
    /// When its outcome was known.
    pub answered_at: Option<OffsetDateTime>,
    /// When the vehicle's own signal showed it.
    pub seen_at: Option<OffsetDateTime>,
    /// Until when somebody works on it; `None`: nobody does.
    pub held_until: Option<OffsetDateTime>,
    /// Why it was refused, or its outcome is unknown, as JSON.
    pub refusal: Option<String>,
    /// Smartcar's id of its answer.
    pub request_id: Option<String>,
    /// The schedule that it made.
    pub schedule_id: Option<String>,
}

/// How far a command got, as it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandState {
    /// It is written down and was not sent yet.
    Asked,
    /// It was sent, or was just about to be.
    Sent,
    /// The car maker took it.
    Accepted,
    /// The vehicle's own signal showed it.
    Seen,
    /// It was refused.
    Refused,
    /// Nobody can say whether the vehicle did it.
    Unknown,
    /// It was never sent.
    Unsent,
}

impl CommandState {
    const ALL: [Self; 7] = [
        Self::Asked,
        Self::Sent,
        Self::Accepted,
        Self::Seen,
        Self::Refused,
        Self::Unknown,
        Self::Unsent,
    ];

    /// As it is named in the database and in exports.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Seen => "seen",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Unsent => "unsent",
        }
    }

    pub(super) fn from_column(text: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(StoreError::Corrupt {
                column: "command.state",
            })
    }
}

impl CommandHistory {
    /// Of rows of which one more was asked for than is wanted.
    pub(super) fn of(mut newest: Vec<StoredCommand>, limit: u32) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_older = newest.len() > limit;
        newest.truncate(limit);
        Self { newest, has_older }
    }
}

impl StoredCommand {
    /// The state at this instant: a command that is under way and that nobody works on any more was
    /// left behind by a Carport that was stopped.
    pub fn state_at(&self, now: OffsetDateTime) -> CommandState {
        let is_held = self.held_until.is_some_and(|until| until > now);
        match self.state {
            CommandState::Asked if !is_held => CommandState::Unsent,
            CommandState::Sent if !is_held => CommandState::Unknown,
            state => state,
        }
    }
}

/// Shows nothing that says what was asked of whose vehicle, or where.
impl std::fmt::Debug for StoredCommand {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("StoredCommand")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for NewCommand {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("NewCommand")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
